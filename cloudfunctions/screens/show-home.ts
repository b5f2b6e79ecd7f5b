import { addDays, businessDateOf } from '../../shared/business-date'
import { isOffered } from '../../shared/checkin/check-in-rule'
import { markOn, streakOn } from '../../shared/checkin/check-ins'
import { nextPointsOf } from '../../shared/checkin/streak'
import type { Home, members } from '../../shared/contract/members'
import { faceOf, sentenceOf } from '../../shared/coupons/kinds'
import { grantKeyOf } from '../../shared/gifts/grant-key'
import type { GiftFacts } from '../../shared/gifts/scenes'
import { packStateOf, waitingFor } from '../../shared/gifts/waiting'
import { accountOn } from '../../shared/points/due'
import { explainFreeze } from '../../shared/points/explain'
import { accept } from '../../shared/refusal'
import { earnWordsOf } from '../../shared/rules/earn-words'
import { shownTierOf } from '../../shared/rules/member-tier'
import { noticeOn, wordsOfStore } from '../../shared/shop/shop-facts'
import type { Coupon } from '../coupons/coupon-document'
import { usableSummary } from '../coupons/repository'
import { factsOf, type GiftDesk, giftDesk } from '../gifts/repository'
import { countWaiting } from '../mall/repository'
import { knownRewards } from '../mall/reward-document'
import { profileOf } from '../members/repository'
import { countUnread } from '../messages/repository'
import { type Account, readAccount } from '../points/repository'
import type { UseCase, VisitorContext } from '../runtime/context'
import { goalsOf } from './home-goals'

const EXPIRING_SOON_DAYS = 30

/** All that the home page needs in one request, for a visitor too. A composition: it may read
 * every repository, and nothing imports it. */
export const showHome: UseCase<typeof members.home> = async (_input, context) => {
  const { member, todayOn } = context
  const base = {
    serverNow: context.now,
    todayOn,
    shop: shopOf(context),
    earn: earnWordsOf(context.shop.earnRule),
  }
  const [desk, rewards] = await Promise.all([giftDesk(context.shop), knownRewards()])
  if (!member) {
    const shown = goalsOf(rewards, null, context)
    return accept({ ...base, ...visitor, ...shown, pack: packOf(desk, null, context) })
  }
  const [stored, coupons, waitingPickupCount, unreadCount] = await Promise.all([
    readAccount(member._id),
    usableSummary(member._id, todayOn),
    countWaiting(member._id, todayOn),
    countUnread(member._id),
  ])
  const account = accountOn(stored, todayOn)
  const facts = factsOf(member, account)
  return accept({
    ...base,
    member: profileOf(member, todayOn),
    tier: shownTierOf(account, context),
    balancePoints: account.balancePoints,
    debtPoints: account.debtPoints,
    frozen: account.frozen && explainFreeze(account.frozen),
    expiringSoon: expiringSoonOf(account, todayOn),
    pack: packOf(desk, facts, context),
    gifts: giftsOf(desk, facts, { account, context }),
    checkIn: checkInOf(context, account),
    ...goalsOf(rewards, account, context),
    nextCoupon: nextCouponOf(coupons.next),
    ...{ usableCouponCount: coupons.count, waitingPickupCount, unreadCount },
  })
}

function shopOf({ shop, todayOn }: VisitorContext): Home['shop'] {
  const { name, slogan, stores } = shop
  const notice = noticeOn(shop, todayOn)
  const shown = stores.map((store) => ({ storeId: store.storeId, ...wordsOfStore(store) }))
  return { name, slogan, notice, stores: shown }
}

type OfEverybody = 'serverNow' | 'todayOn' | 'shop' | 'earn' | 'pack' | 'wish' | 'rewards'

const visitor: Omit<Home, OfEverybody> = {
  member: null,
  tier: null,
  balancePoints: 0,
  debtPoints: 0,
  frozen: null,
  expiringSoon: null,
  gifts: [],
  checkIn: null,
  nextCoupon: null,
  usableCouponCount: 0,
  waitingPickupCount: 0,
  unreadCount: 0,
}

/** The welcome pack, as it stands with her; a visitor sees what waits. */
function packOf(
  desk: GiftDesk,
  facts: GiftFacts | null,
  { memberId, todayOn }: VisitorContext,
): Home['pack'] {
  const rule = desk.lawful.find(({ scene, isOn }) => scene === 'welcome' && isOn)
  const nothing = { giftId: null, points: 0, coupon: null, claimableUntilOn: null }
  if (!rule) return { ...nothing, state: 'expired' }
  const [template] = rule.gift.couponTemplateIds.flatMap((id) => desk.templates.get(id) ?? [])
  const coupon = template
    ? {
        ...{ title: template.title, thresholdFen: template.thresholdFen },
        ...{ face: faceOf(template), sentence: sentenceOf(template) },
      }
    : null
  const state = packStateOf(rule, facts, { todayOn, world: desk.world })
  const giftId = facts && grantKeyOf(rule.ruleId, memberId, 'once')
  return { ...state, giftId, points: rule.gift.points, coupon }
}

/** Every other gift that she may claim now. */
function giftsOf(
  desk: GiftDesk,
  facts: GiftFacts,
  { account, context }: { readonly account: Account; readonly context: VisitorContext },
): Home['gifts'] {
  const { memberId, now, todayOn } = context
  const her = { memberId, facts, care: account.care, now, todayOn }
  return waitingFor(desk.lawful, her, desk.world).filter(({ scene }) => scene !== 'welcome')
}

function checkInOf({ shop, now }: VisitorContext, { checkIns }: Account): Home['checkIn'] {
  const rule = shop.checkIn
  if (!isOffered(rule)) return null
  const todayOn = businessDateOf(now)
  return {
    todayOn,
    checkedIn: markOn(checkIns, todayOn) !== null,
    streakDays: streakOn(checkIns, todayOn),
    nextPoints: nextPointsOf(checkIns, rule, todayOn),
  }
}

function nextCouponOf(coupon: Coupon | null): Home['nextCoupon'] {
  if (!coupon) return null
  const { title, expiresOn } = coupon
  return { title, face: faceOf(coupon), sentence: sentenceOf(coupon), expiresOn }
}

function expiringSoonOf({ lots, frozen }: Account, todayOn: string): Home['expiringSoon'] {
  if (frozen) return null
  const horizonOn = addDays(todayOn, EXPIRING_SOON_DAYS)
  const due = lots.find((lot) => lot.expiresOn <= horizonOn)
  return due ? { points: due.points, expiresOn: due.expiresOn } : null
}
