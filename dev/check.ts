import { spawn } from 'node:child_process'
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

/** Runs a check to its end; other work may go on beside it. */
export function runCheck({ name, command, args }: (typeof checks)[number]): Promise<CheckResult> {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => said.push(chunk))
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ name, passed: code === 0, output: Buffer.concat(said).toString().trim() })
    })
  })
}

async function main(): Promise<void> {
  let failed = false
  for (const check of checks) {
    const { name, passed, output } = await runCheck(check)
    if (!passed) console.log(output)
    console.log(`${name}: ${passed ? 'passed' : 'failed'}`)
    failed ||= !passed
  }
  process.exit(failed ? 1 : 0)
}

if (process.argv[1] === __filename) void main()
