/**
 * Babel for tests: types away, modules as Node's `require` knows them. The preset that builds the
 * client takes several times as long and is not needed here.
 */
module.exports = {
  babelrc: false,
  configFile: false,
  presets: [
    ['@babel/preset-typescript', { onlyRemoveTypeImports: false }],
    ['@babel/preset-react', { runtime: 'automatic' }],
  ],
  plugins: [
    [
      'import',
      {
        // The same parts as in the build; its one-file build for browsers wants a canvas.
        libraryName: '@nutui/nutui-react-taro',
        camel2DashComponentName: false,
        customName: (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`,
      },
      'nutui-react-taro',
    ],
    '@babel/plugin-transform-dynamic-import',
    '@babel/plugin-transform-modules-commonjs',
  ],
}
