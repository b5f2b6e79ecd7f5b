import { openShop } from '../harness/shop-under-test'
import { insertTwinDocuments } from '../harness/twins'
import { type ChaosReport, type ChaosSetting, seededRandom } from './chaos-run'
import {
  firstDifference,
  isMeant,
  mutatingEndpoints,
  type OneRequest,
  openRequest,
} from './one-request'

export const name = 'killed'

const sizes = {
  // The seed chooses some endpoints, and one place in each.
  quick: { endpoints: 5, everywhere: false, stories: 1 },
  full: { endpoints: Number.POSITIVE_INFINITY, everywhere: true, stories: 1000 },
} as const
/** How long a killed function's transaction keeps its locks: a run has many of them. */
const LOCKS_MS = 1_000

/** What is done to a request before it is asked for the last time. */
type Mishap = { readonly fault: string } | 'sweep'

/**
 * R4. A function is killed before and after each database call of every mutating endpoint, and in
 * stories of one to three kills with sweeps between them. Then the phone asks again with its
 * request id and the jobs run: the shop knows exactly what it knows when nothing was killed.
 */
export async function run({ seed, size, functionsDir, only }: ChaosSetting): Promise<ChaosReport> {
  const { endpoints, everywhere, stories } = sizes[size]
  const shop = await openShop({ store: 'memory', functionsDir, transactionLifetimeMs: LOCKS_MS })
  const random = seededRandom(seed)
  const broken: string[] = []
  const counts = { endpoints: 0, calls: 0, kills: 0, stories: 0 }
  try {
    await insertTwinDocuments(shop)
    const named = mutatingEndpoints.filter((endpoint) => isMeant(endpoint, only))
    const chosen = someOf(named, endpoints, random)
    for (const [position, endpoint] of chosen.entries()) {
      const request = await openRequest(shop, endpoint)
      const { wanted, calls } = await untouched(request)
      counts.endpoints += 1
      counts.calls += calls
      const places = placesOf(calls)
      const faults = everywhere ? places : [places[Math.floor(random() * places.length)] ?? '']
      const share = only ? 0 : shareOf(stories, { position, among: chosen.length })
      const tales = [
        ...faults.map((fault) => [{ fault }]),
        ...Array.from({ length: share }, () => inventStory(places, random)),
      ]
      for (const tale of tales) {
        broken.push(...(await tell(request, tale, wanted)))
        counts.kills += tale.filter((mishap) => mishap !== 'sweep').length
      }
      counts.stories += share
      if (!(await shop.books()).balanced) broken.push(`${endpoint}: the books do not balance`)
      await request.reset()
      request.release()
    }
  } finally {
    await shop.stop()
  }
  const figures = {
    'mutating endpoints': counts.endpoints,
    'database calls of them, cold': counts.calls,
    kills: counts.kills,
    'stories of one to three kills': counts.stories,
    'lost, doubled or left half done': broken.length,
  }
  return { figures, broken }
}

/**
 * What the shop knows when nothing goes wrong, and how many database calls that takes. A cold
 * instance, which every kill leaves behind, makes one more.
 */
async function untouched(request: OneRequest): Promise<{ wanted: string; calls: number }> {
  const { answer, dbCalls } = await request.ask()
  const told = JSON.stringify(answer)
  if (!told?.includes('"ok":true')) throw new Error(`${request.name} refuses its twin: ${told}`)
  return { wanted: await request.settledState(), calls: dbCalls + 1 }
}

function placesOf(calls: number): string[] {
  return Array.from({ length: calls }, (_unused, place) => place + 1).flatMap((call) => [
    `kill-before-call:${call}`,
    `kill-after-call:${call}`,
  ])
}

function someOf<T>(all: readonly T[], count: number, random: () => number): T[] {
  const left = [...all]
  while (left.length > count) left.splice(Math.floor(random() * left.length), 1)
  return left
}

/** The stories are dealt out evenly, the first endpoints taking what is left over. */
function shareOf(
  stories: number,
  { position, among }: { position: number; among: number },
): number {
  return Math.floor(stories / among) + (position < stories % among ? 1 : 0)
}

function inventStory(places: readonly string[], random: () => number): Mishap[] {
  const kills = 1 + Math.floor(random() * 3)
  return Array.from({ length: kills }, () => {
    const fault = { fault: places[Math.floor(random() * places.length)] ?? '' }
    return random() < 0.5 ? [fault, 'sweep' as const] : [fault]
  }).flat()
}

async function tell(
  request: OneRequest,
  tale: readonly Mishap[],
  wanted: string,
): Promise<string[]> {
  await request.reset()
  for (const mishap of tale) {
    if (mishap === 'sweep') await request.sweep()
    else await request.ask(mishap)
  }
  const answer = JSON.stringify(await request.askPatiently())
  const state = await request.settledState()
  const told = `${request.name} after ${tale.map((one) => (one === 'sweep' ? one : one.fault))}`
  return [
    ...(answer.includes('"ok":true') ? [] : [`${told} answers ${answer}`]),
    ...(state === wanted ? [] : [`${told}: ${firstDifference(state, wanted)}`]),
  ]
}
