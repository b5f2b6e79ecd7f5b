import type { listPlanning } from '../../shared/contract/list-planning'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { shownStateAt } from '../../shared/lists/list-state'
import { instantOfCursor, pageByInstant } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { managesStore } from '../runtime/roles'
import { bookSheets, deskFigures } from './list-figures'
import { listsAtDesk, listsWithNewGoods } from './list-pages'

/**
 * A page of what she looks after, the latest first: her own with her drafts, and all that was
 * published in stores that she manages; or of the latter what waits for her word on its goods.
 */
export const listOwned: UseCase<typeof listPlanning.owned> = async (input, context) => {
  const { which, cursor } = input
  const beforeAt = instantOfCursor(cursor)
  if (beforeAt === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const { staff, shop, memberId, now } = context
  const managed = shop.stores.filter(({ storeId }) => managesStore(staff, storeId))
  const storeIds = managed.map(({ storeId }) => storeId)
  const place = { beforeAt, limit: PAGE_SIZE_ROWS + 1 }
  const found =
    which === 'goods'
      ? await listsWithNewGoods(storeIds, place)
      : await listsAtDesk({ ownerId: memberId, storeIds }, place)
  const page = pageByInstant(found, PAGE_SIZE_ROWS, ({ createdAt }) => createdAt)
  const listIds = page.rows.map(({ _id }) => _id)
  const [books, figuresOf] = await Promise.all([bookSheets(listIds), deskFigures(page.rows)])
  const lists = page.rows.map((list) => {
    const { _id: listId, title, textState, goodsState, cutOffAt, repeatsWeekly } = list
    const { isExtended, ownerId, ownerName, communityName } = list
    return {
      ...{ listId, title, state: shownStateAt(list, now), textState, goodsState, cutOffAt },
      ...{ repeatsWeekly, isExtended, ownerName, isOwn: ownerId === memberId, communityName },
      ...{ entryCount: books.get(listId)?.entryCount ?? 0, ...figuresOf(list) },
    }
  })
  return accept({ serverNow: now, lists, nextCursor: page.nextCursor })
}
