import type { CouponAccepted } from '../../shared/contract/coupon-offers'
import type { coupons } from '../../shared/contract/coupons'
import { admitAccept } from '../../shared/coupons/transfer'
import { maskName } from '../../shared/masked-name'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import { readAccount } from '../points/repository'
import { isOnItsWayBack } from '../runtime/belongings'
import type { Context, MemberContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import type { Coupon } from './coupon-document'
import { readOffer, type StoredOffer, saveOffer } from './offers'
import { voidBatchOf } from './release-in-transaction'
import { namedCoupon, transferCoupon } from './repository'

/**
 * Takes what a friend offered: one person can, and is answered the same again. Refuses
 * OFFER_NOT_FOUND, OFFER_OWN, OFFER_TAKEN by another, OFFER_OVER, COUPON_EXPIRED, BATCH_VOIDED.
 */
export const acceptOffer: UseCase<typeof coupons.accept> = ({ offerId }, context) => {
  const find = async () => {
    const offer = await readOffer(offerId)
    return offer?.takerId === context.memberId ? { request: offer.taking } : null
  }
  return recorded<CouponAccepted>(context, { meaning: { offerId }, find }, ({ hash }) =>
    inTransaction((tx) => acceptIn(tx, { offerId, hash }, context)),
  )
}

async function acceptIn(
  tx: Transaction,
  { offerId, hash }: { offerId: string; hash: string },
  context: MemberContext,
): Promise<Outcome<CouponAccepted>> {
  const { member, memberId, now } = context
  const offer = await readOffer(offerId, tx)
  const coupon = offer && (await namedCoupon(offer.couponId, tx))
  if (!offer || !coupon) return refuse('OFFER_NOT_FOUND')
  const admitted = admitTaking(offer, coupon, context)
  if (!admitted.ok) return admitted
  if (await voidBatchOf(tx, coupon)) return refuse('BATCH_VOIDED')
  if (coupon.mergeId) {
    const { mergedFrom } = await readAccount(coupon.memberId, tx)
    if (isOnItsWayBack(coupon, mergedFrom)) return refuse('BUSY')
  }
  const answer = { offerId, couponId: coupon._id, title: coupon.title, acceptedAt: now }
  const taking = { hash, answer }
  await transferCoupon(tx, coupon, { toId: memberId, at: now })
  await saveOffer(tx, { ...offer, state: 'taken', takerId: memberId, taking })
  await tellBoth(tx, { offer, coupon, takerName: maskName(member.nickname), context })
  return accept(answer)
}

/** May the caller take it now? Refuses as `acceptOffer`. */
export function admitTaking(
  offer: StoredOffer,
  coupon: Coupon,
  { memberId, now, todayOn }: Pick<Context, 'memberId' | 'now' | 'todayOn'>,
): Outcome<null> {
  const admitted = admitAccept(offer, { memberId, ownerId: coupon.memberId, now })
  if (!admitted.ok) return admitted
  // Whatever else became of it, its offer is over with that.
  if (coupon.heldBy?.id !== offer._id) return refuse('OFFER_OVER')
  const { expiresOn } = coupon
  return todayOn > expiresOn ? refuse('COUPON_EXPIRED', { expiresOn }) : accept(null)
}

async function tellBoth(
  tx: Transaction,
  so: {
    readonly offer: StoredOffer
    readonly coupon: Coupon
    readonly takerName: string
    readonly context: MemberContext
  },
): Promise<void> {
  const { offer, coupon, takerName, context } = so
  const { title: couponTitle, memberId: giverId } = coupon
  const told = { source: offer._id, at: context.now }
  await tell(tx, {
    ...{ ...told, kind: 'couponAccepted', memberId: giverId },
    facts: { couponTitle, maskedName: takerName },
  })
  await tell(tx, {
    ...{ ...told, kind: 'couponReceived', memberId: context.memberId },
    facts: { couponTitle, maskedName: offer.giverName },
  })
}
