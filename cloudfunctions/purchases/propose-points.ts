import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { ProposalView } from '../../shared/contract/points-payment'
import type { purchases } from '../../shared/contract/purchases'
import { accountOn } from '../../shared/points/due'
import { PROPOSAL_LIFE_MS } from '../../shared/purchases/points-payment'
import { billFor } from '../../shared/purchases/purchase'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { usableCouponsOf } from '../coupons/repository'
import { readAccount } from '../points/repository'
import type { StaffContext, UseCase } from '../runtime/context'
import { recorded } from '../runtime/once'
import { insertProposal, proposalViewOf, readProposal } from './proposals'
import { billLinesOf } from './purchase-answers'
import { type Counter, counterOf, recogniseBuyer } from './recognise-member'

interface Proposed extends Counter {
  readonly input: ParsedInputOf<typeof purchases.proposePoints>
  readonly hash: string
  readonly context: StaffContext
}

/**
 * Asks the shopper whether points may pay a part of this bill; it holds nothing and books nothing.
 * Refuses what the code, the coupon and the bill refuse, POINTS_PAY_CLOSED, POINTS_PAY_RANGE,
 * POINTS_INSUFFICIENT, ACCOUNT_FROZEN, SELF_SERVICE.
 */
export const proposePoints: UseCase<typeof purchases.proposePoints> = async (input, context) => {
  const counter = counterOf(input, context)
  if (!counter.ok) return counter
  const { shown, store } = counter.value
  const { billFen, excludedFen, freightFen, couponId = null, paidPoints, lines = null } = input
  const meaning = {
    ...{ memberNumber: shown.memberNumber, storeId: store.storeId },
    ...{ billFen, excludedFen, freightFen, couponId, paidPoints, lines: JSON.stringify(lines) },
  }
  const find = () => readProposal(context.requestKey)
  return recorded<ProposalView>(context, { meaning, find }, ({ hash }) =>
    propose({ ...counter.value, input, hash, context }),
  )
}

async function propose(proposed: Proposed): Promise<Outcome<ProposalView>> {
  const { input, store, hash, context } = proposed
  const { shop, todayOn, now, staff, requestKey } = context
  const { storeId, name: storeName } = store
  const member = await recogniseBuyer(proposed, input.billFen, context)
  if (!member.ok) return member
  const { memberId } = member.value
  const { couponId = null, paidPoints: points } = input
  const held = couponId === null ? [] : await usableCouponsOf(memberId, todayOn)
  const coupon = held.find(({ _id }) => _id === couponId) ?? null
  if (couponId !== null && !coupon) return refuse('COUPON_NOT_FOUND')
  const account = accountOn(await readAccount(memberId), todayOn)
  const paying = { points, account, rule: shop.payWithPoints }
  const wish = { storeId, todayOn, coupon, earned: account.earned, paying }
  const bill = billFor({ ...billLinesOf(input), ...wish }, shop.earnRule)
  if (!bill.ok) return bill
  const { billFen, excludedFen, freightFen } = input
  const { paidFen, points: paid } = bill.value
  const figures = { points: { points, offFen: paid?.offFen ?? 0 }, paidFen }
  const unanswered = {
    ...{ _id: requestKey, memberId, staffId: staff._id, storeId, storeName },
    ...{ couponId, bill: { billFen, excludedFen, freightFen, ...figures } },
    ...{ proposedAt: now, untilAt: now + PROPOSAL_LIFE_MS },
    ...{ state: 'waiting' as const, answeredAt: null, purchaseId: null },
  }
  const answer = proposalViewOf(unanswered, now)
  const inserted = await insertProposal({ ...unanswered, request: { hash, answer } })
  return inserted.ok ? accept(answer) : inserted
}
