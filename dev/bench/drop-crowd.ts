import { memberIdIn } from '../harness/crowd-of-members'
import { dropsOf } from '../harness/drops-under-test'
import { inLanes } from '../harness/in-lanes'
import type { ShopUnderTest } from '../harness/shop-under-test'
import type { Figure } from './figures'

const QUOTAS = [300, 200]
const COUPONS = 500
/** Neighbours that tap at one moment. */
const AT_ONCE = 300
const MOST_CALLS = { winner: 2.5, loser: 1.5 }

/** What one call of a claim was told, and what it cost. */
interface Told {
  /** `ok`, `over`, or whatever else: an error to whoever reads it. */
  readonly told: string
  readonly dbCalls: number
}

interface Crowd {
  readonly calls: readonly Told[]
  readonly perSecond: number
  /** What the database has in the end. */
  readonly stored: number
}

/** The same crowd claims the same drop in both ways, one after the other. Nobody asks again. */
export async function measureCrowds(
  shop: ShopUnderTest,
  people: readonly string[],
): Promise<Figure[]> {
  const ours = await claimedBySlots(shop, people)
  const twin = await claimedByStock(shop, people)
  const { winner, loser, all } = callsOf(ours)
  const other = callsOf(twin)
  return [
    { what: 'members, for 500 coupons in two communities', measured: people.length },
    { what: 'the drop: granted', measured: granted(ours), bound: { least: COUPONS } },
    { what: 'the drop: stored', measured: ours.stored, bound: { most: COUPONS } },
    { what: 'the drop: told an error', measured: errors(ours), bound: { most: 0 } },
    { what: 'the drop: calls of a winner', measured: winner, bound: { most: MOST_CALLS.winner } },
    { what: 'the drop: calls of a loser', measured: loser, bound: { most: MOST_CALLS.loser } },
    { what: 'the drop: calls a claim, all', measured: all },
    { what: 'the drop: answers/s', measured: ours.perSecond },
    { what: 'one stock document: granted', measured: granted(twin) },
    { what: 'one stock document: stored', measured: twin.stored },
    { what: 'one stock document: told an error', measured: errors(twin) },
    { what: 'one stock document: calls of a winner', measured: other.winner },
    { what: 'one stock document: calls of a loser', measured: other.loser },
    { what: 'one stock document: calls a claim, all', measured: other.all },
    { what: 'one stock document: answers/s', measured: twin.perSecond },
  ]
}

async function claimedBySlots(shop: ShopUnderTest, people: readonly string[]): Promise<Crowd> {
  const { dropId, communities } = await dropsOf(shop).newOpenDrop({ quotaCounts: QUOTAS })
  const cards = await cardsFor(shop, people, (place) => communities[place % 2]?.group ?? '')
  const claim = async (place: number): Promise<Told> => {
    const event = { action: 'claim', requestId: `crowd-${place}`, input: { dropId } }
    const sent = { ...event, group: cards[place] }
    const { answer, dbCalls } = await shop.local.call('drops', sent, { openid: people[place] })
    const { ok, code } = Object(answer)
    return { told: ok ? 'ok' : code === 'DROP_SOLD_OUT' ? 'over' : String(code), dbCalls }
  }
  const crowd = await atOnce(people.length, claim)
  return { ...crowd, stored: (await shop.find('coupons', { 'source.id': dropId })).length }
}

async function claimedByStock(shop: ShopUnderTest, people: readonly string[]): Promise<Crowd> {
  const stocks = QUOTAS.map((leftCount, place) => ({ _id: `bench-stock-${place}`, leftCount }))
  await shop.local.engine.insert('config', stocks)
  const claim = async (place: number): Promise<Told> => {
    const openid = people[place] ?? ''
    const event = { memberId: memberIdIn(openid), stockId: `bench-stock-${place % 2}` }
    const { answer, dbCalls } = await shop.local.call('stock-transaction', event, { openid })
    const { told } = Object(answer)
    return { told: told === 'sold out' ? 'over' : String(told), dbCalls }
  }
  const crowd = await atOnce(people.length, claim)
  const stored = await shop.find('requests', { stockId: { $exists: true } })
  return { ...crowd, stored: stored.length }
}

/** A fresh card for each, since one lives for five minutes. */
export async function cardsFor(
  shop: ShopUnderTest,
  people: readonly string[],
  groupOf: (place: number) => string,
): Promise<object[]> {
  const cards: object[] = []
  for (const [place, who] of people.entries()) cards.push(await shop.cardOf(groupOf(place), who))
  return cards
}

async function atOnce(count: number, claim: (place: number) => Promise<Told>) {
  const calls: Told[] = []
  const startedAt = performance.now()
  const works = Array.from({ length: count }, (_unused, place) => async () => {
    calls.push(await claim(place).catch(() => ({ told: 'nothing', dbCalls: 0 })))
  })
  await inLanes(AT_ONCE, works)
  return { calls, perSecond: (count / (performance.now() - startedAt)) * 1000 }
}

function granted({ calls }: Crowd): number {
  return calls.filter(({ told }) => told === 'ok').length
}

function errors({ calls }: Crowd): number {
  return calls.filter(({ told }) => told !== 'ok' && told !== 'over').length
}

function callsOf({ calls }: Crowd) {
  const mean = (those: readonly Told[]) =>
    those.reduce((sum, { dbCalls }) => sum + dbCalls, 0) / Math.max(1, those.length)
  return {
    winner: mean(calls.filter(({ told }) => told === 'ok')),
    loser: mean(calls.filter(({ told }) => told === 'over')),
    all: mean(calls),
  }
}
