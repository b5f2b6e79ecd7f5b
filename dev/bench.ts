import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Each prints a table, writes `.cache/bench/<name>.json`, and fails above its bound. */
const measurements = [
  'package-size',
  'first-screen',
  'long-list',
  'cold-start',
  'month',
  'local-cloud',
  'books',
  'drop',
  'certificate',
  'checkin',
] as const

/** `npm run bench [-- <name>]`: all measurements, or one. */
function main(wanted: readonly string[]): void {
  const unknown = wanted.find((name) => !measurements.some((known) => known === name))
  if (unknown !== undefined) {
    console.error(`${unknown} is not measured; choose from ${measurements.join(', ')}`)
    process.exit(1)
  }
  const chosen = measurements.filter((name) => wanted.length === 0 || wanted.includes(name))
  const failed = chosen.filter((name) => !measure(name))
  if (failed.length > 0) console.error(`above the bound: ${failed.join(', ')}`)
  process.exit(failed.length > 0 ? 1 : 0)
}

function measure(name: string): boolean {
  const script = join(__dirname, 'bench', `${name}.ts`)
  // A million documents with their indexes take more than Node gives by itself.
  const flags = ['--max-old-space-size=12288', '--import', 'tsx']
  return spawnSync(process.execPath, [...flags, script], { stdio: 'inherit' }).status === 0
}

main(process.argv.slice(2))
