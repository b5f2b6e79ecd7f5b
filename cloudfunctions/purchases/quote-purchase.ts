import type { purchases } from '../../shared/contract/purchases'
import { accountOn } from '../../shared/points/due'
import { burn } from '../../shared/points/ledger'
import { pointsRoomFor } from '../../shared/purchases/points-payment'
import { admitCode, billFor } from '../../shared/purchases/purchase'
import { accept, refuse } from '../../shared/refusal'
import { fittingCoupons, usableCouponsOf, walletCouponOf } from '../coupons/repository'
import { readAccount } from '../points/repository'
import type { UseCase } from '../runtime/context'
import { billLinesOf, quotedOf } from './purchase-answers'
import { earnOn } from './purchase-in-transaction'
import { counterOf, recogniseMember } from './recognise-member'

/**
 * The figures of a settle before it happens, by the same rules; nothing is written. Refuses what
 * the settle would, CODE_USED for a code that has settled: staff hear it while they type.
 */
export const quotePurchase: UseCase<typeof purchases.quote> = async (input, context) => {
  const { shop, todayOn } = context
  const counter = counterOf(input, context)
  if (!counter.ok) return counter
  const { storeId } = counter.value.store
  const member = await recogniseMember(counter.value, context)
  if (!member.ok) return member
  const { memberId, maskedName, codeStep } = member.value
  const held = await usableCouponsOf(memberId, todayOn)
  const coupon = held.find(({ _id }) => _id === input.couponId) ?? null
  if (input.couponId !== undefined && !coupon) return refuse('COUPON_NOT_FOUND')
  const account = accountOn(await readAccount(memberId), todayOn)
  const fresh = admitCode(account.recentSettles, codeStep)
  if (!fresh.ok) return fresh
  const { earnRule, payWithPoints: rule } = shop
  const { paidPoints: points = 0 } = input
  const paying = points > 0 ? { points, account, rule } : null
  const world = { storeId, todayOn, coupon, earned: account.earned, paying }
  const outcome = billFor({ ...billLinesOf(input), ...world }, earnRule)
  if (!outcome.ok) return outcome
  const bill = outcome.value
  const spent = points > 0 ? burn(account, points) : null
  if (spent && !spent.ok) return spent
  const sale = { _id: '', bill, earnRule, businessOn: todayOn, storeId, receiptNo: null }
  const { effect } = earnOn(spent?.value.account ?? account, sale, todayOn)
  const { billFen, couponOffFen } = bill
  return accept({
    ...{ maskedName, storeId, ...quotedOf(bill), ...effect },
    pointsRoom: rule && {
      ...pointsRoomFor(billFen - couponOffFen, account, rule),
      pointsPerYuan: rule.pointsPerYuan,
    },
    usableCoupons: fittingCoupons(held, { billFen, storeId, todayOn }).map((fitting) =>
      walletCouponOf(fitting, todayOn),
    ),
  })
}
