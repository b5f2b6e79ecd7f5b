import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  changeIf,
  command,
  getById,
  insertNew,
  inTransaction,
} from '../../cloudfunctions/runtime/database'
import { accept } from '../../shared/refusal'
import { sdkEnvironment } from '../harness/cloud'
import { startCloudProcess } from '../harness/cloud-process'
import { startLocalCloud } from '../localcloud/cloud'
import { fixtureDeclarations } from '../localcloud/fixtures/declarations'
import { fixtureFunctions } from '../localcloud/fixtures/sdk'
import {
  type ChaosReport,
  type ChaosSetting,
  fixtureCloud,
  seededRandom,
  unequal,
} from './chaos-run'

export const name = 'full-disk'

const sizes = {
  quick: { diskBytes: 2_000_000, writers: 4, refusals: 20 },
  full: { diskBytes: 8_000_000, writers: 8, refusals: 400 },
} as const

/** What was written and what became of it. */
interface Told {
  readonly stored: Set<string>
  readonly refused: Set<string>
  added: number
}

/**
 * The process may not let its database file grow above a limit (Linux, `prlimit`): the kernel
 * refuses lmdb's writes as a full disk does. Refused writes leave nothing, reads go on, writes
 * succeed again when there is room, and a `kill -9` loses nothing that was answered.
 */
export async function run({ seed, size }: ChaosSetting): Promise<ChaosReport> {
  const { diskBytes, writers, refusals } = sizes[size]
  const dataDir = mkdtempSync(join(tmpdir(), 'huilin-full-disk-'))
  const told: Told = { stored: new Set(), refused: new Set(), added: 0 }
  const broken: string[] = []
  const cloud = await startCloudProcess({
    ...fixtureCloud,
    dataDir,
    launcher: ['sh', '-c', `trap '' XFSZ; exec prlimit --fsize=${diskBytes}:unlimited "$@"`, 'sh'],
  })
  Object.assign(process.env, sdkEnvironment(cloud.origin))
  await insertNew('config', { _id: 'counter', n: 0 })
  const random = seededRandom(seed)
  const enough = (): boolean => told.refused.size >= refusals
  await Promise.all(
    Array.from({ length: writers }, (_unused, place) =>
      writeUntil(enough, told, { writer: `w${place}`, choice: seededRandom(random() * 2 ** 32) }),
    ),
  )
  for (const id of told.stored) if (!(await getById('config', id))) broken.push(`${id} is lost`)
  for (const id of told.refused) if (await getById('config', id)) broken.push(`${id} is there`)
  const whileFull = { stored: told.stored.size, refused: told.refused.size }
  execFileSync('prlimit', ['--pid', String(cloud.pid), '--fsize=unlimited:unlimited'])
  const more = told.stored.size + 50
  await writeUntil(() => told.stored.size >= more, told, { writer: 'later', choice: random })
  broken.push(...unequal('refused with room', told.refused.size - whileFull.refused, 0))
  await cloud.kill()
  broken.push(...(await inspect(dataDir, told)))
  rmSync(dataDir, { recursive: true })
  const figures = {
    'bytes of the disk': diskBytes,
    'stored until it was full': whileFull.stored,
    'refused while it was full': whileFull.refused,
    'stored when there was room again': told.stored.size - whileFull.stored,
    'lost, half applied or not refused': broken.length,
  }
  return { figures, broken }
}

async function writeUntil(
  over: () => boolean,
  told: Told,
  { writer, choice }: { writer: string; choice: () => number },
): Promise<void> {
  for (let n = 0; !over(); n += 1) {
    const which = choice()
    const text = 'x'.repeat(Math.floor(choice() * 20_000))
    const ids = which < 0.5 ? [`${writer}-${n}`] : [`${writer}-${n}-first`, `${writer}-${n}-second`]
    const outcome = which < 0.5 ? insertNew('config', { _id: ids[0] ?? '', text }) : pair(ids, text)
    const stored = await outcome.then(
      () => true,
      () => false,
    )
    for (const id of ids) told[stored ? 'stored' : 'refused'].add(id)
    const target = { _id: 'counter', n: command.gte(0) }
    const added = await changeIf('config', target, { n: command.inc(1) }).catch(() => false)
    if (added) told.added += 1
  }
}

function pair(ids: readonly string[], text: string) {
  return inTransaction(async (tx) => {
    for (const _id of ids) await tx.insert('config', { _id, text })
    return accept(undefined)
  })
}

async function inspect(dataDir: string, told: Told): Promise<string[]> {
  const fixtures = { functionsDir: fixtureFunctions, declarations: fixtureDeclarations }
  const cloud = await startLocalCloud({ port: 0, dataDir, ...fixtures })
  const found = await cloud.engine.find('config')
  await cloud.close()
  const kept = new Map(found.map((document) => [String(document._id), document]))
  return [
    ...[...told.stored].filter((id) => !kept.has(id)).map((id) => `${id} is lost on the disk`),
    ...[...told.refused].filter((id) => kept.has(id)).map((id) => `${id} is on the disk`),
    ...unequal('the counter', kept.get('counter')?.n, told.added),
  ]
}
