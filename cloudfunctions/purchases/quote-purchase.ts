import type { purchases, Quote } from '../../shared/contract/purchases'
import type { CouponUse } from '../../shared/coupons/coupon'
import { accountOn } from '../../shared/points/due'
import { burn } from '../../shared/points/ledger'
import { bestCoupons } from '../../shared/purchases/best-coupons'
import { pointsRoomFor } from '../../shared/purchases/points-payment'
import { admitCode, billFor } from '../../shared/purchases/purchase'
import { roundOffChoicesFor } from '../../shared/purchases/round-off'
import { accept, refusalSentences, refuse } from '../../shared/refusal'
import { earnRuleFor, tierOf } from '../../shared/rules/member-tier'
import { type Coupon, walletCouponOf } from '../coupons/coupon-document'
import { couponUseAt, onBill, usableCouponsOf } from '../coupons/repository'
import { readAccount } from '../points/repository'
import type { StaffContext, UseCase } from '../runtime/context'
import { companyFor, decideWith } from './companions-in-transaction'
import { billLinesOf, billWishOf, couponIdsOf, quotedOf } from './purchase-answers'
import { earnOn } from './purchase-in-transaction'
import { counterOf, recogniseBuyer } from './recognise-member'

/**
 * The figures of a settle before it happens, by the same rules; nothing is written. Refuses what
 * the settle would, e.g. CODE_USED for a code that has settled, PURCHASE_OVER_CAP for a bill that
 * only a manager may book: staff hear it while they type.
 */
export const quotePurchase: UseCase<typeof purchases.quote> = async (input, context) => {
  const { shop, todayOn } = context
  const counter = counterOf(input, context)
  if (!counter.ok) return counter
  const { storeId } = counter.value.store
  const member = await recogniseBuyer(counter.value, input.billFen, context)
  if (!member.ok) return member
  const { memberId, maskedName, codeStep } = member.value
  const held = await usableCouponsOf(memberId, todayOn)
  const couponIds = couponIdsOf(input)
  const chosen = held.filter(({ _id }) => couponIds.includes(_id))
  if (chosen.length < couponIds.length) return refuse('COUPON_NOT_FOUND')
  const account = accountOn(await readAccount(memberId), todayOn)
  const fresh = admitCode(account.recentSettles, codeStep)
  if (!fresh.ok) return fresh
  const { payWithPoints: rule } = shop
  const earnRule = earnRuleFor(account, context)
  const { paidPoints: points = 0 } = input
  const paying = points > 0 ? { points, account, rule } : null
  const use = couponUseAt(storeId, context, {
    holder: { id: '', staffId: context.staff._id },
    tier: tierOf(account, context),
  })
  const lines = billLinesOf(input)
  const coupons = { some: chosen.map(onBill), use }
  const world = { todayOn, coupons, earned: account.earned, paying }
  const outcome = billFor({ ...billWishOf(input, shop), ...world }, earnRule)
  if (!outcome.ok) return outcome
  const bill = outcome.value
  const spent = points > 0 ? burn(account, points) : null
  if (spent && !spent.ok) return spent
  const sale = { _id: '', bill, earnRule, businessOn: todayOn, storeId, receiptNo: null }
  const { step, effect } = earnOn(spent?.value.account ?? account, sale, todayOn)
  const told = { ...sale, purchaseId: '', wayIn: 'till', settledAt: context.now, todayOn } as const
  const after = { ...account, ...step.account }
  const beside = decideWith(await companyFor('till', shop), told, after)
  const { billFen, couponOffFen, freightFen } = bill
  const goodsFen = bill.paidFen + bill.roundOffFen - freightFen
  return accept({
    ...{ serverNow: context.now, maskedName, storeId, ...quotedOf(bill), ...effect },
    ...{ balancePoints: beside.account.balancePoints, bookedWith: beside.lines },
    pointsRoom: rule && {
      ...pointsRoomFor(billFen - couponOffFen, account, rule),
      pointsPerYuan: rule.pointsPerYuan,
    },
    roundOffChoices: roundOffChoicesFor({ goodsFen, freightFen }, shop.rounding),
    ...choiceOf(lines, held, { context, use }),
  })
}

/** Which coupons fit, which together save most, and why the others are left out. */
function choiceOf(
  bill: ReturnType<typeof billLinesOf>,
  held: readonly Coupon[],
  { context, use }: { readonly context: StaffContext; readonly use: CouponUse },
): Pick<Quote, 'usableCoupons' | 'proposed' | 'leftOut'> {
  const { best, offFen, fitting, leftOut } = bestCoupons(bill, held.map(onBill), use)
  const cardOf = (couponId: string) => held.filter(({ _id }) => _id === couponId)
  return {
    usableCoupons: fitting
      .flatMap(({ couponId }) => cardOf(couponId))
      .map((coupon) => walletCouponOf(coupon, context)),
    proposed: { couponIds: best.map(({ couponId }) => couponId), offFen },
    leftOut: leftOut.map(({ coupon: { couponId, title }, because: { code, detail = {} } }) => {
      return { couponId, title, code, message: refusalSentences[code], detail }
    }),
  }
}
