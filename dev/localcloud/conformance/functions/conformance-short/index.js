// A function that never answers, waiting or working; its config.json gives it two seconds.
exports.main = ({ act }) => {
  while (act === 'spins');
  return new Promise(() => {})
}
