import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
const shared = path.join(root, 'shared')

/**
 * How Taro builds `client/` for WeChat and for the browser. One configuration for both: what
 * differs is under `mini` and `h5`. The build is started by dev/build.ts, which checks its output,
 * because Taro ends with exit code 0 also when it built nothing.
 */
export default defineConfig<'webpack5'>({
  projectName: 'huilin',
  date: '2026-1-1',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
  sourceRoot: 'client',
  // The build looks at what came out before it takes the place of what was there.
  outputRoot: process.env.CLIENT_OUTPUT ?? `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Taro's cache fails when the source root is not called `src`.
  cache: { enable: false },
  // Chinese words as they are: escaped they take twice the bytes of a package that has a limit.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  alias: { '@': path.join(root, 'client'), '@shared': shared },
  mini: {
    compile: { include: [shared] },
    // What only sub-packages use stays out of the main package.
    optimizeMainPackage: { enable: true },
    postcss: {
      pxtransform: { enable: true, config: {} },
      cssModules: { enable: false },
    },
  },
  h5: {
    // Relative, so that the same build works under any folder of any server.
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    // Taro shares code among what is loaded first alone, and each page is loaded by itself: without
    // this each carries all that pages have in common, and the build minifies it for each anew.
    webpackChain: (chain) => {
      chain.optimization.splitChunks({
        chunks: 'all',
        hidePathInfo: true,
        cacheGroups: { shared: { name: 'shared', minChunks: 2, priority: 1 } },
      })
    },
    compile: { include: [shared] },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      cssModules: { enable: false },
    },
  },
})
