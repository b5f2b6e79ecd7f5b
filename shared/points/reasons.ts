/**
 * For what points move: one row for each reason, with its family, its sentences and its place in
 * the shop's liability. A new reason is a row here and nothing else.
 */
import { formatYuan } from '../yuan'
import {
  dayText,
  earnedOf,
  excludedOf,
  giftOf,
  moneyOf,
  noteOf,
  placeOf,
  receiptOf,
  type Story,
  streakWordsOf,
} from './story'

/** What a reason belongs to: where its source is looked up, and what the liability counts it as. */
export type ReasonFamily =
  | 'purchase'
  | 'gift'
  | 'redemption'
  | 'opening'
  | 'merging'
  | 'upkeep'
  | 'checkIn'

/** One sentence for some movements together: how many points, how often, and of which gift. */
export type Telling = (points: number, count: number, title?: string) => string

export interface Reason {
  readonly family: ReasonFamily
  /** The sentence of one entry. */
  readonly told: (story: Story) => string
  /** Several entries together that added points, or took some; absent where that never happens. */
  readonly gain?: Telling
  readonly loss?: Telling
  /** By which rule, in the shopper's words. */
  readonly rule: string
  /** The version of the earn rule that it was booked by tells more than `rule` does. */
  readonly isByEarnRule?: true
  /** Why points are still owed; without it a refund took what was spent by then. */
  readonly owed?: (points: number) => string
}

const returned = '退回的积分保留原来的到期日；已经过期的，会再留一段时间给您用'

export const reasons = {
  purchase: {
    family: 'purchase',
    told: (story) =>
      `${placeOf(story)}消费${moneyOf(story)}${excludedOf(story)}，${earnedOf(story)}`,
    gain: (points, count) => `消费 ${count} 笔，获得 ${points} 积分`,
    rule: '按消费当天的积分规则，实付金额计积分，优惠券抵扣的部分不计',
    isByEarnRule: true,
  },
  purchaseForgotten: {
    family: 'purchase',
    told: (story) => {
      const day = story.boughtOn === undefined ? '' : ` ${dayText(story.boughtOn)}`
      return `补记${day}${placeOf(story)}的消费${moneyOf(story)}${excludedOf(story)}，${earnedOf(story)}`
    },
    gain: (points, count) => `补记忘扫码的消费 ${count} 笔，获得 ${points} 积分`,
    rule: '按小票当天的积分规则补记，有效期也从那天算起',
    isByEarnRule: true,
  },
  purchasePaid: {
    family: 'purchase',
    told: (story) => {
      const off = story.offFen === undefined ? '' : `抵 ${formatYuan(story.offFen)}`
      return `${placeOf(story)}消费，用 ${-story.points} 积分${off}${receiptOf(story)}`
    },
    loss: (points, count) => `付款 ${count} 次，抵扣用去 ${points} 积分`,
    rule: '付款抵扣要您在自己的手机上确认；先用最早到期的积分',
  },
  released: {
    family: 'purchase',
    told: (story) => `${placeOf(story)}消费的 ${story.points} 积分到账${receiptOf(story)}`,
    gain: (points) => `之前待到账的，到账 ${points} 积分`,
    rule: '过了约定的天数，待到账的积分就可以用了；有效期从到账那天算起',
  },
  purchaseRefunded: {
    family: 'purchase',
    told: (story) => {
      if (story.pendingChangePoints < 0) {
        const cancelled = `待到账的 ${-story.pendingChangePoints} 积分取消`
        return `${placeOf(story)}退款${moneyOf(story)}，${cancelled}${receiptOf(story)}`
      }
      const taken =
        story.points === 0 ? '没有需要扣回的积分' : `扣回当时获得的 ${-story.points} 积分`
      return `${placeOf(story)}退款${moneyOf(story)}，${taken}${receiptOf(story)}`
    },
    loss: (points, count) => `退款 ${count} 笔，扣回当时获得的 ${points} 积分`,
    rule: '退款时，这笔消费多得的积分会扣回；先扣当时获得的，再扣最早到期的',
  },
  paidPointsReturned: {
    family: 'purchase',
    told: (story) =>
      `${placeOf(story)}退款，退回当时抵扣的 ${story.points} 积分${receiptOf(story)}`,
    gain: (points, count) => `退款 ${count} 笔，退回当时抵扣的 ${points} 积分`,
    rule: returned,
  },
  openingClaimed: {
    family: 'opening',
    told: (story) => `领取老会员积分，获得 ${story.points} 积分`,
    gain: (points) => `领取老会员积分，获得 ${points} 积分`,
    rule: '从旧会员卡转来，每位会员领一次，保留原来的到期月份',
  },
  gift: {
    family: 'gift',
    told: (story) => `领取${giftOf(story)}，获得 ${story.points} 积分`,
    gain: (points, _count, title) => `领取${title ?? '礼包'}，获得 ${points} 积分`,
    rule: '店里送的积分，同一份礼不重复送',
  },
  checkedIn: {
    family: 'checkIn',
    told: (story) => `${placeOf(story)}签到${streakWordsOf(story)}`,
    gain: (points, count) => `签到 ${count} 次，获得 ${points} 积分`,
    rule: '每天签到一次，连续几天多得几分；断了从第一天算起',
  },
  madeUp: {
    family: 'checkIn',
    told: (story) => {
      const { madeUpOn } = story.checkIn ?? {}
      const day = madeUpOn === undefined ? '' : ` ${dayText(madeUpOn)}`
      return `补签${day}${streakWordsOf(story)}`
    },
    gain: (points) => `补签接上连续签到，获得 ${points} 积分`,
    rule: '补签接上连续天数，补的那天不另给积分；因此满了天数的连签奖励照给',
  },
  giftTakenBack: {
    family: 'gift',
    told: (story) => `消费退款，收回${giftOf(story)}，扣回 ${-story.points} 积分`,
    loss: (points, count) => `退款收回随消费送的礼 ${count} 份，扣回 ${points} 积分`,
    rule: '消费退款后，随它送的礼一并收回；先扣当时获得的，再扣最早到期的',
    owed: (points) => `退款收回随消费送的礼时，积分已经用掉，还欠 ${points} 积分`,
  },
  redemption: {
    family: 'redemption',
    told: (story) => `兑换“${story.rewardTitle ?? '礼品'}”，使用 ${-story.points} 积分`,
    loss: (points, count) => `兑换 ${count} 次，使用 ${points} 积分`,
    rule: '兑换时，先用最早到期的积分',
  },
  redemptionCancelled: {
    family: 'redemption',
    told: (story) => `取消兑换“${story.rewardTitle ?? '礼品'}”，退回 ${story.points} 积分`,
    gain: (points, count) => `取消兑换 ${count} 次，退回 ${points} 积分`,
    rule: returned,
  },
  redemptionLapsed: {
    family: 'redemption',
    told: (story) => `“${story.rewardTitle ?? '礼品'}”没有付款，退回 ${story.points} 积分`,
    gain: (points, count) => `兑换没有付款 ${count} 次，退回 ${points} 积分`,
    rule: returned,
  },
  pickupExpired: {
    family: 'redemption',
    told: (story) => `“${story.rewardTitle ?? '礼品'}”逾期未取，退回 ${story.points} 积分`,
    gain: (points, count) => `礼品逾期未取 ${count} 次，退回 ${points} 积分`,
    rule: returned,
  },
  mergedOut: {
    family: 'merging',
    told: (story) => {
      const { points } = story
      const what = points > 0 ? `欠积分转出，记入 ${points} 积分` : `转出 ${-points} 积分`
      return `会员身份合并${noteOf(story)}，${what}`
    },
    gain: (points) => `会员身份合并，欠积分转出，记入 ${points} 积分`,
    loss: (points) => `会员身份合并，转出 ${points} 积分`,
    rule: '两个会员身份合成一个，积分、券和兑换都转到另一个身份',
  },
  mergedIn: {
    family: 'merging',
    told: (story) => {
      const { points } = story
      const what = points < 0 ? `带来的欠积分扣去 ${-points} 积分` : `转入 ${points} 积分`
      return `合并会员身份${noteOf(story)}，${what}`
    },
    gain: (points) => `合并会员身份，转入 ${points} 积分`,
    loss: (points) => `合并会员身份，带来的欠积分扣去 ${points} 积分`,
    rule: '两个会员身份合成一个，转入的积分保留原来的到期日；有欠积分时先抵还',
    owed: (points) => `合并会员身份时带来，还欠 ${points} 积分`,
  },
  mergeUndone: {
    family: 'merging',
    told: ({ points }) =>
      points < 0 ? `撤销会员合并，转出 ${-points} 积分` : `撤销会员合并，转入 ${points} 积分`,
    gain: (points) => `撤销会员合并，转入 ${points} 积分`,
    loss: (points) => `撤销会员合并，转出 ${points} 积分`,
    rule: '合并后七天内可以撤销，双方回到合并前的样子',
    owed: (points) => `撤销会员合并，还欠 ${points} 积分`,
  },
  expiry: {
    family: 'upkeep',
    told: (story) => `${-story.points} 积分到期，已失效`,
    loss: (points) => `到期失效 ${points} 积分`,
    rule: '积分可以用到到期那个月的最后一天',
  },
  frozen: {
    family: 'upkeep',
    told: (story) => `积分暂停使用${noteOf(story)}，暂停期间不会过期`,
    rule: '暂停期间照常累积，不会过期，也不能使用',
  },
  adjusted: {
    family: 'upkeep',
    told: (story) => {
      const what = story.points < 0 ? `扣减 ${-story.points}` : `增加 ${story.points}`
      return `人工调整${noteOf(story)}，${what} 积分`
    },
    gain: (points, count) => `人工调整 ${count} 次，增加 ${points} 积分`,
    loss: (points, count) => `人工调整 ${count} 次，扣减 ${points} 积分`,
    rule: '由店员登记原因后调整，数额较大时要另一位店长同意',
  },
  rebuilt: {
    family: 'upkeep',
    told: (story) => `积分账户已按流水逐笔核对${noteOf(story)}，余额以流水为准`,
    rule: '余额从来不直接改动；账户与流水不一致时，由店长按流水重新算出',
    owed: (points) => `核对账户时查明多用了，还欠 ${points} 积分`,
  },
  unfrozen: {
    family: 'upkeep',
    told: (story) => `积分恢复使用${noteOf(story)}，快到期的积分已顺延`,
    rule: '恢复后，快到期的积分至少还能用 30 天',
  },
} as const satisfies Record<string, Reason>

/** What in the shop caused an entry. */
export type EntryReason = keyof typeof reasons

/** Of some movements of a reason together; what is only ever the other way is told plainly. */
export function tellingOf(reason: EntryReason, direction: 'gain' | 'loss'): Telling {
  return reasonOf(reason)[direction] ?? plainly[direction]
}

export function isReason(word: string): word is EntryReason {
  return Object.hasOwn(reasons, word)
}

export function reasonOf(reason: EntryReason): Reason {
  return reasons[reason]
}

const plainly: Record<'gain' | 'loss', Telling> = {
  gain: (points) => `补给您 ${points} 积分`,
  loss: (points) => `扣减 ${points} 积分`,
}
