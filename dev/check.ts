import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '..')
const bin = (name: string) => join(root, 'node_modules/.bin', name)

/** The three checks of `npm run check`; each prints what it found. */
export const checks = [
  { name: 'types', command: bin('tsc'), args: ['--noEmit', '-p', '.'] },
  { name: 'lint', command: bin('biome'), args: ['check', '--colors=off', '.'] },
  { name: 'tidy', command: process.execPath, args: ['--import', 'tsx', 'dev/tidy.ts'] },
] as const

export interface CheckResult {
  readonly name: string
  readonly passed: boolean
  readonly output: string
}

export function runCheck({ name, command, args }: (typeof checks)[number]): CheckResult {
  const run = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 })
  return { name, passed: run.status === 0, output: `${run.stdout}${run.stderr}`.trim() }
}

function main(): void {
  let failed = false
  for (const check of checks) {
    const { name, passed, output } = runCheck(check)
    if (!passed) console.log(output)
    console.log(`${name}: ${passed ? 'passed' : 'failed'}`)
    failed ||= !passed
  }
  process.exit(failed ? 1 : 0)
}

if (process.argv[1] === __filename) main()
