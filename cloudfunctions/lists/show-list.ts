import type { ListShown, listPlanning, ShownItem } from '../../shared/contract/list-planning'
import type { ListItem } from '../../shared/lists/list'
import { isPublished, shownStateAt } from '../../shared/lists/list-state'
import { quantityOf } from '../../shared/lists/quantity'
import { reachedCount } from '../../shared/lists/threshold'
import { accept, refuse } from '../../shared/refusal'
import { readMember } from '../runtime/caller'
import type { MaybeStaffContext, UseCase } from '../runtime/context'
import { myEntryOf, shownEntryOf } from './entry-view'
import type { List, ListBook } from './list-document'
import { entriesOfPage, readListWithBook } from './list-page'
import { newBookOf } from './new-book'
import { mayLookAfter } from './rights'

/** Entries of one page; by their numbers a page is known before it is read. */
const PAGE_ENTRIES = 50

/**
 * A list as it stands for whoever looks, with a page of its entries by number and her own. Its desk
 * sees it also before it is published. Four calls with the one that knew the caller, however long
 * the list is. Refuses LIST_GONE.
 */
export const showList: UseCase<typeof listPlanning.show> = async ({ listId, cursor }, context) => {
  const afterNo = cursor === undefined ? 0 : Number(cursor)
  if (!Number.isSafeInteger(afterNo) || afterNo < 0) {
    return refuse('INPUT_INVALID', { field: 'cursor' })
  }
  const { staff, memberId, now } = context
  const [found, isMember] = await Promise.all([readListWithBook(listId), isMemberAt(context)])
  const isDesk = found !== null && mayLookAfter(found.list, staff, memberId)
  if (!found || !(isDesk || isPublished(found.list))) return refuse('LIST_GONE')
  const book = found.book ?? newBookOf(found.list, now)
  const page = { book, afterNo, untilNo: afterNo + PAGE_ENTRIES, memberId }
  const isAny = book.order.length > 0
  const { entries, mine } = isAny ? await entriesOfPage(page) : { entries: [], mine: null }
  const isMore = page.untilNo < book.order.length
  return accept({
    ...shownOf(found.list, { book, now }),
    entries: entries.map((entry) => shownEntryOf(found.list, entry, [memberId])),
    nextCursor: isMore ? String(page.untilNo) : null,
    mine: mine && myEntryOf(found.list, mine),
    ...{ isDesk, isMember },
  })
}

/** Staff are members; of all others the one document tells. */
async function isMemberAt({ staff, memberId }: MaybeStaffContext): Promise<boolean> {
  return staff !== null || (await readMember(memberId)) !== null
}

function shownOf(
  list: List,
  { book, now }: { readonly book: ListBook; readonly now: number },
): Omit<ListShown, 'entries' | 'nextCursor' | 'mine' | 'isDesk' | 'isMember'> {
  const { title, words, pictures, ownerName, communityId, communityName, threshold } = list
  const { opensAt, cutOffAt, isExtended, payment, shortage, items, pickupPoints } = list
  const reached = reachedCount(items, book.ordered)
  return {
    ...{ serverNow: now, listId: list._id, title, words, pictures: [...pictures], ownerName },
    ...{ communityId, communityName, state: shownStateAt(list, now), opensAt, cutOffAt },
    ...{ isExtended, payment, shortage },
    threshold: threshold && { ...threshold, reachedCount: reached },
    items: items.map((item) => itemOf(item, book)),
    pickupPoints: pickupPoints.map((point) => ({ ...point })),
    entryCount: book.order.length - (book.goneCount ?? 0),
  }
}

function itemOf(item: ListItem, { left, ordered, waiting }: ListBook): ShownItem {
  const { itemId, name, spec, priceFen, memberPriceFen, unit, category, limitCount } = item
  const leftCount = left[itemId]
  return {
    ...{ itemId, name, spec, priceFen, memberPriceFen, unit, category },
    leftCount: leftCount === undefined ? null : quantityOf(leftCount, unit),
    limitPerMember: limitCount === null ? null : quantityOf(limitCount, unit),
    orderedQuantity: quantityOf(ordered[itemId] ?? 0, unit),
    waitingCount: waiting[itemId] ?? 0,
  }
}
