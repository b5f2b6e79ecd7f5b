import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { FoundPickup, mall } from '../../shared/contract/mall'
import { maskName } from '../../shared/masked-name'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { couponAtDesk, couponByCode } from '../coupons/desk-document'
import { entryByCode, linesBehind } from '../lists/pickup-document'
import type { StaffContext } from '../runtime/context'
import { pickupByCode } from '../runtime/pickups'
import { storeNameOf, storeOf } from '../runtime/roles'
import { pickupKinds, withUse } from './pickup-kinds'

type Asked = ParsedInputOf<typeof mall.findPickup>

/** What a code of twelve digits is for; null: it is no such code. */
type DeskCode = (asked: Asked, context: StaffContext) => Promise<Outcome<FoundPickup> | null>

/** All that such a code may stand for, in the order in which it is asked: a wrong one is none. */
export const deskCodes: readonly DeskCode[] = [lookAtPickup, lookAtEntries, lookAtCoupon]

async function lookAtPickup(
  { pickupCode }: Asked,
  { todayOn, memberId }: StaffContext,
): Promise<Outcome<FoundPickup> | null> {
  const pickup = await pickupByCode(pickupKinds, pickupCode, todayOn)
  if (!pickup) return null
  if (pickup.memberId === memberId) return refuse('SELF_SERVICE')
  const admitted = pickup.admit(todayOn)
  if (!admitted.ok) return withUse(admitted, pickup)
  return accept({ what: 'redemption', ...pickup.preview })
}

/** Her code opens all that waits for her here; one that was used says when, where and by whom. */
async function lookAtEntries(
  { pickupCode, storeId }: Asked,
  { staff, shop, memberId }: StaffContext,
): Promise<Outcome<FoundPickup> | null> {
  const entry = await entryByCode(pickupCode)
  if (!entry) return null
  if (entry.memberId === memberId) return refuse('SELF_SERVICE')
  const store = storeOf(staff, shop, storeId)
  if (!store.ok) return store
  const lines = await linesBehind(entry, store.value.storeId)
  const maskedName = maskName(entry.name)
  if (lines.length > 0) return accept({ what: 'entries', pickupCode, maskedName, lines })
  const last = entry.lines.flatMap(({ collected }) => collected).at(-1)
  if (!last || entry.waitingSince) return refuse('LIST_FOREIGN')
  const storeName = storeNameOf(shop, entry.storeId)
  return refuse('ENTRY_COLLECTED', {
    ...{ collectedAt: last.at, staffName: last.staffName, storeName },
  })
}

async function lookAtCoupon(
  { pickupCode, storeId }: Asked,
  context: StaffContext,
): Promise<Outcome<FoundPickup> | null> {
  const found = await couponByCode(pickupCode, context)
  if (!found?.ok) return found
  const store = storeOf(context.staff, context.shop, storeId)
  if (!store.ok) return store
  const seen = await couponAtDesk(found.value, { storeId: store.value.storeId, context })
  return accept({ what: 'coupon', ...seen })
}
