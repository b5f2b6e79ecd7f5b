import { dropsOf } from '../harness/drops-under-test'
import type { ShopUnderTest } from '../harness/shop-under-test'
import { startAnsweringServer } from './answering-server'
import { better, type Pace, paceOf, slowest } from './best-rate'
import { cardsFor } from './drop-crowd'
import type { Figure } from './figures'

const ROUNDS = 12
const OPERATIONS = 64
const LEAST_RATIO = 0.6
const callerCounts = [16, 32] as const
const kinds = ['floor', 'claim', 'lateFloor', 'late'] as const

type Kind = (typeof kinds)[number]
type Operate = (turn: number) => Promise<void>

/**
 * Claims a second, beside invocations that make the same calls with the same documents against a
 * server that only answers: the SDK's no-op rate by the calls of a claim. Both take turns, and the
 * best round of each counts. The bound is on the processor time of a claim; paces tell of the
 * neighbours too, and one who comes too late costs a single call, mostly the cloud's own work.
 */
export async function measureDropRate(
  shop: ShopUnderTest,
  people: readonly string[],
): Promise<Figure[]> {
  const server = await startAnsweringServer()
  const figures: Figure[] = []
  for (const callers of callerCounts) {
    const claims = (ROUNDS + 1) * OPERATIONS
    const open = await openDrop(shop, { people: people.slice(0, claims), quota: claims })
    const over = await openDrop(shop, { people: people.slice(0, claims), quota: 1 })
    await over(0, 'ok')
    const [coupon] = await shop.find('coupons', { 'source.kind': 'drop' })
    const { gateway } = server
    const best = await compare(callers, {
      floor: () => call(shop, 'claim-calls', { event: { gateway, coupon }, told: 'ok' }),
      claim: (turn) => open(turn, 'ok'),
      lateFloor: () => call(shop, 'claim-calls', { event: { gateway }, told: 'ok' }),
      late: (turn) => over(1 + (turn % (claims - 1)), 'DROP_SOLD_OUT'),
    })
    const title = `${callers} callers`
    figures.push(
      ...figuresOf(`${title}, claims`, { full: best.claim, floor: best.floor }, LEAST_RATIO),
      ...figuresOf(`${title}, sold out`, { full: best.late, floor: best.lateFloor }),
    )
  }
  server.stop()
  return figures
}

function figuresOf(
  what: string,
  { full, floor }: Record<'full' | 'floor', Pace>,
  least?: number,
): Figure[] {
  return [
    { what: `${what}: answers/s`, measured: full.perSecond },
    { what: `${what}: the SDK's floor`, measured: floor.perSecond },
    { what: `${what}: ratio`, measured: full.perSecond / floor.perSecond },
    {
      what: `${what}: ratio of processor time`,
      measured: floor.processorMs / full.processorMs,
      ...(least === undefined ? {} : { bound: { least } }),
    },
  ]
}

async function compare(
  callers: number,
  operate: Readonly<Record<Kind, Operate>>,
): Promise<Record<Kind, Pace>> {
  const best = { floor: slowest, claim: slowest, lateFloor: slowest, late: slowest }
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const kind of kinds) {
      const pace = await paceWith(callers, (turn) => operate[kind](round * OPERATIONS + turn))
      // The first round only warms up: instances start.
      if (round > 0) best[kind] = better(best[kind], pace)
    }
  }
  return best
}

function paceWith(callers: number, operate: Operate): Promise<Pace> {
  let begun = 0
  const work = async (): Promise<void> => {
    while (begun < OPERATIONS) {
      const turn = begun
      begun += 1
      await operate(turn)
    }
  }
  return paceOf(OPERATIONS, async () => {
    await Promise.all(Array.from({ length: callers }, work))
    return undefined
  })
}

/** A drop of one community that is open, and how the member at a place claims of it. */
async function openDrop(
  shop: ShopUnderTest,
  { people, quota }: { people: readonly string[]; quota: number },
): Promise<(place: number, told: string) => Promise<void>> {
  const { dropId, group } = await dropsOf(shop).newOpenDrop({ quotaCounts: [quota] })
  const cards = await cardsFor(shop, people, () => group)
  return (place, told) => {
    const requestId = `rate-${dropId}-${place}`
    const event = { action: 'claim', requestId, input: { dropId }, group: cards[place] }
    return call(shop, 'drops', { event, told, openid: people[place] ?? '' })
  }
}

async function call(
  shop: ShopUnderTest,
  fn: string,
  { event, told, openid = 'bench' }: { event: object; told: string; openid?: string },
): Promise<void> {
  const { answer } = await shop.local.call(fn, event, { openid })
  const { ok, code } = Object(answer)
  if ((ok ? 'ok' : code) !== told) throw new Error(`${fn} answered ${JSON.stringify(answer)}`)
}
