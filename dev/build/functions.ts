import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { replaceFolder } from './replace-folder'

/** A folder of `cloudfunctions/` with an entry is a function; the others are what they share. */
export function functionNames(root: string): string[] {
  return readdirSync(join(root, 'cloudfunctions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => existsSync(join(root, 'cloudfunctions', name, 'index.ts')))
    .sort()
}

/**
 * Bundles each function into one self-contained file with the SDK inside: files outside a
 * function's folder are not uploaded, and nothing needs to be installed in the cloud.
 */
export async function buildFunctions(root: string): Promise<void> {
  const target = join(root, 'dist/.cloudfunctions-new')
  await bundleFunctions(root, { target })
  checkBundles(functionNames(root).map((name) => join(target, name, 'index.js')))
  replaceFolder(join(root, 'dist/cloudfunctions'), target)
}

/** Bundles them into a folder, which is emptied first; a plugin may change what esbuild reads. */
export async function bundleFunctions(
  root: string,
  { target, plugins = [] }: { target: string; plugins?: Plugin[] },
): Promise<void> {
  const names = functionNames(root)
  rmSync(target, { recursive: true, force: true })
  await build({
    ...settings,
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, join(root, 'cloudfunctions', name, 'index.ts')]),
    ),
    outdir: target,
    tsconfig: join(root, 'tsconfig.json'),
    plugins,
  })
  for (const name of names) describeFunction(root, name, target)
}

const settings: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Names stay, so that a stack in the console's log can be read.
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'error',
}

/** Bundles one file in the way of all functions, for a bench to compare them with. */
export async function bundleFunction(
  root: string,
  { entry, target }: { entry: string; target: string },
): Promise<void> {
  const tsconfig = join(root, 'tsconfig.json')
  await build({ ...settings, entryPoints: [entry], outfile: target, tsconfig })
}

/** What the platform reads beside the code: time limit, permissions, timer, entry file. */
function describeFunction(root: string, name: string, target: string): void {
  const config = join(root, 'cloudfunctions', name, 'config.json')
  if (!existsSync(config)) throw new Error(`cloudfunctions/${name} has no config.json`)
  copyFileSync(config, join(target, name, 'config.json'))
  const manifest = { name, version: '1.0.0', main: 'index.js', dependencies: {} }
  writeFileSync(join(target, name, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Loads every bundle once outside the project, where no node_modules can help it. */
function checkBundles(files: readonly string[]): void {
  const script = `for (const file of process.argv.slice(1)) {
    const source = require('fs').readFileSync(file, 'utf8')
    const loaded = { exports: {} }
    const own = require('module').createRequire('/huilin-bundle-check/')
    new Function('module', 'exports', 'require', '__filename', '__dirname', source)(
      loaded, loaded.exports, own, file, require('path').dirname(file))
    if (typeof loaded.exports.main !== 'function') throw new Error(file + ' exports no main')
  }
  process.exit(0)`
  const check = spawnSync(process.execPath, ['-e', script, ...files], { encoding: 'utf8' })
  if (check.status !== 0) throw new Error(`a bundle does not load:\n${check.stderr}`)
}
