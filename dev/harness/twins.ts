import { createHash } from 'node:crypto'
import { businessDateOf } from '../../shared/business-date'
import { auditTwins } from './audit-twins'
import { checkinTwins } from './checkin-twins'
import { closingTwins } from './closing-twins'
import { communityTwins } from './community-twins'
import { couponTwins } from './coupon-twins'
import { dropTwins } from './drop-twins'
import { giftTwins } from './gift-twins'
import { importTwins, openingTwins } from './import-twins'
import { listArrivalTwins } from './list-arrival-twins'
import { listEntryTwins } from './list-entry-twins'
import { listTextTwins } from './list-text-twins'
import { listTwins } from './list-twins'
import { memberTwins } from './member-twins'
import { moderationTwins } from './moderation-twins'
import { letPointsPay, payingTwins } from './paying-twins'
import { paymentTwins } from './payment-twins'
import { referralTwins } from './referral-twins'
import { rewardTwins } from './reward-twins'
import { SETUP_CODE, staffTwins } from './roster-twins'
import { ruleTwins } from './rule-twins'
import { shopFactsTwins } from './shop-facts-twins'
import { clerk, EAST, manager, type ShopUnderTest } from './shop-under-test'
import { tagTwins } from './tag-twins'
import { tierTwins } from './tier-twins'
import type { Own, Twin, Twins } from './twin'

const secondManager = 'second-manager'
/** A cursor that is later than everything. */
const LATER = '9999999999999'

/** The twins of one shop, which holds `insertTwinDocuments` from the start. */
export function twinsOf(shop: ShopUnderTest): Twins {
  return {
    ...mergingTwins(shop),
    ...memberTwins(shop),
    ...shoppersTwins(shop),
    ...checkinTwins(shop),
    ...couponTwins(shop),
    ...tillTwins(shop),
    ...booksTwins(shop),
    ...ruleTwins(shop),
    ...tierTwins(shop),
    ...referralTwins(shop),
    ...tagTwins(shop),
    ...openingTwins(shop),
    ...importTwins(shop),
    ...closingTwins(shop),
    ...communityTwins(shop),
    ...dropTwins(shop),
    ...listTwins(shop),
    ...listEntryTwins(shop),
    ...giftTwins(shop),
    ...listArrivalTwins(shop),
    ...listTextTwins(shop),
    ...auditTwins(shop),
    ...moderationTwins(shop),
    ...paymentTwins(shop),
    ...staffTwins(shop),
    ...shopFactsTwins(shop),
  }
}

/** What no endpoint makes, and one of the twins needs. */
export async function insertTwinDocuments(shop: ShopUnderTest): Promise<void> {
  const _id = createHash('sha256').update(SETUP_CODE).digest('hex')
  await letPointsPay(shop)
  await shop.local.engine.insert('setup_codes', [{ _id, createdAt: 0, usedAt: null, usedBy: null }])
}

function shoppersTwins(shop: ShopUnderTest): Own<'messages' | 'stamps' | 'mall'> {
  const member = async (input: Twin['input'] = {}, points = 0): Promise<Twin> => ({
    as: (await shop.newMember(points)).who,
    input,
  })
  /** With money to be paid as well, whose order is made and closed with it. */
  const newCashReward = () => shop.newReward({ cashFen: 990 })
  const seen = { seenPricePoints: 100, seenCashFen: 990 }
  const redeemed = async (who: string, reward = shop.newReward()) => {
    const rewardId = await reward
    return shop.value('mall.redeem', { as: who, input: { rewardId } })
  }
  const pickup = async () => (await redeemed((await shop.newMember(100)).who)).pickupCode
  return {
    'messages.inbox': () => member({ cursor: `${LATER}:${'f'.repeat(32)}` }),
    'messages.read': async () => {
      const { who } = await shop.newMember()
      for (const points of [30, 31]) await shop.adjust(who, points)
      const { messages } = await shop.value('messages.inbox', { as: who })
      const [newest, older] = messages
      return { as: who, input: { messageId: newest?.messageId, untilAt: older?.at } }
    },
    'messages.recordPermits': async () => ({
      ...(await member({ answers: { gift: 'accept', drop: 'reject' } })),
      another: { answers: { gift: 'reject' } },
    }),
    'messages.permits': () => member(),
    'messages.forecast': async () => ({ as: manager, input: { templateKey: 'drop' } }),
    'stamps.card': () => member(),
    ...rewardTwins(shop),
    'mall.rewards': () => member(),
    'mall.pinWish': async () => ({
      ...(await member({ rewardId: await shop.newReward() })),
      another: { rewardId: await shop.newReward() },
    }),
    'mall.redeem': async () => ({
      ...(await member({ rewardId: await newCashReward(), ...seen }, 200)),
      another: { rewardId: await newCashReward() },
    }),
    'mall.redemptions': () => member({ cursor: LATER }),
    'mall.cancelRedemption': async () => {
      const { who } = await shop.newMember(200)
      const { redemptionId } = await redeemed(who, newCashReward())
      const other = await redeemed(who, newCashReward())
      return { as: who, input: { redemptionId }, another: { redemptionId: other.redemptionId } }
    },
    'mall.findPickup': async () => ({ as: clerk, input: { pickupCode: await pickup() } }),
    'mall.verifyPickup': async () => ({
      as: clerk,
      input: { pickupCode: await pickup(), storeId: EAST },
      another: { pickupCode: await pickup(), storeId: EAST },
    }),
  }
}

function tillTwins(shop: ShopUnderTest): Own<'purchases'> {
  const bought = async () => {
    const { who } = await shop.newMember()
    const { purchaseId } = await shop.earn(who, 10)
    const lines = [{ lineNo: 1, amountFen: 400 }]
    return { who, input: { purchaseId, lines, freightFen: 0, isShopFault: false } }
  }
  return {
    ...payingTwins(shop),
    'purchases.refund': async () => {
      const { input } = await bought()
      const { previewHash } = await shop.value('purchases.previewRefund', { as: clerk, input })
      return { as: clerk, input: { ...input, previewHash }, another: (await bought()).input }
    },
    'purchases.previewRefund': async () => ({ as: clerk, input: (await bought()).input }),
    'purchases.previewMyRefund': async () => {
      const { who, input } = await bought()
      return { as: who, input }
    },
    'purchases.show': async () => ({
      as: clerk,
      input: { purchaseId: (await bought()).input.purchaseId },
    }),
    'purchases.mine': async () => ({
      as: (await shop.newMember()).who,
      input: { cursor: LATER },
    }),
    'purchases.showMine': async () => {
      const { who, input } = await bought()
      return { as: who, input: { purchaseId: input.purchaseId } }
    },
    'purchases.recent': async () => ({ as: clerk, input: { storeId: EAST, cursor: LATER } }),
    'purchases.find': async () => ({
      as: clerk,
      input: { storeId: EAST, text: '42.50', cursor: LATER },
    }),
  }
}

function booksTwins(shop: ShopUnderTest): Own<'points'> {
  const someone = async () => shop.numberOf((await shop.newMember()).who)
  const reason = '核对账目'
  /** Large enough to wait for the second manager, whom it appoints. */
  const waiting = async () => {
    await shop.appointManager(secondManager)
    const input = { memberNumber: await someone(), points: 5_000, reason }
    return (await shop.value('points.adjust', { as: manager, input })).adjustmentId
  }
  const frozen = async () => {
    const input = { memberNumber: await someone(), reason }
    await shop.value('points.freeze', { as: manager, input })
    return input
  }
  return {
    'points.history': async () => ({
      as: (await shop.newMember()).who,
      input: { cursor: '5', direction: 'in' },
    }),
    'points.compare': async () => ({
      as: (await shop.newMember(10)).who,
      input: { fromOn: '2020-01-31', toOn: businessDateOf(shop.nowMs()), cursor: '1' },
    }),
    'points.memberAccount': async () => ({
      as: manager,
      input: { memberNumber: await someone() },
    }),
    'points.freeze': async () => ({
      as: manager,
      input: { memberNumber: await someone(), reason },
      another: { memberNumber: await someone(), reason },
    }),
    'points.unfreeze': async () => ({
      as: manager,
      input: await frozen(),
      another: await frozen(),
    }),
    'points.adjust': async () => {
      const input = { memberNumber: await someone(), points: 30, reason }
      return { as: manager, input, another: { ...input, points: 31 } }
    },
    'points.approveAdjustment': async () => {
      const adjustmentId = await waiting()
      return {
        as: secondManager,
        input: { adjustmentId, verdict: 'approve' },
        another: { adjustmentId, verdict: 'reject' },
      }
    },
    'points.adjustments': async () => ({ as: manager, input: { cursor: LATER } }),
  }
}

function mergingTwins(shop: ShopUnderTest): Own<'merging'> {
  const reason = '换了手机号'
  const sides = async () => {
    const { who } = await shop.newMember(60)
    await shop.value('gifts.claimPack', { as: who })
    const toNumber = await shop.numberOf((await shop.newMember(5)).who)
    return { fromNumber: await shop.numberOf(who), toNumber }
  }
  const merged = async () => {
    const input = { ...(await sides()), reason }
    return (await shop.value('merging.merge', { as: manager, input })).mergeId
  }
  return {
    'merging.preview': async () => ({ as: manager, input: await sides() }),
    'merging.merge': async () => {
      const input = { ...(await sides()), reason }
      return { as: manager, input, another: { ...input, reason: '两个微信' } }
    },
    'merging.undo': async () => ({
      as: manager,
      input: { mergeId: await merged() },
      another: { mergeId: await merged() },
    }),
    'merging.merges': async () => ({ as: manager, input: { cursor: LATER } }),
  }
}
