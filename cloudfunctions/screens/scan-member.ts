import type { staff } from '../../shared/contract/staff'
import { isUsableIn } from '../../shared/coupons/coupon'
import { maskName } from '../../shared/masked-name'
import { splitMemberCode } from '../../shared/members/member-code'
import { accountOn } from '../../shared/points/due'
import { admitCode } from '../../shared/purchases/purchase'
import { accept, refuse } from '../../shared/refusal'
import { benefitsOf } from '../../shared/rules/member-tier'
import { expiringSoonPoints, promptFor } from '../../shared/staff/prompt'
import { benefitLine } from '../../shared/tiers/benefits'
import { reachedTier, tierTitles } from '../../shared/tiers/tier'
import { walletCouponOf } from '../coupons/coupon-document'
import { couponUseAt, usableCouponsOf } from '../coupons/repository'
import { waitingLinesOf } from '../lists/pickup-document'
import { pickupPreviewOf, waitingOf } from '../mall/repository'
import { birthdayOf } from '../members/birthday-document'
import { memberByNumber } from '../members/repository'
import { readAccount } from '../points/repository'
import { admitMember } from '../runtime/caller'
import type { UseCase } from '../runtime/context'
import { lunarCalendar } from '../runtime/lunar-calendar'
import { signTicket, ticketUntilAt } from '../runtime/member-codes'
import { managesStore, storeOf } from '../runtime/roles'
import { proveShown, readShown } from '../runtime/shown-code'

/**
 * What staff see of the member in front of them, and a ticket for the next ten minutes;
 * nothing is written. A composition: it may read every repository, and nothing imports it.
 */
export const scanMember: UseCase<typeof staff.scan> = async (input, context) => {
  const { shop, now, todayOn } = context
  const store = storeOf(context.staff, shop, input.storeId)
  if (!store.ok) return store
  const { storeId, name: storeName } = store.value
  const shown = readShown(input)
  if (!shown.ok) return shown
  const step = await proveShown(shown.value, storeId, context)
  if (!step.ok) return step
  const { memberNumber } = splitMemberCode(input.memberCode)
  const member = await memberByNumber(memberNumber)
  if (!member) return refuse('CODE_INVALID')
  const admitted = admitMember(member)
  if (!admitted.ok) return admitted
  if (member._id === context.memberId) return refuse('SELF_SERVICE')
  const account = accountOn(await readAccount(member._id), todayOn)
  const coupons = await usableCouponsOf(member._id, todayOn)
  const waiting = await waitingOf(member._id, todayOn)
  const waitingLines = await waitingLinesOf(member._id, storeId)
  const maskedName = maskName(member.nickname)
  const benefits = benefitsOf(account, context)
  const tier = reachedTier(benefits.tierId)
  const untilAt = ticketUntilAt(now)
  const ticket = signTicket({
    ...{ memberId: member._id, memberNumber, maskedName, staffId: context.staff._id },
    ...{ storeId, codeStep: step.value, untilAt },
  })
  const couponAt = couponUseAt(storeId, context, { tier })
  const facts = {
    birthday: birthdayOf(member),
    joinedOn: member.joinedOn,
    todayOn,
    waitingCount: waiting.length,
    waitingEntryCount: new Set(waitingLines.map(({ entryId }) => entryId)).size,
    couponTitle: coupons.find((coupon) => isUsableIn(coupon, couponAt))?.title ?? null,
    expiringPoints: expiringSoonPoints(account.lots, todayOn),
    debtPoints: account.debtPoints,
    benefits: benefitLine(benefits),
  }
  return accept({
    serverNow: now,
    todayOn,
    ticket,
    ticketUntilAt: untilAt,
    storeId,
    storeName,
    maskedName,
    avatar: member.avatar,
    tier: { tierId: benefits.tierId, title: tierTitles[benefits.tierId] },
    balancePoints: account.balancePoints,
    debtPoints: account.debtPoints,
    coupons: coupons.map((coupon) => walletCouponOf(coupon, context)),
    waitingPickups: waiting.map(pickupPreviewOf),
    waitingLines,
    capFen: managesStore(context.staff, storeId) ? null : shop.purchaseCapFen,
    codeUsed: !admitCode(account.recentSettles, step.value).ok,
    receiptWithinDays: shop.forgottenReceipt.withinDays,
    prompt: promptFor(facts, lunarCalendar),
  })
}
