/** Every movement of points has one sentence that the shopper understands. */
import type { EarnCap } from '../rules/earning'
import { formatYuan } from '../yuan'
import type { EntryReason, Freeze } from './points-account'

export interface EntryStory {
  readonly reason: EntryReason
  /** Signed change of balance less debt. */
  readonly points: number
  readonly debtChangePoints: number
  /** What went into pending (+) or was taken out of it by a refund (−). */
  readonly pendingChangePoints: number
  readonly storeName: string | null
  readonly on: string
  readonly paidFen: number | null
  /** What of the bill earns nothing, where there was any. */
  readonly excludedFen?: number | null | undefined
  readonly receiptNo: string | null
  readonly rewardTitle: string | null
  /** What a manager gave as her reason. */
  readonly note: string | null
  /** When points that are pending can be spent. */
  readonly releasesOn: string | null
  readonly cap: EarnCap
  /** The receipt's date, when its code was forgotten. */
  readonly boughtOn?: string
  /** Money that points took off a bill. */
  readonly offFen?: number
}

/** Why the member's points cannot be spent, since which date. */
export interface FrozenNotice {
  readonly on: string
  readonly sentence: string
}

/** The sentence of an entry, with shop, receipt and reward where they are known. */
export function explainEntry(story: EntryStory): string {
  const told = sentences[story.reason](story)
  if (story.debtChangePoints < 0) return `${told}，其中 ${-story.debtChangePoints} 分抵还欠积分`
  if (story.debtChangePoints > 0) return `${told}，不足的 ${story.debtChangePoints} 分记为欠积分`
  return told
}

/** What a member is told of her frozen account: why, and that she loses nothing. */
export function explainFreeze({ on, reason }: Freeze): FrozenNotice {
  const why = `积分暂停使用，原因：${reason}`
  return { on, sentence: `${why}。期间照常累积，不会过期；恢复后至少还能用 30 天` }
}

const sentences: Record<EntryReason, (story: EntryStory) => string> = {
  purchase: (story) =>
    `${placeOf(story)}消费${moneyOf(story)}${excludedOf(story)}，${earnedOf(story)}`,
  purchaseForgotten: (story) => {
    const day = story.boughtOn === undefined ? '' : ` ${dayText(story.boughtOn)}`
    return `补记${day}${placeOf(story)}的消费${moneyOf(story)}${excludedOf(story)}，${earnedOf(story)}`
  },
  purchasePaid: (story) => {
    const off = story.offFen === undefined ? '' : `抵 ${formatYuan(story.offFen)}`
    return `${placeOf(story)}消费，用 ${-story.points} 积分${off}${receiptOf(story)}`
  },
  released: (story) => `${placeOf(story)}消费的 ${story.points} 积分到账${receiptOf(story)}`,
  purchaseRefunded: (story) => {
    if (story.pendingChangePoints < 0) {
      const cancelled = `待到账的 ${-story.pendingChangePoints} 积分取消`
      return `${placeOf(story)}退款${moneyOf(story)}，${cancelled}${receiptOf(story)}`
    }
    const taken = story.points === 0 ? '没有需要扣回的积分' : `扣回当时获得的 ${-story.points} 积分`
    return `${placeOf(story)}退款${moneyOf(story)}，${taken}${receiptOf(story)}`
  },
  paidPointsReturned: (story) =>
    `${placeOf(story)}退款，退回当时抵扣的 ${story.points} 积分${receiptOf(story)}`,
  openingClaimed: (story) => `领取老会员积分，获得 ${story.points} 积分`,
  welcomePack: (story) => `领取新人礼包，获得 ${story.points} 积分`,
  redemption: (story) => `兑换“${story.rewardTitle ?? '礼品'}”，使用 ${-story.points} 积分`,
  redemptionCancelled: (story) =>
    `取消兑换“${story.rewardTitle ?? '礼品'}”，退回 ${story.points} 积分`,
  pickupExpired: (story) => `“${story.rewardTitle ?? '礼品'}”逾期未取，退回 ${story.points} 积分`,
  mergedOut: (story) => {
    const { points } = story
    const what = points > 0 ? `欠积分转出，记入 ${points} 积分` : `转出 ${-points} 积分`
    return `会员身份合并${noteOf(story)}，${what}`
  },
  mergedIn: (story) => {
    const { points } = story
    const what = points < 0 ? `带来的欠积分扣去 ${-points} 积分` : `转入 ${points} 积分`
    return `合并会员身份${noteOf(story)}，${what}`
  },
  mergeUndone: ({ points }) =>
    points < 0 ? `撤销会员合并，转出 ${-points} 积分` : `撤销会员合并，转入 ${points} 积分`,
  expiry: (story) => `${-story.points} 积分到期，已失效`,
  frozen: (story) => `积分暂停使用${noteOf(story)}，暂停期间不会过期`,
  adjusted: (story) => {
    const what = story.points < 0 ? `扣减 ${-story.points}` : `增加 ${story.points}`
    return `人工调整${noteOf(story)}，${what} 积分`
  },
  rebuilt: (story) => `积分账户已按流水逐笔核对${noteOf(story)}，余额以流水为准`,
  unfrozen: (story) => `积分恢复使用${noteOf(story)}，快到期的积分已顺延`,
}

function earnedOf(story: EntryStory): string {
  const { pendingChangePoints, releasesOn } = story
  const come = pendingChangePoints === 0 ? '' : `，${releasesOn} 到账`
  const points = story.points + pendingChangePoints
  return `获得 ${points} 积分${come}${capOf(story)}${receiptOf(story)}`
}

function dayText(on: string): string {
  return `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日`
}

function placeOf({ storeName }: EntryStory): string {
  return storeName ? `在${storeName}` : ''
}

function moneyOf({ paidFen }: EntryStory): string {
  return paidFen === null ? '' : ` ${formatYuan(paidFen)}`
}

function excludedOf({ excludedFen }: EntryStory): string {
  return excludedFen ? `（其中 ${formatYuan(excludedFen)} 的商品不参与积分）` : ''
}

function capOf({ cap, boughtOn }: EntryStory): string {
  if (cap === null) return ''
  // The cap of an old receipt is the one of its own day.
  const now = boughtOn === undefined ? ['今日', '本月'] : ['当日', '当月']
  return `，${cap === 'day' ? now[0] : now[1]}已达上限`
}

function noteOf({ note }: EntryStory): string {
  return note === null ? '' : `（${note}）`
}

function receiptOf({ receiptNo }: EntryStory): string {
  return receiptNo === null ? '' : `（小票 ${receiptNo}）`
}
