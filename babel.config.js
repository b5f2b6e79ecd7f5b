/**
 * Babel for the mini-program and its H5 twin. Tests bring their own, smaller settings
 * (jest.config.js); the functions are built by esbuild and never come here.
 */
module.exports = (api) => {
  api.cache.using(() => `${process.env.NODE_ENV}:${process.env.TARO_ENV}`)
  const useBuiltIns = process.env.TARO_ENV === 'h5' ? 'usage' : false
  return {
    presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns }]],
  }
}
