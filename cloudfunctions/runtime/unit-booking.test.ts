import { join } from 'node:path'
import { build } from 'esbuild'
import type { BasketEvent } from '../../dev/harness/basket-function'
import { startTestCloud, type TestCloud } from '../../dev/harness/cloud'
import { openFunctionFolder } from '../../dev/localcloud/fixtures/function-folder'

jest.setTimeout(180_000)

const LOCKS_MS = 500
const TAKEN_OVER_MS = 3_001
const ABANDONED_MS = 121_000
const PAIR = { apples: 2, bread: 3 }

let cloud: TestCloud
let folder: ReturnType<typeof openFunctionFolder>
let made = 0
beforeAll(async () => {
  const bundled = await build({
    entryPoints: [join(__dirname, '../../dev/harness/basket-function.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
  })
  folder = openFunctionFolder({
    'basket/index.js': bundled.outputFiles[0]?.text ?? '',
    'basket/config.json': { timeout: 20 },
    'basket/package.json': { name: 'basket', version: '1.0.0', main: 'index.js' },
  })
  const options = { transactionLifetimeMs: LOCKS_MS, store: 'memory' } as const
  cloud = await startTestCloud({ ...options, functionsDir: folder.path })
})
afterAll(async () => {
  await cloud.stop()
  folder.end()
})

/** Shelves of this test alone, and what they hold of each thing. */
async function newShelves(stock: Readonly<Record<string, number>>) {
  made += 1
  const idOf = (thing: string) => `${thing}-${made}`
  const documents = Object.entries(stock).map(([thing, leftCount]) => ({
    ...{ _id: idOf(thing), leftCount, pending: {}, returning: {} },
  }))
  await cloud.local.engine.insert('rewards', documents)
  const countsOf = (wish: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(wish).map(([thing, count]) => [idOf(thing), count]))
  const send =
    (event: Omit<BasketEvent, 'counts'>, wish: Readonly<Record<string, number>>) =>
    (fault?: string) =>
      cloud.send('basket', { ...event, counts: countsOf(wish) }, { fault })
  return {
    book: (key: string, wish: Readonly<Record<string, number>>, more: Partial<BasketEvent> = {}) =>
      send({ what: 'book', key: `${key}-${made}`, ...more }, wish),
    undo: (key: string) => send({ what: 'undo', key: `${key}-${made}` }, {}),
    /** What is left of each thing, and how many marks stand. */
    left: async () => {
      const found = await Promise.all(
        Object.keys(stock).map((thing) => cloud.local.engine.find('rewards', { _id: idOf(thing) })),
      )
      const [counts, marks] = [found.map(([shelf]) => shelf?.leftCount), found.flat()]
      const standing = marks.flatMap((shelf) => [
        ...Object.keys(shelf.pending ?? {}),
        ...Object.keys(shelf.returning ?? {}),
      ])
      return { counts, marks: standing.length, dated: marks.filter(isDated).length }
    },
    baskets: async () =>
      (await cloud.local.engine.find('redemptions')).filter(({ _id }) =>
        String(_id).endsWith(`-${made}`),
      ).length,
  }
}

const isDated = (shelf: object) => 'markedAt' in shelf
const codeOf = (called: { answer: unknown }) => Object(called.answer).code
/** Asks again as a phone does: on a busy machine a transaction may outlive its locks. */
async function untilDone(ask: () => Promise<{ answer: unknown }>): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const code = codeOf(await ask())
    if (code === 'ok' || code === 'ALREADY_THERE') return
    await new Promise((done) => setTimeout(done, LOCKS_MS))
  }
  throw new Error('asked ten times and never done')
}

const sweep = async () => {
  await cloud.advanceClock(ABANDONED_MS)
  return (await cloud.send('basket', { what: 'sweep' })).answer
}

describe('units of several things at once', () => {
  it('are taken with their booking, and leave no mark', async () => {
    const shelves = await newShelves({ apples: 5, bread: 5 })
    expect(codeOf(await shelves.book('a', PAIR)())).toBe('ok')
    expect(await shelves.left()).toMatchObject({ counts: [3, 2], marks: 0 })
    expect(codeOf(await shelves.book('a', PAIR)())).toBe('ALREADY_THERE')
    expect(await shelves.left()).toMatchObject({ counts: [3, 2], marks: 0 })
  })

  it('are all there or none is taken, whichever is short, and when it is refused', async () => {
    for (const stock of [
      { apples: 1, bread: 5 },
      { apples: 5, bread: 2 },
    ]) {
      const shelves = await newShelves(stock)
      expect(codeOf(await shelves.book('a', PAIR)())).toBe('SOLD_OUT')
      expect(await shelves.left()).toMatchObject({ counts: Object.values(stock), marks: 0 })
    }
    const shelves = await newShelves({ apples: 5, bread: 5 })
    const refused = await shelves.book('a', PAIR, { isRefused: true })()
    expect(codeOf(refused)).toBe('POINTS_INSUFFICIENT')
    expect(await shelves.left()).toMatchObject({ counts: [5, 5], marks: 0 })
  })

  it('go whole to as many as there are for, when many want different baskets at once', async () => {
    const shelves = await newShelves({ apples: 20, bread: 30 })
    const wishes = Array.from({ length: 24 }, (_unused, place) =>
      shelves.book(`buyer-${place}`, place % 2 === 0 ? PAIR : { bread: 3, apples: 2 })(),
    )
    const codes = (await Promise.all(wishes)).map(codeOf)
    expect(codes.filter((code) => code === 'ok')).toHaveLength(10)
    expect(codes.filter((code) => code === 'SOLD_OUT')).toHaveLength(14)
    expect(await shelves.left()).toMatchObject({ counts: [0, 0], marks: 0 })
    expect(await shelves.baskets()).toBe(10)
  })

  it('are taken once by one request that is sent many times, while there is enough', async () => {
    const shelves = await newShelves({ apples: 100, bread: 100 })
    const calls = await Promise.all(Array.from({ length: 16 }, () => shelves.book('a', PAIR)()))
    const known = new Set(['ok', 'ALREADY_THERE', 'UNDER_WAY'])
    expect(calls.map(codeOf).filter((code) => !known.has(code))).toEqual([])
    await sweep()
    expect(await shelves.left()).toMatchObject({ counts: [98, 97], marks: 0 })
    expect(await shelves.baskets()).toBe(1)
  })

  it('are not kept twice by a call so slow that its retry was through meanwhile', async () => {
    const shelves = await newShelves({ apples: 9, bread: 9 })
    // It has read the shelves, and takes its units once the other call of its request is through.
    const slow = shelves.book('a', PAIR)('delay-after-call:1:700')
    await new Promise((done) => setTimeout(done, 250))
    expect(codeOf(await shelves.book('a', PAIR)())).toBe('ok')
    expect(codeOf(await slow)).toBe('ALREADY_THERE')
    expect(await shelves.left()).toMatchObject({ counts: [7, 6], marks: 0 })
  })
})

describe('a basket whose function is killed', () => {
  /** The shelves, two units, begin, insert, commit, two marks. */
  const CALLS = 8
  const faults = Array.from({ length: CALLS }, (_unused, place) => place + 1).flatMap((call) => [
    `kill-before-call:${call}`,
    `kill-after-call:${call}`,
  ])

  it.each(faults)('at %s is booked once by its retry, and nothing is lost', async (fault) => {
    const shelves = await newShelves({ apples: 5, bread: 5 })
    const ask = shelves.book('a', PAIR)
    expect((await ask(fault)).status).toBe(500)
    await new Promise((done) => setTimeout(done, LOCKS_MS))
    await cloud.advanceClock(TAKEN_OVER_MS)
    let code = codeOf(await ask())
    // It died between the two things: its one mark is the sweeper's.
    if (code === 'UNDER_WAY') {
      await sweep()
      code = codeOf(await ask())
    }
    expect(['ok', 'ALREADY_THERE']).toContain(code)
    await sweep()
    await sweep()
    expect(await shelves.left()).toEqual({ counts: [3, 2], marks: 0, dated: 0 })
    expect(await shelves.baskets()).toBe(1)
  })

  it('and never asked for again leaves all or nothing, once it was swept', async () => {
    for (const fault of faults) {
      const shelves = await newShelves({ apples: 5, bread: 5 })
      await shelves.book('a', PAIR)(fault)
      await new Promise((done) => setTimeout(done, LOCKS_MS))
      await sweep()
      const counts = (await shelves.baskets()) === 1 ? [3, 2] : [5, 5]
      expect({ fault, ...(await shelves.left()) }).toMatchObject({ fault, counts, marks: 0 })
    }
  })

  it('while it gives its units back gives them back once', async () => {
    // Begin, read, put, commit, read, two returns, the word on the basket.
    for (let call = 1; call <= 8; call += 1) {
      const shelves = await newShelves({ apples: 5, bread: 5 })
      await untilDone(shelves.book('a', PAIR))
      const fault = `kill-after-call:${call}`
      await shelves.undo('a')(fault)
      await new Promise((done) => setTimeout(done, LOCKS_MS))
      await sweep()
      await untilDone(shelves.undo('a'))
      await sweep()
      await sweep()
      const left = await shelves.left()
      expect({ fault, ...left }).toEqual({ fault, counts: [5, 5], marks: 0, dated: 0 })
    }
  })
})

describe('the sweeper of units', () => {
  it('reads what has an old mark, whatever else there is', async () => {
    const many = Array.from({ length: 300 }, (_unused, place) => [`idle-${place}`, 1] as const)
    await newShelves(Object.fromEntries(many))
    await cloud.advanceClock(ABANDONED_MS)
    await sweep()
    const idle = await cloud.send('basket', { what: 'sweep' })
    expect(idle.answer).toEqual({ due: 0 })
    expect([idle.dbCalls, idle.docsRead, idle.docsWritten]).toEqual([2, 0, 0])
    const shelves = await newShelves({ apples: 5, bread: 5 })
    await shelves.book('a', PAIR)('kill-after-call:3')
    expect(await sweep()).toMatchObject({ released: 2 })
    expect(await shelves.left()).toEqual({ counts: [5, 5], marks: 0, dated: 0 })
  })

  it('leaves a younger mark alone, and comes back for it', async () => {
    const shelves = await newShelves({ apples: 9, bread: 9 })
    await shelves.book('a', PAIR)('kill-after-call:3')
    await cloud.advanceClock(ABANDONED_MS / 2)
    await shelves.book('b', PAIR)('kill-after-call:3')
    await cloud.advanceClock(ABANDONED_MS / 2)
    expect((await cloud.send('basket', { what: 'sweep' })).answer).toMatchObject({ released: 2 })
    expect(await shelves.left()).toEqual({ counts: [7, 6], marks: 2, dated: 2 })
    expect(await sweep()).toMatchObject({ released: 2 })
    expect(await shelves.left()).toEqual({ counts: [9, 9], marks: 0, dated: 0 })
  })
})
