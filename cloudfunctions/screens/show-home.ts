import { addDays, businessDateOf } from '../../shared/business-date'
import { isOffered } from '../../shared/checkin/check-in-rule'
import { markOn, streakOn } from '../../shared/checkin/check-ins'
import { nextPointsOf } from '../../shared/checkin/streak'
import type { Home, members } from '../../shared/contract/members'
import { faceOf, sentenceOf } from '../../shared/coupons/kinds'
import { giftStateOf, WELCOME } from '../../shared/gifts/scene'
import { accountOn } from '../../shared/points/due'
import { explainFreeze } from '../../shared/points/explain'
import { accept } from '../../shared/refusal'
import { earnWordsOf } from '../../shared/rules/earn-words'
import { shownTierOf } from '../../shared/rules/member-tier'
import { countUsable } from '../coupons/repository'
import { loadTemplates } from '../coupons/templates'
import { countWaiting } from '../mall/repository'
import { profileOf } from '../members/repository'
import { countUnread } from '../messages/repository'
import { type Account, readAccount } from '../points/repository'
import type { UseCase, VisitorContext } from '../runtime/context'
import { admitPublishedText } from '../runtime/published-texts'

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
  const pack = (account: Account | null) => packOf(context, account)
  if (!member) return accept({ ...base, ...visitor, pack: await pack(null) })
  const [stored, usableCouponCount, waitingPickupCount, unreadCount] = await Promise.all([
    readAccount(member._id),
    countUsable(member._id, todayOn),
    countWaiting(member._id, todayOn),
    countUnread(member._id),
  ])
  const account = accountOn(stored, todayOn)
  return accept({
    ...base,
    member: profileOf(member, todayOn),
    tier: shownTierOf(account, context),
    balancePoints: account.balancePoints,
    debtPoints: account.debtPoints,
    frozen: account.frozen && explainFreeze(account.frozen),
    expiringSoon: expiringSoonOf(account, todayOn),
    pack: await pack(account),
    gifts: giftsOf(context, { joinedOn: member.joinedOn, grants: account.grants }),
    checkIn: checkInOf(context, account),
    ...{ usableCouponCount, waitingPickupCount, unreadCount },
  })
}

function shopOf({ shop }: VisitorContext): Home['shop'] {
  const { name, slogan, notice, stores } = shop
  return { name, slogan, notice, stores: stores.map((store) => ({ ...store })) }
}

const visitor: Omit<Home, 'serverNow' | 'todayOn' | 'shop' | 'earn' | 'pack'> = {
  member: null,
  tier: null,
  balancePoints: 0,
  debtPoints: 0,
  frozen: null,
  expiringSoon: null,
  gifts: [],
  checkIn: null,
  usableCouponCount: 0,
  waitingPickupCount: 0,
  unreadCount: 0,
}

/** The welcome pack, as it stands with her; a visitor sees what waits. */
async function packOf(
  { shop, member, todayOn }: VisitorContext,
  account: Account | null,
): Promise<Home['pack']> {
  const scene = shop.giftScenes.find(({ sceneId }) => sceneId === WELCOME)
  if (!scene || !isLawful(scene))
    return { state: 'expired', points: 0, coupon: null, claimableUntilOn: null }
  const who = member && account ? { joinedOn: member.joinedOn, grants: account.grants } : null
  const templates = await loadTemplates()
  const [template] = scene.templateIds.flatMap((id) => templates.get(id) ?? [])
  const coupon = template
    ? {
        ...{ title: template.title, thresholdFen: template.thresholdFen },
        ...{ face: faceOf(template), sentence: sentenceOf(template) },
      }
    : null
  return { ...giftStateOf(scene, who, todayOn), points: scene.points, coupon }
}

/** Every other scene whose gift she may claim today. */
function giftsOf(
  { shop, todayOn }: VisitorContext,
  who: { readonly joinedOn: string; readonly grants: readonly string[] },
): Home['gifts'] {
  return shop.giftScenes.flatMap((scene) => {
    const { sceneId, title, points } = scene
    if (sceneId === WELCOME || !isLawful(scene)) return []
    const { state, claimableUntilOn } = giftStateOf(scene, who, todayOn)
    const isOffered = state === 'claimable' && claimableUntilOn !== null
    return isOffered ? [{ sceneId, title, points, claimableUntilOn }] : []
  })
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

/** A gift whose title breaks the platform's rules on sharing is not offered. */
function isLawful({ title }: { readonly title: string }): boolean {
  return admitPublishedText('title', title).ok
}

function expiringSoonOf({ lots, frozen }: Account, todayOn: string): Home['expiringSoon'] {
  if (frozen) return null
  const horizonOn = addDays(todayOn, EXPIRING_SOON_DAYS)
  const due = lots.find((lot) => lot.expiresOn <= horizonOn)
  return due ? { points: due.points, expiresOn: due.expiresOn } : null
}
