/**
 * 消息: what happened to something of a member's while she looked elsewhere. A message keeps what
 * happened, not its words: each kind is a row here that makes them. The next kind is a row.
 */

/** What a message of each kind is made from. */
export interface MessageFacts {
  /** Why it was withdrawn, in the shop's own words. */
  couponVoided: { readonly couponTitle: string; readonly reason: string }
  /** To the giver, each of them: where her coupon went. */
  couponOffered: { readonly couponTitle: string }
  couponAccepted: { readonly couponTitle: string; readonly maskedName: string }
  couponReturned: { readonly couponTitle: string }
  /** To who took it: of whom it is. */
  couponReceived: { readonly couponTitle: string; readonly maskedName: string }
  /** To those who look after its communities. */
  dropOpened: { readonly title: string }
  /** A text that waited for a person, by what its writer calls it. */
  heldTextDecided: {
    readonly textTitle: string
    readonly isPublished: boolean
    readonly reason: string | null
  }
  pickupExpired: {
    readonly redemptionId: string
    readonly rewardTitle: string
    readonly points: number
  }
  /** Her level, and how long it is hers at least; `keepUntil` null: for good. */
  readonly tierReached: { readonly tierTitle: string; readonly keepUntil: string | null }
  readonly tierKept: { readonly tierTitle: string }
  readonly tierFell: { readonly fromTitle: string; readonly tierTitle: string }
  /** It ends soon, or has ended and waits for what is missing. */
  readonly tierEnding: TierEndingFacts
  readonly tierGrace: TierEndingFacts
  /** Given (+) or taken (−) by hand, with what was written for her to read. */
  pointsAdjusted: { readonly points: number; readonly note: string }
}

interface TierEndingFacts {
  readonly tierTitle: string
  readonly until: string
  /** What is missing, as a sentence. */
  readonly gapText: string
}

export type MessageKind = keyof MessageFacts

/** A kind with its own facts. */
export type Told<K extends MessageKind = MessageKind> = {
  [Each in K]: { readonly kind: Each; readonly facts: MessageFacts[Each] }
}[K]

/** Where a tap may lead; the phone knows the page of each. */
export const messageTargets = ['wallet', 'points', 'redemption', 'tiers'] as const

export interface MessageLink {
  to: (typeof messageTargets)[number]
  query: Record<string, string>
}

/** What it is about, for the sign beside it. */
export type MessageTopic = 'coupon' | 'points' | 'pickup' | 'text' | 'tier'

/** A message as it is read. */
export interface ReadableMessage {
  topic: MessageTopic
  title: string
  text: string
  /** Null where there is nothing more to see. */
  link: MessageLink | null
}

interface Row<F> {
  readonly topic: MessageTopic
  readonly title: string
  text(facts: F): string
  link(facts: F): MessageLink | null
}

const toWallet = (): MessageLink => ({ to: 'wallet', query: {} })
const toTiers = (): MessageLink => ({ to: 'tiers', query: {} })

const rows: { readonly [K in MessageKind]: Row<MessageFacts[K]> } = {
  couponVoided: {
    topic: 'coupon',
    title: '优惠券已作废',
    text: ({ couponTitle, reason }) => `您的“${couponTitle}”已作废：${reason}`,
    link: toWallet,
  },
  couponOffered: {
    topic: 'coupon',
    title: '优惠券已送出',
    text: ({ couponTitle }) => `您送出的“${couponTitle}”正等朋友领取，没人领会自动回到您的卡包`,
    link: toWallet,
  },
  couponAccepted: {
    topic: 'coupon',
    title: '朋友收下了优惠券',
    text: ({ couponTitle, maskedName }) => `${maskedName}领取了您送的“${couponTitle}”`,
    link: toWallet,
  },
  couponReturned: {
    topic: 'coupon',
    title: '优惠券已退回',
    text: ({ couponTitle }) => `您送出的“${couponTitle}”没有人领取，已经回到您的卡包`,
    link: toWallet,
  },
  couponReceived: {
    topic: 'coupon',
    title: '收到一张优惠券',
    text: ({ couponTitle, maskedName }) => `${maskedName}送的“${couponTitle}”已放进您的卡包`,
    link: toWallet,
  },
  dropOpened: {
    topic: 'coupon',
    title: '社群福利已开抢',
    text: ({ title }) => `“${title}”已经开抢，邻居们从群里的卡片进入就能领`,
    link: () => null,
  },
  heldTextDecided: {
    topic: 'text',
    title: '内容审核结果',
    text: ({ textTitle, isPublished, reason }) =>
      isPublished
        ? `您写的“${textTitle}”已通过审核，大家可以看到了`
        : `您写的“${textTitle}”没有通过审核，没有发布${reason === null ? '' : `：${reason}`}`,
    link: () => null,
  },
  pickupExpired: {
    topic: 'pickup',
    title: '兑换已过期',
    text: ({ rewardTitle, points }) => `您兑换的“${rewardTitle}”过了自提期限，${points} 积分已退回`,
    link: ({ redemptionId }) => ({ to: 'redemption', query: { redemptionId } }),
  },
  pointsAdjusted: {
    topic: 'points',
    title: '积分有调整',
    text: ({ points, note }) =>
      points > 0
        ? `店里为您增加了 ${points} 积分：${note}`
        : `店里扣除了您的 ${-points} 积分：${note}`,
    link: () => ({ to: 'points', query: {} }),
  },
  tierReached: {
    topic: 'tier',
    title: '会员升级了',
    text: ({ tierTitle, keepUntil }) =>
      `恭喜您成为${tierTitle}${keepUntil === null ? '' : `，至少保留到${keepUntil}`}，权益现在就能用`,
    link: toTiers,
  },
  tierKept: {
    topic: 'tier',
    title: '保级成功',
    text: ({ tierTitle }) => `您达到了保级要求，继续做${tierTitle}`,
    link: toTiers,
  },
  tierFell: {
    topic: 'tier',
    title: '会员等级有变化',
    text: ({ fromTitle, tierTitle }) => `您的等级从${fromTitle}变为${tierTitle}，随时可以再升回来`,
    link: toTiers,
  },
  tierEnding: {
    topic: 'tier',
    title: '等级快到期了',
    text: ({ tierTitle, until, gapText }) => `您的${tierTitle}到${until}为止，${gapText}`,
    link: toTiers,
  },
  tierGrace: {
    topic: 'tier',
    title: '等级宽限期',
    text: ({ tierTitle, until, gapText }) =>
      `您的${tierTitle}已到期，宽限到${until}，期间权益不变；${gapText}`,
    link: toTiers,
  },
}

/** The words of a message, and where a tap on it leads. */
export function readableMessage<K extends MessageKind>(told: {
  readonly kind: K
  readonly facts: MessageFacts[K]
}): ReadableMessage {
  const row: Row<MessageFacts[K]> = rows[told.kind]
  const { topic, title } = row
  return { topic, title, text: row.text(told.facts), link: row.link(told.facts) }
}
