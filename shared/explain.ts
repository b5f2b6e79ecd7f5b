/** Every movement of points has one sentence that the shopper understands. */
import type { EntryReason } from './ledger'
import { formatYuan } from './yuan'

export interface EntryStory {
  readonly reason: EntryReason
  /** Signed change of balance less debt. */
  readonly points: number
  readonly debtChangePoints: number
  readonly storeName: string | null
  readonly on: string
  readonly paidFen: number | null
  readonly receiptNo: string | null
  readonly rewardTitle: string | null
}

/** The sentence of an entry, with shop, receipt and reward where they are known. */
export function explainEntry(story: EntryStory): string {
  const told = sentences[story.reason](story)
  if (story.debtChangePoints < 0) return `${told}，其中 ${-story.debtChangePoints} 分抵还欠积分`
  if (story.debtChangePoints > 0) return `${told}，不足的 ${story.debtChangePoints} 分记为欠积分`
  return told
}

const sentences: Record<EntryReason, (story: EntryStory) => string> = {
  purchase: (story) =>
    `${placeOf(story)}消费${moneyOf(story)}，获得 ${story.points} 积分${receiptOf(story)}`,
  purchaseRefunded: (story) => {
    const taken = story.points === 0 ? '没有需要扣回的积分' : `扣回当时获得的 ${-story.points} 积分`
    return `${placeOf(story)}退款${moneyOf(story)}，${taken}${receiptOf(story)}`
  },
  welcomePack: (story) => `领取新人礼包，获得 ${story.points} 积分`,
  redemption: (story) => `兑换“${story.rewardTitle ?? '礼品'}”，使用 ${-story.points} 积分`,
  redemptionCancelled: (story) =>
    `取消兑换“${story.rewardTitle ?? '礼品'}”，退回 ${story.points} 积分`,
  pickupExpired: (story) => `“${story.rewardTitle ?? '礼品'}”逾期未取，退回 ${story.points} 积分`,
  expiry: (story) => `${-story.points} 积分到期，已失效`,
}

function placeOf({ storeName }: EntryStory): string {
  return storeName ? `在${storeName}` : ''
}

function moneyOf({ paidFen }: EntryStory): string {
  return paidFen === null ? '' : ` ${formatYuan(paidFen)}`
}

function receiptOf({ receiptNo }: EntryStory): string {
  return receiptNo === null ? '' : `（小票 ${receiptNo}）`
}
