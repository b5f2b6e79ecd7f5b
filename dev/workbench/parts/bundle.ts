import { dirname, join } from 'node:path'
import { type BuildResult, build, type Plugin } from 'esbuild'
import { compile } from 'sass'

const root = join(__dirname, '../../..')

export interface PartsBundle {
  readonly script: string
  readonly style: string
}

/**
 * The parts of the client as a page of their own: the same sources as on the phone, with the plain
 * elements in the place of Taro's that their tests use.
 */
export async function bundleParts(): Promise<PartsBundle> {
  const result = await build({
    entryPoints: [join(__dirname, 'gallery.tsx')],
    outdir: '/parts',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    loader: { '.svg': 'dataurl', '.png': 'dataurl' },
    alias: {
      '@shared': join(root, 'shared'),
      '@tarojs/components': join(root, 'dev/harness/taro-components.tsx'),
      '@tarojs/taro': join(root, 'dev/harness/taro.ts'),
    },
    define: { 'process.env.TARO_ENV': '"h5"', 'process.env.NODE_ENV': '"production"' },
    plugins: [styles],
  })
  return { script: outputOf(result, '.js'), style: outputOf(result, '.css') }
}

/** Sheets are compiled where they stand, so that their pictures are found beside them. */
const styles: Plugin = {
  name: 'styles',
  setup({ onLoad }) {
    onLoad({ filter: /\.scss$/ }, ({ path }) => ({
      contents: compile(path).css,
      loader: 'css',
      resolveDir: dirname(path),
    }))
  },
}

function outputOf({ outputFiles = [] }: BuildResult, ending: string): string {
  return outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
}
