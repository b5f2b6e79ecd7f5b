import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, type Plugin } from 'esbuild'

/** A program with one guard taken out, by which a test shows that it watches over the guard. */
export interface Mutant {
  /** What the guard is for, in words. */
  readonly rule: string
  /** The file, from the folder that the mutants are told of. */
  readonly file: string
  /** Must be found exactly once in the file. */
  readonly find: string
  readonly replace: string
}

/** Changes the mutant's file while esbuild reads it; the file on the disk stays as it is. */
export function mutation(mutant: Mutant, root: string): Plugin {
  return {
    name: 'mutation',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (path !== join(root, mutant.file)) return undefined
        return { contents: withFolder(path, mutatedText(mutant, root)), loader: 'ts' }
      })
    },
  }
}

/**
 * Bundles a program with the mutant in it, its packages left outside. A file that asks for its
 * folder is told the one that its source is in.
 */
export async function buildMutated(
  mutant: Mutant | undefined,
  { entry, outfile, root }: { entry: string; outfile: string; root: string },
): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'error',
    plugins: [...(mutant === undefined ? [] : [mutation(mutant, root)]), sourceFolders],
  })
}

const sourceFolders: Plugin = {
  name: 'source-folders',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      return { contents: withFolder(path, text), loader: 'ts' }
    })
  },
}

/** The source with the guard out. A text that is not found exactly once is a fault of the list. */
export function mutatedText({ rule, file, find, replace }: Mutant, root: string): string {
  const text = readFileSync(join(root, file), 'utf8')
  const count = text.split(find).length - 1
  if (count !== 1) throw new Error(`${rule}: found ${count} times in ${file}: ${find}`)
  // A function keeps `$` in the replacement from meaning anything.
  return text.replace(find, () => replace)
}

function withFolder(path: string, text: string): string {
  if (!text.includes('__dirname')) return text
  return `const __dirname = ${JSON.stringify(dirname(path))};\n${text}`
}
