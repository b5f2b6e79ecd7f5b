import { insertMembers } from '../harness/crowd-of-members'
import { listsOf } from '../harness/lists'
import { newCommunityOwner } from '../harness/owner-under-test'
import { openShop, type ShopUnderTest, tallyOf } from '../harness/shop-under-test'
import type { Document } from '../localcloud/engine/document'
import { type ChaosReport, type ChaosSetting, seededRandom, unequal } from './chaos-run'

export const name = 'list-rush'

const sizes = { quick: { rounds: 1, buyers: 24 }, full: { rounds: 100, buyers: 100 } } as const
/** More than the platform keeps for one function here, so that more of them meet. */
const INSTANCES = 8
const STOCK = 30
const SECOND_STOCK = 25
/** What the twin keeps its entries in. */
const TWIN = 'list_twin'
const PROPER = new Set(['ok', 'SOLD_OUT'])

interface Crowd {
  readonly shop: ShopUnderTest
  readonly owner: { readonly who: string; readonly memberId: string }
  readonly people: readonly string[]
  readonly random: () => number
}

/** What one buyer wants: so many of the first item, and perhaps one of the second. */
interface Wish {
  readonly who: string
  readonly first: number
  readonly second: number
}

/**
 * Many join one list at once. Numbers have no gap and no repeat, those of cancelled entries are
 * kept; the last goods are sold exactly, two items at once or neither; nobody hears of an error.
 * Beside it the same buyers come to a list that counts its entries and then inserts one, as public
 * tools do, on the same gateway.
 */
export async function run({ seed, size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const { rounds, buyers } = sizes[size]
  const functionLimits = { instances: INSTANCES }
  const shop = await openShop({ store: 'memory', functionsDir, functionLimits })
  const broken: string[] = []
  const sums: Record<string, number> = {}
  const count = (figures: Readonly<Record<string, number>>) => {
    for (const [what, figure] of Object.entries(figures)) sums[what] = (sums[what] ?? 0) + figure
  }
  try {
    const owner = await newCommunityOwner(shop)
    const people = await insertMembers(shop, buyers)
    const crowd = { shop, owner, people, random: seededRandom(seed) }
    await shop.local.engine.createCollection(TWIN)
    for (let round = 1; round <= rounds; round += 1) {
      const found = [
        ...(await numbersOf(crowd)),
        ...(await lastOf(crowd, count)),
        ...(await twoAtOnce(crowd)),
      ]
      broken.push(...found.map((sentence) => `round ${round}: ${sentence}`))
    }
  } finally {
    await shop.stop()
  }
  return { figures: { rounds, buyers, instances: INSTANCES, ...sums }, broken }
}

/** As many numbers as buyers, one in five of whom cancels at once. */
async function numbersOf({ shop, owner, people }: Crowd): Promise<string[]> {
  const { newList, join, cancel, entriesOf } = listsOf(shop)
  const { listId } = await newList({}, owner)
  const calls = await Promise.all(
    people.map(async (who, place) => {
      const called = await join(who, listId)
      if (called.answer.ok && place % 5 === 0) await cancel(who, called.answer.value.entryId)
      return called
    }),
  )
  const entries = await entriesOf(listId)
  const numbers = entries.map(({ entryNo }) => Number(entryNo)).sort((one, other) => one - other)
  const wanted = people.map((_who, place) => place + 1)
  const cancelled = entries.filter(({ state }) => state === 'cancelled').length
  return [
    ...unequal('answers', JSON.stringify(tallyOf(calls)), JSON.stringify({ ok: people.length })),
    ...unequal('numbers', numbers.join(' '), wanted.join(' ')),
    ...unequal('cancelled', cancelled, Math.ceil(people.length / 5)),
  ]
}

/** 30 are left, and each wants 1 to 3: ours, and the twin beside it. */
async function lastOf(
  crowd: Crowd,
  count: (figures: Readonly<Record<string, number>>) => void,
): Promise<string[]> {
  const { shop, owner, random } = crowd
  const { newList, entriesOf, bookOf } = listsOf(shop)
  const { listId } = await newList({ items: [{ stockCount: STOCK }] }, owner)
  const wishes = crowd.people.map((who) => {
    return { who, first: 1 + Math.floor(random() * 3), second: 0 }
  })
  const heard = await buyAtOnce(crowd, listId, wishes)
  const sold = soldOf(await entriesOf(listId), 'i1')
  const twin = await countThenInsert(shop, listId, wishes)
  count({ 'units sold by ours': sold, ...twin })
  const book = Object(await bookOf(listId))
  return [
    ...improper(heard),
    ...refusedInVain(heard, book.left),
    ...unequal('left', book.left?.i1, STOCK - sold),
    ...unequal('numbers', book.order?.length, (await entriesOf(listId)).length),
    ...unequal('marks', Object.keys(book.todo ?? {}).length, 0),
  ]
}

/** Two items, each with its own end: whoever has an entry has both. */
async function twoAtOnce(crowd: Crowd): Promise<string[]> {
  const { shop, owner, random } = crowd
  const { newList, entriesOf, bookOf } = listsOf(shop)
  const items = [{ stockCount: STOCK }, { stockCount: SECOND_STOCK }]
  const { listId } = await newList({ items }, owner)
  const wishes = crowd.people.map((who) => {
    return { who, first: 1 + Math.floor(random() * 2), second: 1 }
  })
  const heard = await buyAtOnce(crowd, listId, wishes)
  const entries = await entriesOf(listId)
  const { left } = Object(await bookOf(listId))
  const halves = entries.filter(({ lines }) => Object(lines).length !== 2).length
  return [
    ...improper(heard),
    ...refusedInVain(heard, left),
    ...unequal('entries with one item alone', halves, 0),
    ...unequal('first left', left?.i1, STOCK - soldOf(entries, 'i1')),
    ...unequal('second left', left?.i2, SECOND_STOCK - soldOf(entries, 'i2')),
    ...unequal('told of a place', heard.filter(({ told }) => told === 'ok').length, entries.length),
  ]
}

interface Heard extends Wish {
  /** `ok`, or why not. */
  readonly told: string
}

async function buyAtOnce(
  { shop }: Crowd,
  listId: string,
  wishes: readonly Wish[],
): Promise<readonly Heard[]> {
  const { join } = listsOf(shop)
  return Promise.all(
    wishes.map(async (wish) => {
      const lines = [
        { itemId: 'i1', quantity: wish.first },
        ...(wish.second > 0 ? [{ itemId: 'i2', quantity: wish.second }] : []),
      ]
      const { answer } = await join(wish.who, listId, { lines })
      return { ...wish, told: answer.ok ? 'ok' : answer.code }
    }),
  )
}

function improper(heard: readonly Heard[]): string[] {
  return heard
    .filter(({ told }) => !PROPER.has(told))
    .map(({ who, told }) => `${who} heard ${told}`)
}

/** What is left only becomes less: at the end nobody was refused whose choice is still there. */
function refusedInVain(heard: readonly Heard[], left: Readonly<Record<string, number>>): string[] {
  const { i1 = 0, i2 = 0 } = left
  const isOversold = i1 < 0 || i2 < 0 ? [`oversold: ${JSON.stringify(left)}`] : []
  const inVain = heard.filter((one) => one.told !== 'ok' && one.first <= i1 && one.second <= i2)
  return [...isOversold, ...inVain.map(({ who }) => `${who} was refused what is left`)]
}

function soldOf(entries: readonly Document[], itemId: string): number {
  return entries.reduce((sum, { lines }) => {
    const own: { itemId: string; count: number }[] = Object(lines)
    return sum + own.reduce((so, line) => so + (line.itemId === itemId ? line.count : 0), 0)
  }, 0)
}

/**
 * What public tools do: read the entries, see that there is enough, take the next number, insert.
 * Each step by itself is right.
 */
async function countThenInsert(
  shop: ShopUnderTest,
  listId: string,
  wishes: readonly Wish[],
): Promise<Record<string, number>> {
  const twin = (await shop.database()).collection(TWIN)
  await Promise.all(
    wishes.map(async ({ who, first }) => {
      const { data } = Object(await twin.where({ listId }).limit(1_000).get())
      const entries: Document[] = data
      if (countIn(entries) + first > STOCK) return
      await twin.add({ data: { listId, who, count: first, entryNo: entries.length + 1 } })
    }),
  )
  const entries = await shop.find(TWIN, { listId })
  const numbers = new Set(entries.map(({ entryNo }) => entryNo))
  return {
    'units sold by count-then-insert': countIn(entries),
    'oversold by count-then-insert': Math.max(0, countIn(entries) - STOCK),
    'numbers given twice by count-then-insert': entries.length - numbers.size,
  }
}

function countIn(entries: readonly Document[]): number {
  return entries.reduce((sum, { count }) => sum + Number(count), 0)
}
