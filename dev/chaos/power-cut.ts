import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { changeIf, command, insertNew, inTransaction } from '../../cloudfunctions/runtime/database'
import { accept } from '../../shared/refusal'
import { sdkEnvironment } from '../harness/cloud'
import { startCloudProcess } from '../harness/cloud-process'
import { startLocalCloud } from '../localcloud/cloud'
import { fixtureDeclarations } from '../localcloud/fixtures/declarations'
import { fixtureFunctions } from '../localcloud/fixtures/sdk'
import { type ChaosReport, type ChaosSetting, fixtureCloud, seededRandom } from './chaos-run'

export const name = 'power-cut'

const sizes = { quick: { kills: 2, writers: 8 }, full: { kills: 20, writers: 16 } } as const
const LONGEST_LIFE_MS = 600

/** What one writer was told; what it had under way when the power went may be there or not. */
interface Told {
  readonly writer: string
  readonly singles: string[]
  readonly pairs: string[]
  pairsSent: number
  added: number
  addsSent: number
}

/**
 * `kill -9` at random points under writers: singly inserted documents, transactions that insert
 * two and count them in a third, and test-and-set. All that was answered is there, and of every
 * transaction all or nothing.
 */
export async function run({ seed, size }: ChaosSetting): Promise<ChaosReport> {
  const { kills, writers } = sizes[size]
  const random = seededRandom(seed)
  const dataDir = mkdtempSync(join(tmpdir(), 'huilin-power-cut-'))
  const told: Told[] = []
  for (let round = 0; round < kills; round += 1) {
    const cloud = await startCloudProcess({ ...fixtureCloud, dataDir })
    Object.assign(process.env, sdkEnvironment(cloud.origin))
    const writing = Array.from({ length: writers }, (_unused, place) =>
      writeUntilDark(`${round}-${place}`, { told, choice: seededRandom(random() * 2 ** 32) }),
    )
    // A life is counted from its first answer: until then there is nothing to lose.
    const known = answersIn(told)
    let dark = false
    void Promise.all(writing).then(() => {
      dark = true
    })
    while (answersIn(told) === known && !dark) await sleep(2)
    if (dark) throw new Error('the cloud answered nobody')
    await sleep(random() * LONGEST_LIFE_MS)
    await cloud.kill()
    await Promise.all(writing)
  }
  const report = await inspect(dataDir, told)
  rmSync(dataDir, { recursive: true })
  return { figures: { kills, writers, ...report.figures }, broken: report.broken }
}

function answersIn(told: readonly Told[]): number {
  return told.reduce((sum, one) => sum + one.singles.length + one.pairs.length + one.added, 0)
}

async function writeUntilDark(
  writer: string,
  { told, choice }: { told: Told[]; choice: () => number },
): Promise<void> {
  const mine: Told = { writer, singles: [], pairs: [], pairsSent: 0, added: 0, addsSent: 0 }
  told.push(mine)
  try {
    await insertNew('config', { _id: `count-${writer}`, pairs: 0, sum: 0 })
    for (let n = 0; ; n += 1) {
      const which = choice()
      if (which < 0.4) await insertSingle(mine, n)
      else if (which < 0.7) await insertPair(mine, n)
      else await addOne(mine)
    }
  } catch {
    // The power is gone: what was under way was never answered.
  }
}

async function insertSingle(mine: Told, n: number): Promise<void> {
  const _id = `single-${mine.writer}-${n}`
  await insertNew('config', { _id })
  mine.singles.push(_id)
}

async function insertPair(mine: Told, n: number): Promise<void> {
  const id = `pair-${mine.writer}-${n}`
  mine.pairsSent += 1
  await inTransaction(async (tx) => {
    await tx.insert('config', { _id: `${id}-first` })
    await tx.update('config', `count-${mine.writer}`, { pairs: command.inc(1) })
    await tx.insert('config', { _id: `${id}-second` })
    return accept(undefined)
  })
  mine.pairs.push(id)
}

async function addOne(mine: Told): Promise<void> {
  const target = { _id: `count-${mine.writer}`, sum: command.gte(0) }
  mine.addsSent += 1
  await changeIf('config', target, { sum: command.inc(1) })
  mine.added += 1
}

async function inspect(dataDir: string, told: readonly Told[]): Promise<ChaosReport> {
  const fixtures = { functionsDir: fixtureFunctions, declarations: fixtureDeclarations }
  const cloud = await startLocalCloud({ port: 0, dataDir, ...fixtures })
  const found = await cloud.engine.find('config')
  await cloud.close()
  const kept = new Map(found.map((document) => [String(document._id), document]))
  const broken: string[] = []
  const need = (id: string): void => {
    if (!kept.has(id)) broken.push(`${id} was answered and is lost`)
  }
  for (const { writer, singles, pairs, pairsSent, added, addsSent } of told) {
    for (const id of [...singles, ...pairs.map((pair) => `${pair}-first`)]) need(id)
    const count = kept.get(`count-${writer}`)
    const mine = [...kept.keys()].filter((id) => id.startsWith(`pair-${writer}-`))
    const firsts = mine.filter((id) => id.endsWith('-first'))
    const halves = firsts.filter((id) => !kept.has(id.replace('-first', '-second')))
    if (halves.length > 0 || mine.length !== firsts.length * 2) {
      broken.push(`a transaction of ${writer} is there by half`)
    }
    if (Number(count?.pairs ?? 0) !== firsts.length)
      broken.push(`${writer} counts its pairs wrongly`)
    if (firsts.length > pairsSent) broken.push(`${writer} has more pairs than it sent`)
    const sum = Number(count?.sum ?? 0)
    if (sum < added || sum > addsSent) broken.push(`${writer} has ${sum}, told ${added}`)
  }
  const total = (of: (one: Told) => number) => told.reduce((sum, one) => sum + of(one), 0)
  const figures = {
    'single inserts acknowledged': total(({ singles }) => singles.length),
    'transactions acknowledged': total(({ pairs }) => pairs.length),
    'test-and-set acknowledged': total(({ added }) => added),
    'acknowledged and lost, or half applied': broken.length,
  }
  return { figures, broken }
}
