import type { Entry, EntryDocumentLine, List } from '../../cloudfunctions/lists/list-document'
import type { EntryTier, ShortChoice } from '../../shared/lists/list'
import { communitiesOf } from './communities-under-test'
import { EAST, type ShopUnderTest, WEST } from './shop-under-test'

/** What one entry of a list orders: `i1` strawberries by the piece, `i2` melons by the jin. */
export interface Ordered {
  readonly lines: Readonly<Record<string, number>>
  readonly ifShort?: ShortChoice
  readonly tier?: EntryTier
  /** Who ordered: somebody new if nobody is named, null for a name without an account. */
  readonly who?: string | null
  readonly point?: 'p1' | 'p2' | 'p3'
  /** Paid before the goods were here. */
  readonly paidFen?: number
}

export interface ListOptions {
  readonly payment?: List['payment']
  readonly shortage?: List['shortage']
  readonly commissionPercent?: number
  readonly owner?: { readonly who: string; readonly memberId: string }
}

export const PIECE_FEN = 1_990
export const JIN_FEN = 333

/** Lists past their cut-off, put there as the job leaves them. */
export function orderedListsOf(shop: ShopUnderTest) {
  const { engine } = shop.local
  const newOwner = async () => {
    const { who, memberId } = await shop.newMember()
    await communitiesOf(shop).newCommunity(who)
    return { who, memberId }
  }
  const ordererOf = async (who: string | null | undefined) => {
    if (who === null) return { who: '', memberId: null }
    if (who === undefined) return shop.newMember()
    return { who, memberId: (await shop.value('members.join', { as: who })).memberId }
  }
  /** A list with these entries, numbered from 1; its points are east, west, and the owner's own. */
  const newList = async (ordered: readonly Ordered[], options: ListOptions = {}) => {
    const owner = options.owner ?? (await newOwner())
    const listId = shop.fresh('list')
    const list = listOf(listId, owner.memberId, { now: shop.nowMs(), ...options })
    await engine.insert('lists', [plain(list)])
    const entries: { who: string; memberId: string | null; entryId: string }[] = []
    for (const [place, one] of ordered.entries()) {
      const { who, memberId } = await ordererOf(one.who)
      const entryId = shop.fresh('entry')
      const entry = entryOf(one, { listId, entryId, memberId, entryNo: place + 1 })
      await engine.insert('list_entries', [plain(entry)])
      entries.push({ who, memberId, entryId })
    }
    const entryAt = (entryNo: number) => {
      const entry = entries[entryNo - 1]
      if (!entry) throw new Error(`no entry ${entryNo}`)
      return entry
    }
    return { owner, listId, entries, entryAt, ...deskOf(shop, { owner: owner.who, listId }) }
  }
  const entryDocument = async (entryId: string): Promise<Entry> => {
    const [entry] = await engine.find('list_entries', { _id: entryId })
    return JSON.parse(JSON.stringify(entry))
  }
  return { newOwner, newList, entryDocument }
}

/** What its owner does with a list, in one call each. */
function deskOf(shop: ShopUnderTest, { owner, listId }: { owner: string; listId: string }) {
  const arriving = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([itemId, arrivedCount]) => ({ itemId, arrivedCount }))
  return {
    arrive: async (counts: Readonly<Record<string, number>>, requestId = shop.fresh('arrive')) =>
      (
        await shop.call('lists.arrive', {
          ...{ as: owner, requestId, input: { listId, items: arriving(counts) } },
        })
      ).answer,
    weigh: async (entryId: string, grams: number, as = owner) =>
      (
        await shop.call('lists.weigh', {
          ...{ as, requestId: shop.fresh('weigh'), input: { entryId, itemId: 'i2', grams } },
        })
      ).answer,
    markPaid: async (entryIds: readonly string[], as = owner) =>
      (
        await shop.call('lists.markPaid', {
          ...{ as, requestId: shop.fresh('paid'), input: { entryIds: [...entryIds] } },
        })
      ).answer,
  }
}

function listOf(
  _id: string,
  ownerId: string,
  {
    now,
    payment = 'atPickup',
    shortage = 'byNumber',
    commissionPercent = 8,
  }: ListOptions & {
    now: number
  },
): List {
  const item = { memberPriceFen: null, stockCount: null, limitCount: null, category: null }
  const point = { hours: '16:00–19:00' }
  return {
    ...{ _id, ownerId, ownerName: '周姐', communityId: null, communityName: null, storeId: EAST },
    ...{ state: 'ordered', textState: 'approved', review: {}, goodsState: 'approved' },
    ...{ returnReason: null, plannedCutOffAt: now - 60_000, isExtended: false },
    ...{ commissionPercent, pickupDays: 3, createdAt: now - 120_000, publishedAt: now - 120_000 },
    ...{ orderedAt: now - 60_000, arrivedAt: null, arrived: {}, pickupUntilOn: null },
    ...{ copiedFrom: null, dueAt: 0, title: '草莓团购', words: '', pictures: [] },
    items: [
      { ...item, itemId: 'i1', name: '草莓', spec: '一盒', priceFen: PIECE_FEN, unit: 'piece' },
      { ...item, itemId: 'i2', name: '麒麟瓜', spec: null, priceFen: JIN_FEN, unit: 'jin' },
    ],
    pickupPoints: [
      { ...point, pickupPointId: 'p1', name: '东店', storeId: EAST },
      { ...point, pickupPointId: 'p2', name: '西店', storeId: WEST },
      { ...point, pickupPointId: 'p3', name: '团长家', storeId: null },
    ],
    ...{ opensAt: null, cutOffAt: now - 60_000, payment, threshold: null, shortage },
    ...{ repeatsWeekly: false, request: { hash: '', answer: MADE } },
  }
}

const MADE = { listId: '', items: [], pickupPoints: [] }

interface Numbered {
  readonly listId: string
  readonly entryId: string
  readonly memberId: string | null
  readonly entryNo: number
}

function entryOf(
  { lines, ifShort = 'less', tier = 'plain', point = 'p1', paidFen = 0 }: Ordered,
  { listId, entryId, memberId, entryNo }: Numbered,
): Entry {
  const parts = paidFen > 0 ? [{ paidTo: 'somebody', amountFen: paidFen }] : []
  return {
    ...{
      _id: entryId,
      listId,
      entryNo,
      memberId,
      holderId: memberId,
      mergeId: null,
      name: `邻居${entryNo}`,
    },
    ...{ isByOwner: memberId === null, phoneHash: null, askedBy: null },
    lines: Object.entries(lines).map(([itemId, quantity]): EntryDocumentLine => {
      const isPiece = itemId === 'i1'
      return {
        ...{ itemId, ifShort, count: isPiece ? quantity : quantity * 500 },
        priceFen: isPiece ? PIECE_FEN : JIN_FEN,
        ...{ gotCount: null, weighedGrams: null, collected: [], refundedFen: 0 },
      }
    }),
    ...{ pickupPointId: point, storeId: point === 'p2' ? WEST : EAST, remark: null },
    ...{
      ifSoldOut: 'none',
      waitsFor: [],
      step: 0,
      state: 'joined',
      untilAt: null,
      tier,
      version: 1,
      changes: [],
    },
    ...{ joinedAt: entryNo, requestKey: entryId, requestHash: '', pickupCode: entryId, dueAt: 0 },
    payment: {
      ...{ state: paidFen > 0 ? 'paid' : 'owed', paidFen, paidAt: paidFen > 0 ? 1 : null },
      ...{ parts, returnFen: 0, orderId: null, purchaseId: null },
    },
  }
}

/** Plain data as the engine stores it. */
function plain(data: object) {
  return JSON.parse(JSON.stringify(data))
}
