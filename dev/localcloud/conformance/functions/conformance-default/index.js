// A function that never answers, and that has no config.json: the platform's own limit ends it.
exports.main = () => new Promise(() => {})
