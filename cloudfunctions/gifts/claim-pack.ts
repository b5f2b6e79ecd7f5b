import { expiryOf } from '../../shared/business-date'
import type { gifts, PackAnswer } from '../../shared/contract/gifts'
import { packEntryKey, packStateOf } from '../../shared/gifts/welcome-pack'
import { earn } from '../../shared/points/ledger'
import { accept, refuse } from '../../shared/refusal'
import { couponFrom, issueCoupon, walletCouponOf } from '../coupons/repository'
import { enter, openBook, post } from '../points/ledger'
import { readEntry } from '../points/repository'
import type { MemberContext, UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'

/**
 * Gives the welcome pack: points and a coupon, once ever. The entry's key is nature's, so a
 * second claim by any request answers the first. Refuses PACK_EXPIRED after the days to claim.
 */
export const claimPack: UseCase<typeof gifts.claimPack> = (_input, context) => {
  const { member } = context
  const key = packEntryKey(member._id)
  const asked = { meaning: { memberId: member._id }, find: () => readEntry<PackAnswer>(key) }
  return recorded<PackAnswer>(context, asked, ({ hash }) => bookPack(context, key, hash))
}

async function bookPack(context: MemberContext, key: string, hash: string) {
  const { member, shop, now, todayOn } = context
  const { points, coupon: template, claimDays } = shop.welcomePack
  const facts = { joinedOn: member.joinedOn, claimed: false, claimDays, todayOn }
  if (packStateOf(facts).state === 'expired') return refuse('PACK_EXPIRED')
  const pointsExpireOn = expiryOf(todayOn, shop.earnRule.validityMonths)
  const issue = { couponId: `${key}:coupon`, memberId: member._id, at: now, todayOn }
  const coupon = template && couponFrom(template, issue)
  return inTransaction<PackAnswer>(async (tx) => {
    const book = await openBook(tx, member._id, context)
    if (book.account.mergedFrom.some(({ packClaimed }) => packClaimed)) {
      return refuse('PACK_CLAIMED')
    }
    const step = earn(book.account, points, pointsExpireOn)
    const answer: PackAnswer = {
      points,
      pointsExpireOn,
      coupons: coupon ? [walletCouponOf(coupon, todayOn)] : [],
      balancePoints: step.account.balancePoints,
      claimedAt: now,
    }
    const words = { key, reason: 'welcomePack', request: { hash, answer } } as const
    await post(tx, enter(book, step, words))
    if (coupon) await issueCoupon(tx, coupon)
    return accept(answer)
  })
}
