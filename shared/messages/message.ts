/**
 * 消息: what happened to something of a member's while she looked elsewhere. A message keeps what
 * happened, not its words: each kind is a row here that makes them. The next kind is a row.
 */
import { spokenDate } from '../business-date'
import { type ListMessageFacts, listMessages } from './list-messages'
import { type MallMessageFacts, mallMessages } from './mall-messages'
import type { MessageLink, MessageRow, MessageTopic } from './message-row'
import { type MessagePreset, presetLine } from './preset'
import { spokenInstant } from './spoken-instant'
import { type TemplateData, type TemplateKey, templateData } from './template'
import { type TierMessageFacts, tierMessages } from './tier-messages'

/** What a message of each kind is made from. */
export interface MessageFacts extends TierMessageFacts, ListMessageFacts, MallMessageFacts {
  /** Why it was withdrawn, in the shop's own words. */
  couponVoided: { readonly couponTitle: string; readonly reason: string }
  /** To the giver, each of them: where her coupon went. */
  couponOffered: { readonly couponTitle: string }
  couponAccepted: { readonly couponTitle: string; readonly maskedName: string }
  couponReturned: { readonly couponTitle: string }
  /** To who took it: of whom it is. */
  couponReceived: { readonly couponTitle: string; readonly maskedName: string }
  /** To those who look after its communities. */
  dropOpened: { readonly title: string; readonly opensAt: number }
  /** To whoever wished to be told, minutes before it opens; how it is said goes by her tags. */
  dropSoon: {
    readonly dropId: string
    readonly title: string
    readonly opensAt: number
    readonly preset: MessagePreset | null
  }
  /** A text that waited for a person, by what its writer calls it. */
  giftCame: {
    readonly giftTitle: string
    readonly points: number
    readonly couponCount: number
    /** The first day on which some of it runs out is the one after this. */
    readonly lastOn: string
  }
  giftWaits: { readonly giftId: string; readonly giftTitle: string; readonly untilOn: string }
  giftLapsed: { readonly giftTitle: string }
  /** What a refund took back with its purchase. */
  giftTakenBack: { readonly giftTitle: string; readonly points: number }
  heldTextDecided: {
    readonly textTitle: string
    readonly isPublished: boolean
    readonly reason: string | null
  }
  /** Given (+) or taken (−) by hand, with what was written for her to read. */
  pointsAdjusted: { readonly points: number; readonly note: string }
  /** Of a lot's points, thirty days before their last day and once more seven days before it. */
  pointsExpiring: { readonly points: number; readonly expiresOn: string }
}

export type MessageKind = keyof MessageFacts

/** A kind with its own facts. */
export type Told<K extends MessageKind = MessageKind> = {
  [Each in K]: { readonly kind: Each; readonly facts: MessageFacts[Each] }
}[K]

/** A message as it is read. */
export interface ReadableMessage {
  topic: MessageTopic
  title: string
  text: string
  /** Null where there is nothing more to see. */
  link: MessageLink | null
}

const toWallet = (): MessageLink => ({ to: 'wallet', query: {} })

const rows: { readonly [K in MessageKind]: MessageRow<MessageFacts[K]> } = {
  ...mallMessages,
  ...tierMessages,
  ...listMessages,
  couponVoided: {
    topic: 'coupon',
    title: '优惠券已作废',
    templateKey: null,
    text: ({ couponTitle, reason }) => `您的“${couponTitle}”已作废：${reason}`,
    link: toWallet,
  },
  couponOffered: {
    topic: 'coupon',
    title: '优惠券已送出',
    templateKey: null,
    text: ({ couponTitle }) => `您送出的“${couponTitle}”正等朋友领取，没人领会自动回到您的卡包`,
    link: toWallet,
  },
  couponAccepted: {
    topic: 'coupon',
    title: '朋友收下了优惠券',
    templateKey: null,
    text: ({ couponTitle, maskedName }) => `${maskedName}领取了您送的“${couponTitle}”`,
    link: toWallet,
  },
  couponReturned: {
    topic: 'coupon',
    title: '优惠券已退回',
    templateKey: null,
    text: ({ couponTitle }) => `您送出的“${couponTitle}”没有人领取，已经回到您的卡包`,
    link: toWallet,
  },
  couponReceived: {
    topic: 'coupon',
    title: '收到一张优惠券',
    templateKey: null,
    text: ({ couponTitle, maskedName }) => `${maskedName}送的“${couponTitle}”已放进您的卡包`,
    link: toWallet,
  },
  dropOpened: {
    topic: 'coupon',
    title: '社群福利已开抢',
    templateKey: 'drop',
    fields: ({ title, opensAt }) => ({ drop: title, opensAt, note: '从群里的卡片进入就能领' }),
    text: ({ title }) => `“${title}”已经开抢，邻居们从群里的卡片进入就能领`,
    link: () => null,
  },
  dropSoon: {
    topic: 'coupon',
    title: '福利马上开抢',
    templateKey: 'drop',
    fields: ({ title, opensAt, preset }) => ({
      ...{ drop: title, opensAt, note: presetLine('drop', preset) },
    }),
    text: ({ title, opensAt, preset }) =>
      `“${title}”${spokenInstant(opensAt)} 开抢，${presetLine('drop', preset)}`,
    link: ({ dropId }) => ({ to: 'drop', query: { dropId } }),
  },
  giftCame: {
    topic: 'gift',
    title: '收到一份礼',
    templateKey: 'gift',
    fields: ({ giftTitle, lastOn }) => ({
      gift: giftTitle,
      lastDay: lastOn,
      note: '已经送到您的账户，点开看看',
    }),
    text: ({ giftTitle, points, couponCount }) =>
      `“${giftTitle}”已经送到：${contentsText(points, couponCount)}`,
    link: ({ couponCount }) => (couponCount > 0 ? toWallet() : { to: 'points', query: {} }),
  },
  giftWaits: {
    topic: 'gift',
    title: '有一份礼等您领取',
    templateKey: 'gift',
    fields: ({ giftTitle, untilOn }) => ({
      gift: giftTitle,
      lastDay: untilOn,
      note: '点开就能领取',
    }),
    text: ({ giftTitle, untilOn }) => `“${giftTitle}”为您备好了，领取截至${spokenDate(untilOn)}`,
    link: ({ giftId }) => ({ to: 'gift', query: { giftId } }),
  },
  giftLapsed: {
    topic: 'gift',
    title: '一份礼过了领取期限',
    templateKey: null,
    text: ({ giftTitle }) => `“${giftTitle}”没有在期限内领取，已经失效`,
    link: () => null,
  },
  giftTakenBack: {
    topic: 'gift',
    title: '随消费送的礼已收回',
    templateKey: null,
    text: ({ giftTitle, points }) =>
      `那笔消费已退款，随它送的“${giftTitle}”一并收回${points > 0 ? `，扣回 ${points} 积分` : ''}`,
    link: () => ({ to: 'points', query: {} }),
  },
  heldTextDecided: {
    topic: 'text',
    title: '内容审核结果',
    templateKey: null,
    text: ({ textTitle, isPublished, reason }) =>
      isPublished
        ? `您写的“${textTitle}”已通过审核，大家可以看到了`
        : `您写的“${textTitle}”没有通过审核，没有发布${reason === null ? '' : `：${reason}`}`,
    link: () => null,
  },
  pointsAdjusted: {
    topic: 'points',
    title: '积分有调整',
    templateKey: null,
    text: ({ points, note }) =>
      points > 0
        ? `店里为您增加了 ${points} 积分：${note}`
        : `店里扣除了您的 ${-points} 积分：${note}`,
    link: () => ({ to: 'points', query: {} }),
  },
  pointsExpiring: {
    topic: 'points',
    title: '积分即将到期',
    templateKey: 'expiry',
    fields: ({ points, expiresOn }) => ({
      what: `${points} 积分`,
      lastDay: expiresOn,
      note: '兑换礼品或消费时抵扣都可以',
    }),
    text: ({ points, expiresOn }) =>
      `您有 ${points} 积分用到${spokenDate(expiresOn)}为止，兑换礼品或消费时抵扣都可以`,
    link: () => ({ to: 'points', query: {} }),
  },
}

/** By which template a message of this kind may also be sent; null: the inbox is enough. */
export function templateKeyOf(kind: MessageKind): TemplateKey | null {
  return rows[kind].templateKey
}

/** What fills the template of such a message; null where it has none, or they do not fit. */
export function sendableData<K extends MessageKind>(told: {
  readonly kind: K
  readonly facts: MessageFacts[K]
}): TemplateData | null {
  const row: MessageRow<MessageFacts[K]> = rows[told.kind]
  return row.templateKey === null ? null : templateData(row.templateKey, row.fields(told.facts))
}

function contentsText(points: number, couponCount: number): string {
  const parts = points > 0 ? [`${points} 积分`] : []
  if (couponCount > 0) parts.push(`${couponCount} 张券`)
  return parts.join('、') || '一份心意'
}

/** The words of a message, and where a tap on it leads. */
export function readableMessage<K extends MessageKind>(told: {
  readonly kind: K
  readonly facts: MessageFacts[K]
}): ReadableMessage {
  const row: MessageRow<MessageFacts[K]> = rows[told.kind]
  const { topic, title } = row
  return { topic, title, text: row.text(told.facts), link: row.link(told.facts) }
}
