import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { ProposalView } from '../../shared/contract/points-payment'
import type { purchases } from '../../shared/contract/purchases'
import { admitUse, type CouponUse } from '../../shared/coupons/coupon'
import { accountOn } from '../../shared/points/due'
import { PROPOSAL_LIFE_MS } from '../../shared/purchases/points-payment'
import { billFor } from '../../shared/purchases/purchase'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { earnRuleFor, tierOf } from '../../shared/rules/member-tier'
import { couponUseAt, holdCoupon, onBill, readCoupon, usableCouponsOf } from '../coupons/repository'
import { readAccount } from '../points/repository'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { insertProposal, proposalViewOf, readProposal, type StoredProposal } from './proposals'
import { billLinesOf, billWishOf, couponIdsOf } from './purchase-answers'
import { type Counter, counterOf, recogniseBuyer } from './recognise-member'

interface Proposed extends Counter {
  readonly input: ParsedInputOf<typeof purchases.proposePoints>
  readonly couponIds: readonly string[]
  readonly hash: string
  readonly context: StaffContext
}

/**
 * Asks the shopper whether points may pay a part of this bill. It books nothing, and holds the
 * coupons of the bill until she has answered no, the till has used them, or its time is over.
 * Refuses what the code, the coupon and the bill refuse, POINTS_PAY_CLOSED, POINTS_PAY_RANGE,
 * POINTS_INSUFFICIENT, ACCOUNT_FROZEN, SELF_SERVICE.
 */
export const proposePoints: UseCase<typeof purchases.proposePoints> = async (input, context) => {
  const counter = counterOf(input, context)
  if (!counter.ok) return counter
  const { shown, store } = counter.value
  const { billFen, excludedFen, freightFen, roundOffFen, paidPoints, lines = null } = input
  const couponIds = couponIdsOf(input)
  const meaning = {
    ...{ memberNumber: shown.memberNumber, storeId: store.storeId },
    ...{ billFen, excludedFen, freightFen, roundOffFen, paidPoints, lines: JSON.stringify(lines) },
    couponIds: couponIds.join(),
  }
  const find = () => readProposal(context.requestKey)
  return recorded<ProposalView>(context, { meaning, find }, ({ hash }) =>
    propose({ ...counter.value, input, couponIds, hash, context }),
  )
}

async function propose(proposed: Proposed): Promise<Outcome<ProposalView>> {
  const { input, couponIds, store, hash, context } = proposed
  const { shop, todayOn, now, staff, requestKey } = context
  const { storeId, name: storeName } = store
  const member = await recogniseBuyer(proposed, input.billFen, context)
  if (!member.ok) return member
  const { memberId } = member.value
  const { paidPoints: points } = input
  const held = couponIds.length === 0 ? [] : await usableCouponsOf(memberId, todayOn)
  const chosen = held.filter(({ _id }) => couponIds.includes(_id))
  if (chosen.length < couponIds.length) return refuse('COUPON_NOT_FOUND')
  const account = accountOn(await readAccount(memberId), todayOn)
  const paying = { points, account, rule: shop.payWithPoints }
  const use = couponUseAt(storeId, context, {
    holder: { id: requestKey, staffId: staff._id },
    tier: tierOf(account, context),
  })
  const coupons = { some: chosen.map(onBill), use }
  const wish = { todayOn, coupons, earned: account.earned, paying }
  const bill = billFor({ ...billWishOf(input, shop), ...wish }, earnRuleFor(account, context))
  if (!bill.ok) return bill
  const typed = { ...billLinesOf(input), roundOffFen: input.roundOffFen }
  const { paidFen, points: paid } = bill.value
  const figures = { points: { points, offFen: paid?.offFen ?? 0 }, paidFen }
  const unanswered = {
    ...{ _id: requestKey, memberId, staffId: staff._id, storeId, storeName },
    ...{ couponIds, bill: { ...typed, ...figures } },
    ...{ proposedAt: now, untilAt: now + PROPOSAL_LIFE_MS },
    ...{ state: 'waiting' as const, answeredAt: null, purchaseId: null },
  }
  const answer = proposalViewOf(unanswered, now)
  const proposal = { ...unanswered, request: { hash, answer } }
  const inserted = await (couponIds.length === 0
    ? insertProposal(proposal)
    : holdAndInsert(proposal, use))
  return inserted.ok ? accept(answer) : inserted
}

/** The coupons are the proposal's until it is answered or its time is over. */
function holdAndInsert(proposal: StoredProposal, use: CouponUse): Promise<Outcome<null>> {
  const { _id: id, memberId, couponIds, staffId, untilAt } = proposal
  return inTransaction(async (tx) => {
    for (const couponId of couponIds) {
      const coupon = await readCoupon(tx, couponId, memberId)
      if (!coupon) return refuse('COUPON_NOT_FOUND')
      const admitted = admitUse(coupon, use)
      if (!admitted.ok) return admitted
      await holdCoupon(tx, coupon, { id, staffId, untilAt })
    }
    await tx.insert('points_proposals', proposal)
    return accept(null)
  })
}
