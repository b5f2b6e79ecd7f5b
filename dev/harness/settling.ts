import { listsOf, type Plan } from './lists-under-test'
import type { ShopUnderTest } from './shop-under-test'

/** Longer than a dead run keeps its lease. */
const LATER_MS = 75_000

const eggs = { items: [{ name: '鸡蛋', priceFen: 1500, stockCount: 4 }] }

/** A list that is settled, and whether anybody joined it. */
export type SettledPlan = Partial<Plan> & { readonly isEmpty?: boolean }

/** Lists that end in each of the ways in which one may end; online ones with nobody who paid. */
export const settledPlans: readonly SettledPlan[] = [
  { ...eggs, threshold: { count: 2, below: 'release' }, repeatWeekly: true },
  { ...eggs, threshold: { count: 9, below: 'release' } },
  { ...eggs, threshold: { count: 9, below: 'extend' } },
  { ...eggs, threshold: { count: 9, below: 'deliver' } },
  { ...eggs, isEmpty: true, repeatWeekly: true },
  { ...eggs, payment: 'online', threshold: { count: 2, below: 'release' } },
]

/** What is so of a list in the end, told in words that a failure shows. */
export interface Settled {
  readonly told: object
  /** False when the job was done before that call. */
  readonly isKilled: boolean
}

/** Lists whose job is killed after one of its calls, and goes on at its next ticks. */
export function settlingOf(shop: ShopUnderTest, { locksMs }: { readonly locksMs: number }) {
  const lists = listsOf(shop)

  /** A list past its cut-off, with entries that stand, wait and are held, or without any. */
  const openList = async ({ isEmpty = false, ...plan }: SettledPlan, owner: string) => {
    const { listId } = await lists.newList(plan, owner)
    if (!isEmpty) await fill(listId, plan)
    const list = await lists.stored(listId)
    await shop.advanceClock(Number(list?.cutOffAt) - shop.nowMs() + 1_000)
    return listId
  }
  const fill = async (listId: string, { payment }: SettledPlan) => {
    const { who, entryId } = await lists.joined(listId, { quantity: 2 })
    await lists.joined(listId, { quantity: 2 })
    await lists.joined(listId, { quantity: 1, ifSoldOut: 'hold' })
    await lists.joined(listId, { quantity: 3, ifSoldOut: 'fill' })
    // An entry that awaits its payment is paid or cancelled, and not changed.
    if (payment === 'online') return
    const input = { entryId, lines: [{ itemId: 'i1', quantity: 1 }] }
    await shop.value('lists.change', { as: who, requestId: shop.fresh('less'), input })
  }

  /** Settles one list, killed after its so manieth call where one is named. */
  const settled = async (
    plan: SettledPlan,
    { owner, call }: { readonly owner: string; readonly call: number | null },
  ): Promise<Settled> => {
    const listId = await openList(plan, owner)
    const rule = { kind: 'kill', at: 'after-call', call: call ?? 1, request: 1 } as const
    if (call !== null) shop.local.faults.set({ rules: [{ ...rule, function: 'lists' }] })
    const isKilled = await shop.local.fireTimer('lists').then(
      () => false,
      () => true,
    )
    shop.local.faults.set({ rules: [] })
    if (isKilled) await new Promise((resolve) => setTimeout(resolve, locksMs))
    for (let tick = 0; tick < 2; tick += 1) {
      await shop.advanceClock(LATER_MS)
      await shop.fireTimer('lists')
    }
    return { told: await tellOf(shop, listId), isKilled }
  }

  return { settled }
}

/** How many an owner is told joined, and what became of it. */
function countIn(facts: unknown): string {
  const { outcome = '', entryCount = '' }: Record<string, unknown> = Object(facts)
  return `${outcome} ${entryCount}`.trim()
}

async function tellOf(shop: ShopUnderTest, listId: string) {
  const [list] = await shop.find('lists', { _id: listId })
  const [book] = await shop.find('list_books', { _id: listId })
  const entries = await shop.find('list_entries', { listId })
  const repeats = await shop.find('lists', { copiedFrom: listId })
  const books = await shop.find('list_books', { _id: repeats[0]?._id ?? '' })
  const told = await shop.find('messages', { 'facts.listId': listId })
  return {
    ...{ state: list?.state, isExtended: list?.isExtended, isDue: list?.dueAt !== 0 },
    ...{ isOpen: book?.isOpen, left: book?.left, ordered: book?.ordered },
    ...{ waiting: book?.waiting, todo: book?.todo, gone: book?.goneCount ?? 0 },
    entries: entries.map(({ entryNo, state }) => `${entryNo} ${state}`).sort(),
    ...{ repeats: repeats.length, books: books.length },
    // Its goods are approved once, with the first of these lists.
    messages: told
      .filter(({ kind }) => kind !== 'listApproved')
      .map(({ kind, facts }) => `${kind} ${countIn(facts)}`.trim())
      .sort(),
  }
}
