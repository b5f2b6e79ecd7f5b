import type { MyEntry, ShownEntry } from '../../shared/contract/list-entries'
import type { WaitingLine } from '../../shared/contract/list-pickup'
import type { ListShown } from '../../shared/contract/list-planning'

/** 2026-11-21 12:00 in Shanghai. */
export const LIST_NOON = Date.parse('2026-11-21T04:00:00Z')
const HOUR_MS = 3_600_000

export function shownEntry(entryNo: number, part: Partial<ShownEntry> = {}): ShownEntry {
  return {
    ...{ entryNo, name: `邻居${entryNo}`, lines: [{ itemId: 'i1', quantity: 2 }] },
    ...{ state: 'joined', cancelled: false, isMine: false, ...part },
  }
}

/** A running list of two things, six hours before its cut-off; what differs is named. */
export function listShown(part: Partial<ListShown> = {}): ListShown {
  return {
    ...{ serverNow: LIST_NOON, listId: 'l1', title: '周六草莓和西瓜', words: '', pictures: [] },
    ...{ ownerName: '徐敏', communityId: 'c1', communityName: '梧桐里三栋邻居群' },
    ...{ state: 'running', opensAt: null, cutOffAt: LIST_NOON + 6 * HOUR_MS, isExtended: false },
    ...{ payment: 'atPickup', threshold: null, shortage: 'byNumber' },
    items: [
      {
        ...{ itemId: 'i1', name: '草莓', spec: '大盒', priceFen: 2_590, memberPriceFen: 1_990 },
        ...{ unit: 'piece', category: null, leftCount: 3, limitPerMember: 5 },
        ...{ orderedQuantity: 4, waitingCount: 0 },
      },
      {
        ...{ itemId: 'i2', name: '西瓜', spec: null, priceFen: 300, memberPriceFen: null },
        ...{ unit: 'jin', category: null, leftCount: null, limitPerMember: null },
        ...{ orderedQuantity: 0, waitingCount: 0 },
      },
    ],
    pickupPoints: [
      { pickupPointId: 'p1', name: '梧桐里店', storeId: 'wutong', hours: '周六 9:00–20:00' },
    ],
    ...{ entryCount: 2, entries: [shownEntry(1), shownEntry(2)], nextCursor: null, mine: null },
    ...{ isDesk: false, isMember: true },
    ...part,
  }
}

/** Number 3, one box of strawberries; what differs is named. */
export function myEntry(part: Partial<MyEntry> = {}): MyEntry {
  return {
    ...{ entryId: 'e3', entryNo: 3, name: '林晓棠', state: 'joined', pickupPointId: 'p1' },
    lines: [
      {
        ...{ itemId: 'i1', name: '草莓', spec: '大盒', unit: 'piece', priceFen: 1_990 },
        ...{ quantity: 1, ifShort: 'less', amountFen: 1_990, gotQuantity: null },
        ...{ weighedGrams: null, collectedQuantity: 0 },
      },
    ],
    ...{ remark: null, payableFen: 1_990, dueFen: 1_990, returnFen: 0, paymentState: 'owed' },
    ...{ untilAt: null, pickupCode: null, pickupUntilOn: null, changeCount: 0 },
    ...part,
  }
}

/** Two boxes that wait to be fetched; what differs is named. */
export function waitingLine(
  entryId: string,
  itemId: string,
  part: Partial<WaitingLine> = {},
): WaitingLine {
  return {
    ...{ entryId, entryNo: 3, listId: 'l1', listTitle: '周六草莓和西瓜', pickupPointId: 'p1' },
    ...{ pickupPointName: '梧桐里店', itemId, itemName: '草莓', spec: '大盒', unit: 'piece' },
    ...{
      quantity: 2,
      grams: null,
      amountFen: 3_980,
      dueFen: 3_980,
      toOwnerFen: 0,
      untilOn: '2026-11-24',
    },
    ...part,
  }
}
