import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalCloud, startLocalCloud } from '../localcloud/cloud'
import { thingDeclarations } from '../localcloud/fixtures/bare-engine'
import { startAnsweringServer } from './answering-server'
import { better, type Pace, paceOf, slowest } from './best-rate'
import { type Figure, median } from './figures'

const ROUNDS = 15
const LEAST_RATIO = 0.7

interface Load {
  readonly mix: 'reads' | 'both'
  readonly callers: number
  readonly calls: number
}

interface Rate {
  readonly full: Pace
  readonly floor: Pace
}

/**
 * SDK calls a second through the whole gateway, beside the same SDK in the same worker against a
 * server that only answers. Both take turns in short rounds, and the best round of each counts:
 * what else the machine does meanwhile makes some slower, and none faster.
 */
export async function measureSdkRate(): Promise<Figure[]> {
  const stored = await onCloud('disk', async (rateOf, commitMs) => [
    ...figuresOf('32 callers, reads and writes', await rateOf('both', 32), LEAST_RATIO),
    ...figuresOf('16 callers, reads and writes', await rateOf('both', 16), LEAST_RATIO),
    // In series nothing hides the wait for the cloud, nor that for the disk at every write.
    ...figuresOf('in series, reads', await rateOf('reads', 1)),
    ...figuresOf('in series, reads and writes', await rateOf('both', 1)),
    { what: 'one write to this disk, ms', measured: await commitMs() },
  ])
  const unstored = await onCloud('memory', async (rateOf) =>
    figuresOf('in series, reads and writes, no disk', await rateOf('both', 1)),
  )
  return [...stored, ...unstored]
}

function figuresOf(what: string, { full, floor }: Rate, least?: number): Figure[] {
  return [
    { what: `${what}: calls/s`, measured: full.perSecond },
    { what: `${what}: the SDK's floor`, measured: floor.perSecond },
    { what: `${what}: the same of processor time`, measured: floor.processorMs / full.processorMs },
    {
      what: `${what}: ratio`,
      measured: full.perSecond / floor.perSecond,
      ...(least === undefined ? {} : { bound: { least } }),
    },
  ]
}

type RateOf = (mix: 'reads' | 'both', callers: number) => Promise<Rate>

async function onCloud(
  store: 'disk' | 'memory',
  measure: (rateOf: RateOf, commitMs: () => Promise<number>) => Promise<Figure[]>,
): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huilin-bench-'))
  const functionsDir = join(__dirname, 'functions')
  const declarations = thingDeclarations
  const cloud = await startLocalCloud({ port: 0, dataDir, functionsDir, declarations, store })
  const server = await startAnsweringServer()
  try {
    await cloud.engine.load('things', things())
    const rateOf: RateOf = (mix, callers) =>
      compare(cloud, { mix, callers, calls: callers === 1 ? 200 : 800 }, server.gateway)
    return await measure(rateOf, () => commitMs(cloud))
  } finally {
    server.stop()
    await cloud.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The rates of both, each in its best round, after one that only warms up. */
async function compare(cloud: LocalCloud, load: Load, gateway: string): Promise<Rate> {
  const once = (event: object): Promise<Pace> =>
    paceOf(load.calls, async () => {
      const caller = { openid: 'bench' }
      const { answer } = await cloud.call('sdk-calls', { ...load, ...event }, caller)
      return Number(answer)
    })
  let full = slowest
  let floor = slowest
  for (let round = 0; round <= ROUNDS; round += 1) {
    const here = await once({})
    const there = await once({ gateway })
    if (round === 0) continue
    full = better(full, here)
    floor = better(floor, there)
  }
  return { full, floor }
}

async function commitMs({ engine }: LocalCloud): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 200; n += 1) {
    const startedAt = performance.now()
    await engine.update('things', {
      filter: { _id: `thing-${n}` },
      update: { $inc: { count: 1 } },
      multi: false,
    })
    times.push(performance.now() - startedAt)
  }
  return median(times)
}

function things() {
  return Array.from({ length: 1000 }, (_unused, n) => ({
    _id: `thing-${n}`,
    mark: `mark-${n}`,
    group: `group-${n % 100}`,
    rank: n,
    count: 0,
    tags: [],
    name: '小满鲜食',
  }))
}
