import type { LocalCloudOptions } from '../cloud-options'
import { openFunctionFolder, timer } from '../fixtures/function-folder'
import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'

const minuteMs = 60_000
const startsAt = '2026-03-09T00:00:00+08:00'
const startMs = Date.parse(startsAt)

/** Notes in `config` when it ran, by the cloud's clock and by the machine's. */
const noting = (name: string) => `
  const cloud = require('wx-server-sdk')
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
  exports.main = async ({ Time }) => {
    const order = Number(process.hrtime.bigint())
    const data = { name: '${name}', dueAt: Date.parse(Time), ranAt: Date.now(), order }
    await cloud.database().collection('config').add({ data })
  }`

const folder = openFunctionFolder({
  'zebra/index.js': noting('zebra'),
  'zebra/config.json': timer('0 */20 * * * * *'),
  'ant/index.js': noting('ant'),
  'ant/config.json': timer('0 */30 * * * * *'),
  'broken/index.js': "exports.main = async () => { throw new Error('out of order') }",
  'broken/config.json': timer('0 15 * * * * *'),
})

let test: TestCloud | undefined

afterEach(async () => {
  await test?.end()
  test = undefined
})
afterAll(() => folder.end())

async function open(options: Partial<LocalCloudOptions> = {}) {
  const setting = { functionsDir: folder.path, timers: true, now: startsAt, ...options }
  const opened = await startTestCloud(setting)
  test = opened
  return opened.cloud
}

interface Note {
  readonly name: string
  readonly dueAt: number
  readonly ranAt: number
}

/** What ran, in the order in which it did, with minutes after the start. */
async function notes(): Promise<(Note & { minute: number })[]> {
  const found = (await test?.cloud.engine.find('config')) ?? []
  return found
    .sort((one, other) => Number(one.order) - Number(other.order))
    .map(({ name, dueAt, ranAt }) => ({
      name: String(name),
      dueAt: Number(dueAt),
      ranAt: Number(ranAt),
      minute: Math.floor((Number(dueAt) - startMs) / minuteMs),
    }))
}

describe('a clock that is moved', () => {
  it('fires every tick on its way once, in order, each at its own instant', async () => {
    const cloud = await open()
    const move = await cloud.moveClock(startMs + 60 * minuteMs)
    expect(move).toEqual({
      firedCount: 6,
      fired: { ant: 2, broken: 1, zebra: 3 },
      failed: { broken: 1 },
    })
    const ran = await notes()
    expect(ran.map(({ name, minute }) => `${name} ${minute}`)).toEqual([
      'zebra 20',
      'ant 30',
      'zebra 40',
      'ant 60',
      'zebra 60',
    ])
    for (const { dueAt, ranAt } of ran) expect(Math.abs(ranAt - dueAt)).toBeLessThan(20 * minuteMs)
    expect(cloud.clock.now()).toBeGreaterThanOrEqual(startMs + 60 * minuteMs)
  })

  it('fires nothing backwards, and fires again what it passes again', async () => {
    const cloud = await open()
    await cloud.moveClock(startMs + 25 * minuteMs)
    expect(await cloud.moveClock(startMs)).toMatchObject({ firedCount: 0 })
    expect(await cloud.moveClock(startMs + 25 * minuteMs)).toMatchObject({ fired: { zebra: 1 } })
  })

  it('tells a tick that failed, and goes on', async () => {
    const cloud = await open()
    const move = await cloud.moveClock(startMs + 20 * minuteMs)
    expect(move).toMatchObject({ fired: { broken: 1, zebra: 1 }, failed: { broken: 1 } })
    const timers: unknown = await (await fetch(`${cloud.origin}/lab/timers`)).json()
    expect(timers).toMatchObject([
      { function: 'ant', nextAt: startMs + 30 * minuteMs, lastOutcome: null },
      { function: 'zebra', nextAt: startMs + 40 * minuteMs, lastOutcome: { ok: true } },
      {
        function: 'broken',
        nextAt: startMs + 75 * minuteMs,
        lastOutcome: { ok: false, error: expect.stringContaining('out of order') },
      },
    ])
  })

  it('delivers ticks twice when it is asked to, the same ones for a seed', async () => {
    const cloud = await open()
    const rule = { kind: 'duplicate', at: 'tick', rate: 0.5 } as const
    const firedWith = async (seed: number) => {
      cloud.faults.set({ seed, rules: [rule] })
      await cloud.moveClock(startMs)
      return (await cloud.moveClock(startMs + 60 * minuteMs)).fired
    }
    const once = await firedWith(7)
    const total = Object.values(once).reduce((sum, count) => sum + count, 0)
    expect(total).toBeGreaterThan(6)
    expect(total).toBeLessThan(12)
    expect(await firedWith(7)).toEqual(once)
    cloud.faults.set({})
    expect((await cloud.moveClock(startMs + 120 * minuteMs)).firedCount).toBe(6)
  })

  it('shows how far it has come, and moves one after another', async () => {
    const cloud = await open()
    const toMs = startMs + 300 * minuteMs
    const moved = post(cloud, '/clock', { body: { advanceMs: 300 * minuteMs } })
    let seen: unknown
    do seen = await (await fetch(`${cloud.origin}/clock`)).json()
    while (!JSON.stringify(seen).includes('movingToMs'))
    const next = cloud.moveClock(toMs + 60 * minuteMs)
    expect(seen).toMatchObject({ movingToMs: expect.any(Number), firedCount: expect.any(Number) })
    expect((await moved).answer).toMatchObject({ firedCount: 30 })
    expect(await next).toMatchObject({ fired: { zebra: 3 } })
    expect(await (await fetch(`${cloud.origin}/clock`)).json()).not.toHaveProperty('movingToMs')
  })

  it('goes by the sum of two steps that are asked for at once', async () => {
    const cloud = await open()
    const step = () => post(cloud, '/clock', { body: { advanceMs: 30 * minuteMs } })
    const moved = await Promise.all([step(), step()])
    const counts = moved.map(({ answer }) => Number(Object(answer).firedCount))
    expect(counts.sort()).toEqual([3, 3])
    expect(cloud.clock.now()).toBeGreaterThanOrEqual(startMs + 60 * minuteMs)
  })

  it('stops on its way when the cloud is closed', async () => {
    const cloud = await open()
    const moved = cloud.moveClock(startMs + 100_000 * minuteMs)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await test?.end()
    test = undefined
    expect((await moved).firedCount).toBeLessThan(10_000)
  })
})

describe('a timer in real time', () => {
  it('fires when the clock passes it', async () => {
    const cloud = await open({ now: '2026-03-09T00:19:58+08:00' })
    const deadline = Date.now() + 20_000
    while ((await notes()).length === 0 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(await notes()).toMatchObject([{ name: 'zebra', minute: 20 }])
    expect(cloud.clock.now()).toBeGreaterThan(startMs + 20 * minuteMs)
  })
})
