import {
  callCount,
  changeIf,
  command,
  getById,
  insertNew,
  inTransaction,
  pause,
} from '../../cloudfunctions/runtime/database'
import { accept } from '../../shared/refusal'
import { sdkEnvironment } from '../harness/cloud'
import { startCloudProcess } from '../harness/cloud-process'
import {
  type ChaosReport,
  type ChaosSetting,
  fixtureCloud,
  type Size,
  seededRandom,
  unequal,
} from './chaos-run'

export const name = 'contention'

const sizes = {
  quick: { writers: 10, documents: 3, increments: 60 },
  full: { writers: 40, documents: 5, increments: 5000 },
} as const

/** Adds 1 to a document and says how often that met a conflict. */
type Add = (id: string) => Promise<{ conflicts: number; busy: number }>

/** Many writers add to few documents, in transactions and then by test-and-set: the sums agree. */
export async function run({ seed, size }: ChaosSetting): Promise<ChaosReport> {
  const { writers, documents, increments } = sizes[size]
  const cloud = await startCloudProcess(fixtureCloud)
  Object.assign(process.env, sdkEnvironment(cloud.origin))
  try {
    const inside = await addEverywhere('tx', { seed, size, add: addInTransaction })
    const outside = await addEverywhere('tas', { seed: seed + 1, size, add: addByTestAndSet })
    return {
      figures: {
        writers,
        documents,
        'increments each way': increments,
        'sum of transactions': inside.sum,
        'conflicts met by transactions': inside.conflicts,
        'BUSY after 12 conflicts, sent again': inside.busy,
        'database calls of transactions': inside.calls,
        'sum of test-and-set': outside.sum,
        'conflicts met by test-and-set': outside.conflicts,
        'database calls of test-and-set': outside.calls,
      },
      broken: [...inside.broken, ...outside.broken],
    }
  } finally {
    await cloud.stop()
  }
}

async function addEverywhere(
  prefix: string,
  { seed, size, add }: { seed: number; size: Size; add: Add },
) {
  const { writers, documents, increments } = sizes[size]
  const ids = Array.from({ length: documents }, (_unused, place) => `${prefix}-${place}`)
  for (const _id of ids) await insertNew('config', { _id, n: 0 })
  const random = seededRandom(seed)
  const targets = Array.from(
    { length: increments },
    () => ids[Math.floor(random() * documents)] ?? '',
  )
  const before = callCount()
  let conflicts = 0
  let busy = 0
  const left = [...targets]
  const write = async (): Promise<void> => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      const met = await add(id)
      conflicts += met.conflicts
      busy += met.busy
    }
  }
  await Promise.all(Array.from({ length: writers }, write))
  const calls = callCount() - before
  const broken: string[] = []
  let sum = 0
  for (const id of ids) {
    const n = (await getById<{ n: number }>('config', id))?.n ?? 0
    const wanted = targets.filter((target) => target === id).length
    broken.push(...unequal(`the sum of ${id}`, n, wanted))
    sum += n
  }
  return { sum, conflicts, busy, calls, broken }
}

async function addInTransaction(id: string): Promise<{ conflicts: number; busy: number }> {
  let attempts = 0
  for (let busy = 0; ; busy += 1) {
    const outcome = await inTransaction(async (tx) => {
      attempts += 1
      const found = await tx.get<{ n: number }>('config', id)
      await tx.update('config', id, { n: (found?.n ?? 0) + 1 })
      return accept(undefined)
    })
    if (outcome.ok) return { conflicts: attempts - 1, busy }
    await pause(busy)
  }
}

async function addByTestAndSet(id: string): Promise<{ conflicts: number; busy: number }> {
  const changed = await changeIf('config', { _id: id, n: command.gte(0) }, { n: command.inc(1) })
  if (!changed) throw new Error(`${id} was not changed`)
  return { conflicts: 0, busy: 0 }
}
