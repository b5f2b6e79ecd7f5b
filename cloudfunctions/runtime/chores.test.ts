import { sdkEnvironment, startTestCloud, type TestCloud } from '../../dev/harness/cloud'
import { newShop } from '../../shared/rules/shop'
import type { Chore } from './chores'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ store: 'memory' })
  Object.assign(process.env, sdkEnvironment(cloud.origin))
})
afterAll(() => cloud.stop())

const MORNING = Date.parse('2026-03-10T02:00:00.000Z')
const LEASE_OVER_MS = 71_000

/** A warm instance of a function with a timer: what it remembers is its own. */
function newInstance(feature: string) {
  let runChores: typeof import('./chores').runChores | undefined
  jest.isolateModules(() => {
    runChores = jest.requireActual<typeof import('./chores')>('./chores').runChores
  })
  const lines: Record<string, unknown>[] = []
  const tick = (chores: readonly Chore[], todayOn = '2026-03-10', now = MORNING) => {
    if (!runChores) throw new Error('the instance did not load')
    const context = { now, todayOn, shop: newShop, requestId: 'tick', hasTimeLeft: () => true }
    return runChores(chores, { feature, context, log: (line) => lines.push(line) })
  }
  return { tick, lines }
}

function choreOf(name: string, more: Partial<Chore> = {}) {
  const runs: string[] = []
  const run: Chore['run'] = async ({ todayOn }) => {
    runs.push(todayOn)
    return { done: 1 }
  }
  return { runs, chore: { name, every: 'tick', run, ...more } satisfies Chore as Chore }
}

const runsOf = async (name: string) => {
  const found = await cloud.local.engine.find('job_runs', { name }, { sort: { startedAt: 1 } })
  return found.map(({ counts, failure, isTakenOver }) => ({ counts, failure, isTakenOver }))
}
const clean = { failure: null, isTakenOver: false }

describe('a chore of each tick', () => {
  it('runs when it is due, and what it did is kept with its counts and times', async () => {
    let due = true
    const { runs, chore } = choreOf('work', { isDue: async () => due })
    const { tick } = newInstance('ticks')
    expect(await tick([chore])).toEqual({ done: 1 })
    due = false
    expect(await tick([chore])).toEqual({ due: 0 })
    expect(runs).toHaveLength(1)
    expect(await runsOf('ticks.work')).toEqual([{ counts: { done: 1 }, ...clean }])
    const [run] = await cloud.local.engine.find('job_runs', { name: 'ticks.work' })
    expect(run?.startedAt).toBe(MORNING)
    expect(Number(run?.endedAt)).toBeGreaterThanOrEqual(MORNING)
  })

  it('writes nothing at a tick that finds nothing, and no run when it did nothing', async () => {
    const idle = choreOf('idle', { isDue: async () => false })
    const { tick } = newInstance('idling')
    expect(await tick([idle.chore])).toEqual({ due: 0 })
    expect(await cloud.local.engine.find('job_leases', { _id: 'idling.idle' })).toEqual([])
    const vain = choreOf('vain', { run: async () => ({ done: 0, unfinished: 1 }) })
    expect(await tick([vain.chore])).toEqual({ done: 0, unfinished: 1 })
    expect(await runsOf('idling.vain')).toEqual([])
  })

  it('is skipped while another run holds its lease, and no other chore is', async () => {
    let begun = () => {}
    let end = () => {}
    const isAtIt = new Promise<void>((done) => {
      begun = done
    })
    const mayEnd = new Promise<void>((done) => {
      end = done
    })
    const slow = choreOf('slow', {
      run: async () => {
        begun()
        await mayEnd
        return { done: 1 }
      },
    })
    const other = choreOf('other', { run: async () => ({ others: 1 }) })
    const first = newInstance('leased').tick([slow.chore])
    await isAtIt
    const second = await newInstance('leased').tick([slow.chore, other.chore])
    expect(second).toEqual({ skipped: 1, others: 1 })
    end()
    expect(await first).toEqual({ done: 1 })
    expect(await newInstance('leased').tick([slow.chore])).toEqual({ done: 1 })
  })

  it('goes on where a run died, once that one’s lease is over, and says so', async () => {
    const lease = { _id: 'dying.work', holder: 'dead', untilAt: MORNING + LEASE_OVER_MS - 1_000 }
    await cloud.local.engine.insert('job_leases', [lease])
    const { chore } = choreOf('work')
    const { tick } = newInstance('dying')
    expect(await tick([chore])).toEqual({ skipped: 1 })
    expect(await tick([chore], '2026-03-10', MORNING + LEASE_OVER_MS)).toEqual({ done: 1 })
    expect(await runsOf('dying.work')).toMatchObject([{ isTakenOver: true }])
    expect(await tick([chore], '2026-03-10', MORNING + LEASE_OVER_MS + 1)).toEqual({ done: 1 })
    expect(await runsOf('dying.work')).toMatchObject([{ isTakenOver: true }, clean])
  })

  it('that fails stops no other, and what was wrong is kept and in the log', async () => {
    const fail = async () => {
      throw new Error('the shelf fell down')
    }
    const broken = choreOf('broken', { run: fail })
    const blind = choreOf('blind', { isDue: fail, run: fail })
    const good = choreOf('good')
    const { tick, lines } = newInstance('failing')
    const all = [broken.chore, blind.chore, good.chore]
    expect(await tick(all)).toEqual({ failed: 2, done: 1 })
    const failure = 'the shelf fell down'
    for (const name of ['failing.broken', 'failing.blind']) {
      expect(await runsOf(name)).toEqual([{ ...clean, counts: {}, failure }])
      const told = lines.filter(({ chore }) => chore === name).map(({ fault }) => String(fault))
      expect(told.at(-1)).toContain('Error: the shelf fell down\n')
    }
    // Its lease is free again: the next tick tries anew.
    expect(await tick(all)).toEqual({ failed: 2, done: 1 })
  })

  it('is asked again after another has run, which may have made it due', async () => {
    let due = false
    const maker = choreOf('maker', {
      run: async () => {
        due = true
        return { made: 1 }
      },
    })
    const follower = choreOf('follower', { isDue: async () => due })
    const { tick } = newInstance('following')
    expect(await tick([maker.chore, follower.chore])).toEqual({ made: 1, done: 1 })
  })
})

describe('a chore of the day', () => {
  it('runs at the first tick of a date, once, whichever instance ticks', async () => {
    const { runs, chore } = choreOf('daily', { every: 'day' })
    const [one, other] = [newInstance('days'), newInstance('days')]
    expect(await one.tick([chore])).toEqual({ done: 1 })
    for (const { tick } of [one, other, newInstance('days')]) {
      expect(await tick([chore])).toEqual({ due: 0 })
    }
    expect(await one.tick([chore], '2026-03-11')).toEqual({ done: 1 })
    expect(runs).toEqual(['2026-03-10', '2026-03-11'])
    expect(await runsOf('days.daily')).toHaveLength(2)
  })

  it('runs once after three missed days, not three times', async () => {
    const { runs, chore } = choreOf('daily', { every: 'day' })
    const { tick } = newInstance('missing')
    await tick([chore], '2026-03-10')
    for (let count = 0; count < 3; count += 1) await tick([chore], '2026-03-14')
    expect(runs).toEqual(['2026-03-10', '2026-03-14'])
  })

  it('is not due twice on a date, though it asks for itself and finds more', async () => {
    const { runs, chore } = choreOf('daily', { every: 'day', isDue: async () => true })
    expect(await newInstance('asking').tick([chore])).toEqual({ done: 1 })
    const other = newInstance('asking')
    expect(await other.tick([chore])).toEqual({})
    expect(await other.tick([chore])).toEqual({ due: 0 })
    expect(runs).toEqual(['2026-03-10'])
  })

  it('comes again at the next tick when it failed, or has more to do', async () => {
    let outcome: 'fails' | 'more' | 'done' = 'fails'
    const { chore } = choreOf('daily', {
      every: 'day',
      run: async () => {
        if (outcome === 'fails') throw new Error('no power')
        return { done: 1, unfinished: outcome === 'more' ? 1 : 0 }
      },
    })
    const { tick } = newInstance('again')
    expect(await tick([chore])).toEqual({ failed: 1 })
    outcome = 'more'
    expect(await tick([chore])).toEqual({ done: 1, unfinished: 1 })
    outcome = 'done'
    expect(await tick([chore])).toEqual({ done: 1, unfinished: 0 })
    expect(await tick([chore])).toEqual({ due: 0 })
  })

  it('is done by one of two ticks at the same time', async () => {
    const { runs, chore } = choreOf('daily', { every: 'day' })
    await Promise.all([newInstance('twice'), newInstance('twice')].map(({ tick }) => tick([chore])))
    expect(runs).toHaveLength(1)
  })
})
