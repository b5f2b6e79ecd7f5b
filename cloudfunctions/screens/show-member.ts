import { addDays } from '../../shared/business-date'
import type { MemberShown, memberDesk } from '../../shared/contract/member-desk'
import { shownTags } from '../../shared/gifts/care'
import { accountOn } from '../../shared/points/due'
import { accept, refuse } from '../../shared/refusal'
import { shownTierOf } from '../../shared/rules/member-tier'
import { walletCouponOf } from '../coupons/coupon-document'
import { usableCouponsOf } from '../coupons/repository'
import { grantsOf } from '../gifts/grant-document'
import { redemptionCardOf, redemptionsOf } from '../mall/repository'
import { faceOf, lookedUp } from '../members/lookup-document'
import { notesOf, noteViewOf } from '../members/note-document'
import { livingIds, memberByNumber, phoneOfMember } from '../members/repository'
import { type Account, readAccount } from '../points/repository'
import type { Purchase } from '../purchases/purchase-document'
import { purchasesOf } from '../purchases/repository'
import { readMember } from '../runtime/caller'
import type { StaffContext, UseCase } from '../runtime/context'
import type { Member } from '../runtime/people'
import { storeNameOf } from '../runtime/roles'

/** The last ones of each kind; older ones have pages of their own. */
const ROWS_SHOWN = 10
const EXPIRING_DAYS = 90

/**
 * All of one member on one page, for a manager; of a membership that was merged the one it went to.
 * Each look is kept and counted, one that finds nobody too. A composition: it may read every
 * repository, and nothing imports it. Refuses MEMBER_NOT_FOUND, LOOKUPS_USED.
 */
export const showMember: UseCase<typeof memberDesk.show> = ({ memberNumber }, context) =>
  lookedUp(context, {
    what: 'show',
    meaning: { memberNumber },
    read: async () => {
      const member = await livingMember(memberNumber)
      if (!member) return { outcome: refuse('MEMBER_NOT_FOUND'), memberIds: [] }
      return { outcome: accept(await shownOf(member, context)), memberIds: [member._id] }
    },
  })

async function livingMember(memberNumber: string): Promise<Member | null> {
  const named = await memberByNumber(memberNumber)
  if (!named?.mergedInto) return named
  return readMember((await livingIds([named._id]))(named._id))
}

async function shownOf(member: Member, context: StaffContext): Promise<MemberShown> {
  const { todayOn, shop } = context
  const newest = { beforeAt: null, limit: ROWS_SHOWN }
  const [stored, phone, coupons, purchases, redemptions, grants, notes] = await Promise.all([
    readAccount(member._id),
    phoneOfMember(member._id),
    usableCouponsOf(member._id, todayOn),
    purchasesOf(member._id, newest),
    redemptionsOf(member._id, newest),
    grantsOf(member._id, ROWS_SHOWN),
    notesOf(member),
  ])
  const account = accountOn(stored, todayOn)
  return {
    todayOn,
    ...faceOf(member),
    joinedStoreName: storeNameOf(shop, member.source?.storeId ?? null),
    ...{ hasPhone: phone !== null, hasBirthday: member.birthday !== null },
    tier: shownTierOf(account, context),
    ...pointsOf(account, todayOn),
    coupons: coupons.map((coupon) => {
      const { couponId, title, face, sentence, state, expiresOn } = walletCouponOf(coupon, context)
      return { couponId, title, face, sentence, state, expiresOn }
    }),
    purchases: purchases.map(purchaseOf),
    redemptions: redemptions.map((redemption) => {
      const card = redemptionCardOf(redemption, todayOn)
      const { redemptionId, rewardTitle, pricePoints, state, redeemedAt } = card
      return { redemptionId, rewardTitle, pricePoints, state, redeemedAt }
    }),
    gifts: grants.map(({ _id: giftId, title, state, points, at }) => {
      return { giftId, title, state, points, at }
    }),
    tags: shownTags(account.care),
    notes: notes.map(noteViewOf),
  }
}

function pointsOf(account: Account, todayOn: string) {
  const { balancePoints, pendingPoints, debtPoints, frozen, lots, care } = account
  const horizonOn = addDays(todayOn, EXPIRING_DAYS)
  const due = frozen ? undefined : lots.find(({ expiresOn }) => expiresOn <= horizonOn)
  return {
    ...{ balancePoints, pendingPoints, debtPoints },
    expiring: due ? { points: due.points, expiresOn: due.expiresOn } : null,
    frozen: frozen && { on: frozen.on, reason: frozen.reason },
    ...{ boughtCount: care.boughtCount, lastBoughtOn: care.lastBoughtOn },
  }
}

function purchaseOf(purchase: Purchase): MemberShown['purchases'][number] {
  const { _id: purchaseId, storeName, receiptNo, settledAt, state, refundedFen } = purchase
  const { paidFen, earnedPoints } = purchase.bill
  return { purchaseId, storeName, paidFen, earnedPoints, refundedFen, receiptNo, settledAt, state }
}
