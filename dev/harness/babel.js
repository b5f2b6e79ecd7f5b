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
  plugins: ['@babel/plugin-transform-dynamic-import', '@babel/plugin-transform-modules-commonjs'],
}
