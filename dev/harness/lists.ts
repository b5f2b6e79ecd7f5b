import type { List } from '../../cloudfunctions/lists/list-document'
import { newBookOf } from '../../cloudfunctions/lists/new-book'
import type { Input } from '../../shared/contract/contract'
import type { ListPlan } from '../../shared/lists/list'
import { newCommunityOwner } from './owner-under-test'
import { EAST, type ShopUnderTest, WEST } from './shop-under-test'

const HOUR_MS = 3_600_000

/** An item of a list, told by what matters of it. */
export type ItemPart = Partial<ListPlan['items'][number]>

export interface ListPart extends Partial<Omit<List, 'items'>> {
  /** `i1`, `i2` …, each a piece of 5.00 yuan without an end unless something else is said. */
  readonly items?: readonly ItemPart[]
}

type Wish = Omit<Input<'lists', 'join'>, 'listId'>
export type Lines = Wish['lines']

export interface ListUnderTest {
  readonly listId: string
  readonly owner: { readonly who: string; readonly memberId: string }
  readonly list: List
}

/** Lists of a shop under test, open from now on for a day, each with an owner of its own. */
export function listsOf(shop: ShopUnderTest) {
  const join = (
    who: string,
    listId: string,
    { requestId = shop.fresh('join'), ...wish }: Partial<Wish> & { requestId?: string } = {},
  ) => {
    const input = { listId, lines: [{ itemId: 'i1', quantity: 1 }], ...wish }
    return shop.callPatiently('lists.join', { as: who, requestId, input })
  }
  /** Somebody new who has joined. */
  const joined = async (listId: string, wish: Parameters<typeof join>[2] = {}) => {
    const { who, memberId } = await shop.newMember()
    const { answer } = await join(who, listId, wish)
    if (!answer.ok) throw new Error(`nobody joined: ${JSON.stringify(answer)}`)
    return { who, memberId, ...answer.value }
  }
  const change = (
    who: string,
    { entryId, lines, requestId = shop.fresh('change') }: Wished & { requestId?: string },
  ) => shop.callPatiently('lists.change', { as: who, requestId, input: { entryId, lines } })
  const cancel = (who: string, entryId: string, requestId = shop.fresh('cancel')) =>
    shop.callPatiently('lists.cancel', { as: who, requestId, input: { entryId } })
  const totals = ({ listId, owner }: Pick<ListUnderTest, 'listId' | 'owner'>) =>
    shop.value('lists.totals', { as: owner.who, input: { listId } })
  return {
    ...{ join, joined, change, cancel, totals },
    newList: (part: ListPart = {}, by?: ListUnderTest['owner']) => newList(shop, part, by),
    entryOf: async (entryId: string) => (await shop.find('list_entries', { _id: entryId }))[0],
    entriesOf: (listId: string) => shop.find('list_entries', { listId }),
    bookOf: async (listId: string) => (await shop.find('list_books', { _id: listId }))[0],
  }
}

type Wished = Pick<Input<'lists', 'change'>, 'entryId' | 'lines'>

/** As it stands once it is published. */
async function newList(
  shop: ShopUnderTest,
  { items = [{}], ...part }: ListPart,
  by?: ListUnderTest['owner'],
): Promise<ListUnderTest> {
  const owner = by ?? (await newCommunityOwner(shop))
  const now = shop.nowMs()
  const _id = shop.fresh('list')
  const plan = planOf(items, now)
  const list: List = {
    ...{ _id, ...plan, ownerId: owner.memberId, ownerName: '团长', storeId: EAST },
    ...{ communityId: null, communityName: null, state: 'running', textState: 'approved' },
    ...{ review: {}, goodsState: 'approved', returnReason: null, isExtended: false },
    ...{ plannedCutOffAt: plan.cutOffAt, commissionPercent: 0, pickupDays: 3, createdAt: now },
    ...{ publishedAt: now, orderedAt: null, arrivedAt: null, arrived: {}, pickupUntilOn: null },
    ...{ copiedFrom: null, dueAt: 0 },
    request: { hash: '', answer: { listId: _id, items: [], pickupPoints: [] } },
    ...part,
  }
  const { engine } = shop.local
  await engine.insert('lists', [JSON.parse(JSON.stringify(list))])
  await engine.insert('list_books', [JSON.parse(JSON.stringify(newBookOf(list, now)))])
  return { listId: _id, owner, list }
}

function planOf(items: readonly ItemPart[], now: number): ListPlan {
  return {
    ...{ title: '周六早市', words: '', pictures: [], opensAt: null, repeatsWeekly: false },
    items: items.map((item, place) => ({
      ...{ itemId: `i${place + 1}`, name: `商品${place + 1}`, spec: null, priceFen: 500 },
      ...{ memberPriceFen: null, stockCount: null, limitCount: null, unit: 'piece' as const },
      ...{ category: null, ...item },
    })),
    pickupPoints: [{ pickupPointId: 'p1', name: '东门', storeId: EAST, hours: '17:00–19:00' }],
    ...{ cutOffAt: now + 24 * HOUR_MS, payment: 'atPickup', threshold: null },
    shortage: 'byNumber',
  }
}

/** Two points: one of each store. */
export const twoPoints = [
  { pickupPointId: 'p1', name: '东门', storeId: EAST, hours: '17:00–19:00' },
  { pickupPointId: 'p2', name: '西门', storeId: WEST, hours: '10:00–12:00' },
]
