import { importsOf } from '../harness/import-under-test'
import { manager, openShop, type ShopUnderTest } from '../harness/shop-under-test'
import { type ChaosReport, type ChaosSetting, type Size, seededRandom, unequal } from './chaos-run'

export const name = 'imports'

const sizes = {
  quick: { rowCount: 200, wrongCount: 6, memberCount: 8, killAt: 90 },
  full: { rowCount: 10_000, wrongCount: 300, memberCount: 400, killAt: 2_500 },
} as const

const header = '门店,日期,收银台,小票号,会员号,实收金额,不积分金额'
/** Longer than a lease lives. */
const LEASE_OVER_MS = 121_000
const LOCKS_LIVE_MS = 4_000

/** What may be wrong with a row, and the reason that must be told. */
const mistakes: readonly (readonly [reason: string, spoil: (cells: string[]) => string[]])[] = [
  ['storeUnknown', ([_store, ...rest]) => ['南店', ...rest]],
  ['dateNoSuchDay', ([store = '', _on, ...rest]) => [store, '2026-02-30', ...rest]],
  ['dateAhead', ([store = '', _on, ...rest]) => [store, '2026-03-11', ...rest]],
  ['dateTooOld', ([store = '', _on, ...rest]) => [store, '2024-03-09', ...rest]],
  ['memberUnknown', (cells) => cells.map((cell, at) => (at === 4 ? '10000000' : cell))],
  ['returnUnknown', (cells) => cells.map((cell, at) => (at === 5 ? '-1.00' : cell))],
  ['excludedInvalid', (cells) => cells.map((cell, at) => (at === 6 ? '9999.00' : cell))],
  ['receiptInvalid', (cells) => cells.map((cell, at) => (at === 3 ? '小票' : cell))],
  ['columns', (cells) => cells.slice(0, 5)],
]

interface Written {
  readonly text: string
  /** `row reason` of every wrong row. */
  readonly wrong: readonly string[]
  readonly sumFen: number
}

/**
 * A file of purchases, some of them wrong: the dry run names each by row and reason and writes
 * nothing of the shop; the booking is killed twice and run again, and books the others once.
 */
export async function run({ seed, size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const shop = await openShop({
    store: 'memory',
    functionsDir,
    transactionLifetimeMs: LOCKS_LIVE_MS,
  })
  try {
    return await importUnderFire(shop, seed, size)
  } finally {
    await shop.stop()
  }
}

async function importUnderFire(
  shop: ShopUnderTest,
  seed: number,
  size: Size,
): Promise<ChaosReport> {
  const { rowCount, wrongCount, killAt } = sizes[size]
  const random = seededRandom(seed)
  const file = await writeFile(shop, { random, size })
  const imports = importsOf(shop)
  const jobId = await imports.upload('purchases', file.text)
  const before = await withoutImports(shop)
  const checked = await imports.check(jobId)
  const told = (await imports.problems(jobId)).map(({ rowNo, reason }) => `${rowNo} ${reason}`)
  const written = (await withoutImports(shop)) === before ? 0 : 1
  const kills = [Math.floor(random() * killAt), Math.floor(random() * killAt)]
  let killed = 0
  for (const at of kills) killed += await killBooking(shop, { jobId, at: at + 20 })
  const done = await imports.book(jobId)
  const booked = (await shop.find('purchases')).filter(({ importedBy }) => importedBy === jobId)
  const receipts = new Set(booked.map(({ receiptKey }) => receiptKey))
  const sumFen = booked.reduce((sum, { bill }) => sum + Number(Object(bill).paidFen), 0)
  const books = await shop.books()
  const wanted = rowCount - wrongCount
  return {
    figures: {
      rows: rowCount,
      'named by the dry run': told.length,
      'documents of the shop changed by the dry run': written,
      'kills of the booking': killed,
      booked: booked.length,
      'receipts among them': receipts.size,
      'fen booked': sumFen,
      entries: books.entryCount,
    },
    broken: [
      ...unequal('rows named, with their reasons', told.join(), file.wrong.join()),
      ...unequal('rows fine', checked.fineCount, wanted),
      ...unequal('changes by the dry run', written, 0),
      ...unequal('kills', killed, kills.length),
      ...unequal('booked', booked.length, wanted),
      ...unequal('different receipts', receipts.size, wanted),
      ...unequal('counted as booked', done.bookedCount, wanted),
      ...unequal('fen', sumFen, file.sumFen),
      ...unequal('books balanced', books.balanced, true),
    ],
  }
}

async function writeFile(
  shop: ShopUnderTest,
  { random, size }: { random: () => number; size: Size },
): Promise<Written> {
  const { rowCount, wrongCount, memberCount } = sizes[size]
  const numbers: string[] = []
  for (let made = 0; made < memberCount; made += 1) {
    numbers.push(await shop.numberOf((await shop.newMember()).who))
  }
  const pick = (most: number) => Math.floor(random() * most)
  const spoilt = new Set<number>()
  while (spoilt.size < wrongCount) spoilt.add(pick(rowCount))
  const lines = [header]
  const wrong: string[] = []
  let sumFen = 0
  for (let place = 0; place < rowCount; place += 1) {
    const fen = 100 + pick(9_900)
    const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
    const on = `2026-0${1 + pick(2)}-${String(1 + pick(28)).padStart(2, '0')}`
    const store = pick(2) === 0 ? '东店' : '西店'
    const cells = [store, on, '1', `C-${place}`, numbers[pick(memberCount)] ?? '', yuan, '0']
    const mistake = spoilt.has(place) ? mistakes[pick(mistakes.length)] : undefined
    if (mistake) wrong.push(`${place + 2} ${mistake[0]}`)
    else sumFen += fen
    lines.push((mistake ? mistake[1](cells) : cells).join(','))
  }
  return { text: lines.join('\r\n'), wrong, sumFen }
}

/** 1 when the function died at that call, as it was meant to. */
async function killBooking(
  shop: ShopUnderTest,
  { jobId, at }: { jobId: string; at: number },
): Promise<number> {
  const event = { action: 'bookImport', input: { jobId } }
  const fault = `kill-after-call:${at}`
  const { status } = await shop.send('imports', event, { as: manager, fault })
  await shop.advanceClock(LEASE_OVER_MS)
  return status === 500 ? 1 : 0
}

/** All that the shop is, without the import's own record. */
async function withoutImports(shop: ShopUnderTest): Promise<string> {
  const own = ['import_jobs', 'import_pages', 'job_leases', 'job_runs', 'requests']
  const dumped: [string, unknown][] = JSON.parse(await shop.dump())
  return JSON.stringify(dumped.filter(([collection]) => !own.includes(collection)))
}
