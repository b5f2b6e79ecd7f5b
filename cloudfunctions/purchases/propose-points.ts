import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { ProposalView } from '../../shared/contract/points-payment'
import type { purchases } from '../../shared/contract/purchases'
import { accountOn } from '../../shared/points/due'
import { PROPOSAL_LIFE_MS } from '../../shared/purchases/points-payment'
import { billFor } from '../../shared/purchases/purchase'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Store } from '../../shared/rules/shop'
import { usableCouponsOf } from '../coupons/repository'
import { readAccount } from '../points/repository'
import type { StaffContext, UseCase } from '../runtime/context'
import { recorded } from '../runtime/once'
import { storeOf } from '../runtime/roles'
import { readShown, type Shown } from '../runtime/shown-code'
import { insertProposal, proposalViewOf, readProposal } from './proposals'
import { recogniseMember } from './recognise-member'
import { billLinesOf } from './repository'
import { admitAmount } from './till-cap'

interface Proposed {
  readonly input: ParsedInputOf<typeof purchases.proposePoints>
  readonly shown: Shown
  readonly store: Store
  readonly hash: string
  readonly context: StaffContext
}

/**
 * Asks the shopper whether points may pay a part of this bill; it holds nothing and books nothing.
 * Refuses what the code, the coupon and the bill refuse, POINTS_PAY_CLOSED, POINTS_PAY_RANGE,
 * POINTS_INSUFFICIENT, ACCOUNT_FROZEN, SELF_SERVICE.
 */
export const proposePoints: UseCase<typeof purchases.proposePoints> = async (input, context) => {
  const shown = readShown(input)
  if (!shown.ok) return shown
  const store = storeOf(context.staff, context.shop, input.storeId ?? shown.value.ticket?.storeId)
  if (!store.ok) return store
  const { billFen, excludedFen, freightFen, couponId = null, paidPoints, lines = null } = input
  const meaning = {
    ...{ memberNumber: shown.value.memberNumber, storeId: store.value.storeId },
    ...{ billFen, excludedFen, freightFen, couponId, paidPoints, lines: JSON.stringify(lines) },
  }
  const find = () => readProposal(context.requestKey)
  return recorded<ProposalView>(context, { meaning, find }, ({ hash }) =>
    propose({ input, shown: shown.value, store: store.value, hash, context }),
  )
}

async function propose(proposed: Proposed): Promise<Outcome<ProposalView>> {
  const { input, store, hash, context } = proposed
  const { shop, todayOn, now, staff, requestKey } = context
  const { storeId, name: storeName } = store
  const member = await recogniseMember(proposed.shown, storeId, context)
  if (!member.ok) return member
  const admitted = admitAmount(input.billFen, store, context)
  if (!admitted.ok) return admitted
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
  const { pointsOffFen: offFen, payableFen } = bill.value
  const { billFen, excludedFen, freightFen } = input
  const unanswered = {
    ...{ _id: requestKey, memberId, staffId: staff._id, storeId, storeName },
    ...{ billFen, excludedFen, freightFen, couponId, points, offFen, payableFen },
    ...{ proposedAt: now, untilAt: now + PROPOSAL_LIFE_MS },
    ...{ state: 'waiting' as const, answeredAt: null, purchaseId: null },
  }
  const answer = proposalViewOf(unanswered, now)
  const inserted = await insertProposal({ ...unanswered, request: { hash, answer } })
  return inserted === 'duplicate' ? refuse('ALREADY_THERE') : accept(answer)
}
