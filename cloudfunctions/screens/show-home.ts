import { addDays } from '../../shared/business-date'
import type { Home, members } from '../../shared/contract/members'
import { packEntryKey, packStateOf } from '../../shared/gifts/welcome-pack'
import { accountOn } from '../../shared/points/due'
import { explainFreeze } from '../../shared/points/explain'
import { accept } from '../../shared/refusal'
import { countUsable } from '../coupons/repository'
import { countWaiting } from '../mall/repository'
import { profileOf } from '../members/repository'
import { type Account, readAccount, readEntry } from '../points/repository'
import type { UseCase, VisitorContext } from '../runtime/context'

const EXPIRING_SOON_DAYS = 30

/** All that the home page needs in one request, for a visitor too. A composition: it may read
 * every repository, and nothing imports it. */
export const showHome: UseCase<typeof members.home> = async (_input, context) => {
  const { member, todayOn } = context
  const base = { serverNow: context.now, shop: shopOf(context) }
  if (!member) return accept({ ...base, ...visitorPart(context) })
  const account = accountOn(await readAccount(member._id), todayOn)
  const hadPack = account.mergedFrom.some(({ packClaimed }) => packClaimed)
  const claimed = hadPack || (await readEntry(packEntryKey(member._id))) !== null
  return accept({
    ...base,
    member: profileOf(member, todayOn),
    balancePoints: account.balancePoints,
    debtPoints: account.debtPoints,
    frozen: account.frozen && explainFreeze(account.frozen),
    expiringSoon: expiringSoonOf(account, todayOn),
    pack: packOf(context, claimed),
    usableCouponCount: await countUsable(member._id, todayOn),
    waitingPickupCount: await countWaiting(member._id, todayOn),
  })
}

function shopOf({ shop }: VisitorContext): Home['shop'] {
  const { name, slogan, notice, stores } = shop
  return { name, slogan, notice, stores: stores.map((store) => ({ ...store })) }
}

function visitorPart(context: VisitorContext): Omit<Home, 'serverNow' | 'shop'> {
  return {
    member: null,
    balancePoints: 0,
    debtPoints: 0,
    frozen: null,
    expiringSoon: null,
    pack: packOf(context, false),
    usableCouponCount: 0,
    waitingPickupCount: 0,
  }
}

function packOf({ shop, member, todayOn }: VisitorContext, claimed: boolean): Home['pack'] {
  const { points, coupon, claimDays } = shop.welcomePack
  const { state, claimableUntilOn } = packStateOf({
    joinedOn: member?.joinedOn ?? null,
    claimed,
    claimDays,
    todayOn,
  })
  const shown = coupon && {
    title: coupon.title,
    faceFen: coupon.faceFen,
    thresholdFen: coupon.thresholdFen,
  }
  return { state, points, coupon: shown, claimableUntilOn }
}

function expiringSoonOf({ lots, frozen }: Account, todayOn: string): Home['expiringSoon'] {
  if (frozen) return null
  const horizonOn = addDays(todayOn, EXPIRING_SOON_DAYS)
  const due = lots.find((lot) => lot.expiresOn <= horizonOn)
  return due ? { points: due.points, expiresOn: due.expiresOn } : null
}
