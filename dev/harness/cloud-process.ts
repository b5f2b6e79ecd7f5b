import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCommand } from '../localcloud/fixtures/cloud-process'
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

const script = join(__dirname, '../cloud.ts')

/**
 * A local cloud in a process of its own, as `npm run cloud` starts it: for tests that kill it, and
 * for surroundings that are not Node's (pages in jsdom).
 */
export async function startCloudProcess(options: CloudProcessOptions = {}) {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'huilin-cloud-'))
  const args = argumentsFor(dataDir, options)
  const { origin, pid, kill, stop } = await startCommand({
    script,
    args,
    launcher: options.launcher,
  })
  return {
    ...callerOf(origin),
    ...{ origin, dataDir, pid, kill },
    stop: async () => {
      await stop()
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function argumentsFor(dataDir: string, options: CloudProcessOptions): string[] {
  const { seed, now, functionsDir, collectionsFile } = options
  return [
    ...['--port', '0', '--data', dataDir],
    ...(seed ? ['--seed', seed] : []),
    ...(now ? ['--now', now] : []),
    ...(functionsDir ? ['--functions', functionsDir] : []),
    ...(collectionsFile ? ['--collections', collectionsFile] : []),
  ]
}
