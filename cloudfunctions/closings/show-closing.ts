import { LISTS_TILL, MAX_CLOSING_RECEIPTS, NO_TILL } from '../../shared/closings/day-closing'
import type { closings } from '../../shared/contract/closings'
import { accept, refuse } from '../../shared/refusal'
import { tillsOfDay } from '../purchases/repository'
import type { UseCase } from '../runtime/context'
import { storeOf } from '../runtime/roles'
import { closingsOfDay, lastClosing, signedOf } from './closing-books'
import { dayFigures } from './day-figures'

/**
 * One till's day before it is signed, or as it was signed. Refuses STORE_REQUIRED, STORE_FOREIGN,
 * CLOSING_AHEAD, and CLOSING_TOO_LARGE.
 */
export const showClosing: UseCase<typeof closings.closing> = async (input, context) => {
  const { now, todayOn, shop, staff } = context
  const store = storeOf(staff, shop, input.storeId)
  if (!store.ok) return store
  const { storeId, name: storeName } = store.value
  const { businessOn = todayOn } = input
  if (businessOn > todayOn) return refuse('CLOSING_AHEAD')
  const signedToday = await closingsOfDay(storeId, businessOn)
  const sold = await tillsOfDay(storeId, businessOn)
  const names = new Set([...signedToday.map(({ tillNo }) => tillNo), ...sold])
  const tills = [...(names.size > 0 ? names : [NO_TILL])].sort().map((tillNo) => ({
    tillNo,
    isSigned: signedToday.some((signed) => signed.tillNo === tillNo),
  }))
  const first = tills.find(({ isSigned }) => !isSigned) ?? tills[0]
  const tillNo = input.tillNo ?? first?.tillNo ?? NO_TILL
  const signed = signedToday.find((one) => one.tillNo === tillNo)
  const last = await lastClosing(storeId, tillNo)
  const lists = await dayFigures({
    ...{ storeId, tillNo: LISTS_TILL, businessOn, before: null, now },
    businessDay: shop.businessDay,
  })
  if (!lists.ok) return lists
  const ofStore = { storeId, storeName, businessOn, tills, tillNo, lists: lists.value.sums }
  const day = { serverNow: now, todayOn, ...ofStore }
  const lastSignedOn = last?.businessOn ?? null
  if (signed) {
    const { sums, lateSums, late, openDays } = signed
    const ours = { sums, lateSums, late, openDays }
    return accept({ ...day, lastSignedOn, ours, receipts: [], signed: signedOf(signed) })
  }
  const before = last && last.businessOn < businessOn ? last : null
  const figures = await dayFigures({
    storeId,
    tillNo,
    businessOn,
    before,
    now,
    businessDay: shop.businessDay,
  })
  if (!figures.ok) return figures
  const { receipts, countedLately: _internal, ...ours } = figures.value
  const shown = receipts.slice(0, MAX_CLOSING_RECEIPTS)
  return accept({ ...day, lastSignedOn, ours, receipts: [...shown], signed: null })
}
