import type { coupons } from '../../shared/contract/coupons'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { storeOf } from '../runtime/roles'
import { couponAtDesk, couponForCode } from './desk-document'

/** Looks at a coupon by its digits, before anything is handed over. Refuses as `couponForCode`. */
export const findCoupon: UseCase<typeof coupons.findByCode> = async (input, context) => {
  const store = storeOf(context.staff, context.shop, input.storeId)
  if (!store.ok) return store
  const found = await couponForCode(input.couponCode, context)
  if (!found.ok) return found
  return accept(await couponAtDesk(found.value, { storeId: store.value.storeId, context }))
}
