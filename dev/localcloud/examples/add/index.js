// The oldest style: no SDK, and the answer by a callback.
exports.main = (event, _context, callback) => {
  const { a, b } = event
  if (typeof a !== 'number' || typeof b !== 'number') {
    callback(new Error('a and b are numbers'))
    return
  }
  setTimeout(() => callback(null, { sum: a + b }), 5)
}
