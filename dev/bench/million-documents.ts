import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CollectionDeclaration } from '../../cloudfunctions/runtime/declaration'
import type { Document } from '../localcloud/engine/document'
import { type Engine, openEngine } from '../localcloud/engine/engine'
import { createMemoryStore } from '../localcloud/engine/memory-store'
import { openStore, type Store } from '../localcloud/engine/store'
import { residentMb, runFresh } from './child-process'
import type { Figure } from './figures'

const MANY = 1_000_000
const FEW = 10_000
const SLICE = 100_000
const ROUNDS = 200
const QUERIES_A_ROUND = 20

const declarations: Readonly<Record<string, CollectionDeclaration>> = {
  sales: {
    owner: 'bench',
    clientRules: { read: false, write: false },
    indexes: [
      { name: 'memberId', fields: [['memberId', 1]] },
      { name: 'settledAt', fields: [['settledAt', 1]] },
      {
        name: 'storePoints',
        fields: [
          ['storeId', 1],
          ['points', -1],
        ],
      },
    ],
  },
}

/** Indexed queries on many documents beside the same on few, and the memory that many take. */
export function measureMillion(): Figure[] {
  const found = runFresh(__filename, [])
  const ratio = (query: string): Figure => ({
    what: `${query}: 1,000,000 documents against 10,000, times`,
    measured: (found[`${query} many`] ?? Number.NaN) / (found[`${query} few`] ?? Number.NaN),
    bound: { most: 2 },
  })
  return [
    ...['equality', 'range', 'sort and limit'].map(ratio),
    {
      what: '1,000,000 documents on the disk and in memory, MB resident',
      measured: found.residentMb ?? Number.NaN,
      bound: { most: 2500 },
    },
    { what: 'the most while they were loaded, MB', measured: found.mostMb ?? Number.NaN },
  ]
}

/** Each finds ten documents, however many there are. */
const queries = {
  equality: (engine: Engine, n: number) => engine.find('sales', { memberId: memberOf(n) }),
  range: (engine: Engine, n: number) =>
    engine.find('sales', { settledAt: { $gte: n * 1000, $lt: (n + 10) * 1000 } }),
  'sort and limit': (engine: Engine, n: number) =>
    engine.find('sales', { storeId: storeOf(n) }, { sort: { points: -1 }, limit: 10 }),
} as const

async function measure(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huilin-bench-'))
  const many = await filled(MANY, openStore(dataDir))
  const { now, most } = residentMb()
  const few = await filled(FEW, createMemoryStore())
  const found: Record<string, number> = { residentMb: now, mostMb: most }
  for (const [name, query] of Object.entries(queries)) {
    const best = { many: Number.POSITIVE_INFINITY, few: Number.POSITIVE_INFINITY }
    for (let round = 0; round < ROUNDS; round += 1) {
      best.many = Math.min(best.many, await timeOf(() => ask(many, query, MANY)))
      best.few = Math.min(best.few, await timeOf(() => ask(few, query, FEW)))
    }
    found[`${name} many`] = best.many
    found[`${name} few`] = best.few
  }
  await many.close()
  await few.close()
  rmSync(dataDir, { recursive: true, force: true })
  console.log(JSON.stringify(found))
}

async function ask(
  engine: Engine,
  query: (engine: Engine, n: number) => Promise<Document[]>,
  size: number,
): Promise<void> {
  for (let turn = 0; turn < QUERIES_A_ROUND; turn += 1) {
    const found = await query(engine, (turn * 7919) % (size - 10))
    if (found.length !== 10) throw new Error(`${found.length} documents instead of 10`)
  }
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

async function filled(count: number, store: Store): Promise<Engine> {
  const engine = openEngine({ store, declarations })
  for (let from = 0; from < count; from += SLICE) {
    const length = Math.min(SLICE, count - from)
    const sales = Array.from({ length }, (_unused, at) => saleOf(from + at, count))
    await engine.load('sales', sales)
  }
  return engine
}

function saleOf(n: number, count: number): Document {
  return {
    _id: `sale-${n.toString().padStart(9, '0')}`,
    memberId: memberOf(n),
    storeId: storeOf(n),
    points: (n * 7919) % count,
    paidFen: n % 50_000,
    settledAt: n * 1000,
    state: 'settled',
  }
}

function memberOf(n: number): string {
  return `member-${Math.floor(n / 10)}`
}

function storeOf(n: number): string {
  return `store-${n % 50}`
}

if (process.argv[1] === __filename) void measure()
