import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callerOf } from './cloud-caller'

export interface CloudProcessOptions {
  readonly seed?: 'demo' | 'empty'
  readonly now?: string
  /** Kept after the stop when given; else a folder that goes away again. */
  readonly dataDir?: string
  readonly functionsDir?: string
  /** A file that declares the collections of functions that are not our own. */
  readonly collectionsFile?: string
  /** A command that starts the cloud, such as one that limits what it may use. */
  readonly launcher?: readonly string[]
}

export type CloudProcess = Awaited<ReturnType<typeof startCloudProcess>>

const root = join(__dirname, '../..')
const START_TIMEOUT_MS = 120_000

/**
 * A local cloud in a process of its own, as `npm run cloud` starts it: for tests that kill it, and
 * for surroundings that are not Node's (pages in jsdom).
 */
export async function startCloudProcess(options: CloudProcessOptions = {}) {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'huilin-cloud-'))
  const [command = '', ...args] = [
    ...(options.launcher ?? []),
    process.execPath,
    ...argumentsFor(dataDir, options),
  ]
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const killChild = () => child.kill('SIGKILL')
  process.once('exit', killChild)
  const origin = await readyOrigin(child)
  const end = async (signal: NodeJS.Signals) => {
    process.off('exit', killChild)
    if (child.exitCode === null && child.signalCode === null) {
      const closed = new Promise((resolve) => child.once('close', resolve))
      child.kill(signal)
      await closed
    }
  }
  return {
    ...callerOf(origin),
    origin,
    dataDir,
    pid: child.pid ?? 0,
    /** `kill -9`: nothing is written, nothing is said. */
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM')
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function argumentsFor(dataDir: string, options: CloudProcessOptions): string[] {
  const { seed, now, functionsDir, collectionsFile } = options
  return [
    ...['--import', 'tsx', join(root, 'dev/localcloud/main.ts')],
    ...['--port', '0', '--data', dataDir],
    ...(seed ? ['--seed', seed] : []),
    ...(now ? ['--now', now] : []),
    ...(functionsDir ? ['--functions', functionsDir] : []),
    ...(collectionsFile ? ['--collections', collectionsFile] : []),
  ]
}

function readyOrigin(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`the local cloud was not ready in time:\n${said}`))
    }, START_TIMEOUT_MS)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const ready = /^ready (http:\S+)$/m.exec(said)
      if (!ready?.[1]) return
      clearTimeout(timer)
      resolve(ready[1])
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      reject(new Error(`the local cloud ended with ${code}:\n${said}`))
    })
  })
}
