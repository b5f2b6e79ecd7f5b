const { build } = require('./build-first')

module.exports = () => build(['functions', 'weapp'])
