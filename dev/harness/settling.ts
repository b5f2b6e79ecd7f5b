import { listsOf, type Plan } from './lists-under-test'
import type { ShopUnderTest } from './shop-under-test'

/** Longer than a dead run keeps its lease. */
const LATER_MS = 75_000

const eggs = { items: [{ name: '鸡蛋', priceFen: 1500, stockCount: 4 }] }

/** Lists that end in each of the ways in which one may end. */
export const settledPlans: readonly Partial<Plan>[] = [
  { ...eggs, threshold: { count: 2, below: 'release' }, repeatWeekly: true },
  { ...eggs, threshold: { count: 9, below: 'release' } },
  { ...eggs, threshold: { count: 9, below: 'extend' } },
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

  /** A list with entries that stand, wait and are held, past its cut-off. */
  const openList = async (plan: Partial<Plan>, owner: string) => {
    const { listId } = await lists.newList(plan, owner)
    const { who, entryId } = await lists.joined(listId, { quantity: 2 })
    await lists.joined(listId, { quantity: 2 })
    await lists.joined(listId, { quantity: 1, ifSoldOut: 'hold' })
    await lists.joined(listId, { quantity: 3, ifSoldOut: 'fill' })
    const input = { entryId, lines: [{ itemId: 'i1', quantity: 1 }] }
    await shop.value('lists.change', { as: who, requestId: shop.fresh('less'), input })
    const list = await lists.stored(listId)
    await shop.advanceClock(Number(list?.cutOffAt) - shop.nowMs() + 1_000)
    return listId
  }

  /** Settles one list, killed after its so manieth call where one is named. */
  const settled = async (
    plan: Partial<Plan>,
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
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'listApproved')
      .sort(),
  }
}
