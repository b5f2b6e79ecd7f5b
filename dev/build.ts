import { join } from 'node:path'
import { buildClient } from './build/client'
import { fingerprint, isFresh, markFresh, markStale } from './build/freshness'
import { buildFunctions } from './build/functions'
import { withLock } from './lock.mjs'

export const parts = ['functions', 'weapp', 'h5'] as const
export type Part = (typeof parts)[number]

const root = join(__dirname, '..')

const clientInputs = ['client', 'shared', 'config', 'babel.config.js']
const inputs: Readonly<Record<Part, readonly string[]>> = {
  functions: ['cloudfunctions', 'shared'],
  weapp: clientInputs,
  h5: clientInputs,
}
/** What every build depends on: the installed packages and the build itself. */
const everyInput = ['package-lock.json', 'tsconfig.json', 'dev/build', 'dev/build.ts']

/** Builds those of the parts whose sources changed since they were last built. */
export async function ensureBuilt(wanted: readonly Part[], force = false): Promise<void> {
  for (const part of wanted) {
    if (!force && isBuilt(part)) console.log(`${part}: up to date`)
    else await buildPart(part, force)
  }
}

/**
 * Taro's builds wait for one another, also across processes: two at once need more memory than a
 * small machine has. Functions take two seconds and wait for other functions only.
 */
async function buildPart(part: Part, force: boolean): Promise<void> {
  const lock = part === 'functions' ? 'build-functions.lock' : 'build-client.lock'
  const sayWait = (waitedMs: number) => {
    if (waitedMs % 10_000 === 0) console.log(`${part}: waiting for another build to finish`)
  }
  const build = async () => {
    // Who waited may find it done.
    if (!force && isBuilt(part)) return
    const startedAt = Date.now()
    const print = printOf(part)
    markStale(stampOf(part))
    await (part === 'functions' ? buildFunctions(root) : buildClient(root, part))
    markFresh(stampOf(part), print)
    console.log(`${part}: built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
  }
  await withLock(join(root, '.cache', lock), build, sayWait)
}

/** True when the part was built from the sources as they are now. */
export function isBuilt(part: Part): boolean {
  return isFresh(stampOf(part), printOf(part))
}

function printOf(part: Part): string {
  return fingerprint(root, [...inputs[part], ...everyInput])
}

function stampOf(part: Part): string {
  return join(root, 'dist/.fresh', part)
}

/** `npm run build [-- functions|weapp|h5|all] [--force]` */
async function main(args: readonly string[]): Promise<void> {
  const named = args.filter((arg) => !arg.startsWith('--') && arg !== 'all')
  const unknown = named.find((name) => !parts.some((part) => part === name))
  if (unknown !== undefined) {
    console.error(`${unknown} cannot be built; choose from ${parts.join(', ')}, all`)
    process.exit(1)
  }
  const wanted = parts.filter((part) => named.length === 0 || named.includes(part))
  await ensureBuilt(wanted, args.includes('--force'))
}

if (process.argv[1] === __filename) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}
