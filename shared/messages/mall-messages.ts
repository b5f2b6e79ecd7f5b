/** What a member is told of what she redeemed, and of money that came too late. */
import { formatYuan } from '../yuan'
import type { MessageRow } from './message-row'

export interface MallMessageFacts {
  readonly pickupExpired: RedemptionFacts
  /** She did not pay the money of it in time. */
  readonly redemptionLapsed: RedemptionFacts
  /** Her points have come to what the reward took when she pinned it. */
  readonly wishReached: {
    readonly rewardId: string
    readonly rewardTitle: string
    readonly points: number
  }
  /** Paid when what it was for was free again: it goes back the way it came. */
  readonly paymentReturned: { readonly title: string; readonly amountFen: number }
}

interface RedemptionFacts {
  readonly redemptionId: string
  readonly rewardTitle: string
  readonly points: number
}

const toRedemption = ({ redemptionId }: RedemptionFacts) => ({
  to: 'redemption' as const,
  query: { redemptionId },
})

export const mallMessages: {
  readonly [K in keyof MallMessageFacts]: MessageRow<MallMessageFacts[K]>
} = {
  pickupExpired: {
    topic: 'pickup',
    title: '兑换已过期',
    templateKey: 'pickup',
    fields: ({ rewardTitle, points }) => ({
      thing: rewardTitle,
      state: '已过期',
      note: `${points} 积分已退回`,
    }),
    text: ({ rewardTitle, points }) => `您兑换的“${rewardTitle}”过了自提期限，${points} 积分已退回`,
    link: toRedemption,
  },
  redemptionLapsed: {
    topic: 'pickup',
    title: '兑换没有付款',
    templateKey: null,
    text: ({ rewardTitle, points }) =>
      `您兑换的“${rewardTitle}”没有在十五分钟内付款，${points} 积分已退回`,
    link: toRedemption,
  },
  wishReached: {
    topic: 'points',
    title: '心愿攒够了',
    templateKey: null,
    text: ({ rewardTitle, points }) =>
      `您的心愿“${rewardTitle}”设定时要 ${points} 积分，现在攒够了`,
    link: ({ rewardId }) => ({ to: 'reward', query: { rewardId } }),
  },
  paymentReturned: {
    topic: 'pickup',
    title: '付款已退回',
    templateKey: null,
    text: ({ title, amountFen }) =>
      `您为“${title}”付的 ${formatYuan(amountFen)} 到得晚了，已申请原路退回微信`,
    link: () => null,
  },
}
