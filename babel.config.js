/**
 * Babel for the mini-program and its H5 twin. Tests bring their own, smaller settings
 * (jest.config.js); the functions are built by esbuild and never come here.
 */
module.exports = (api) => {
  api.cache.using(() => `${process.env.NODE_ENV}:${process.env.TARO_ENV}`)
  const partFile = (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`
  const useBuiltIns = process.env.TARO_ENV === 'h5' ? 'usage' : false
  return {
    presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns }]],
    plugins: [
      // NutUI's styles are not imported with its components: each one brings its own here, since
      // the one-file stylesheet would add 226 KB to the main package.
      [
        'import',
        {
          libraryName: '@nutui/nutui-react-taro',
          camel2DashComponentName: false,
          customName: partFile,
          style: (part) => `${part}/style/css`,
        },
        'nutui-react-taro',
      ],
    ],
  }
}
