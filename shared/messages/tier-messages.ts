/** What a member is told of her level: she has reached one, keeps it, loses it, or soon will. */
import { spokenDate } from '../business-date'
import type { MessageRow } from './message-row'

export interface TierMessageFacts {
  /** Hers since a date, at least until another one; null: for good. */
  readonly tierReached: {
    readonly tierTitle: string
    readonly on: string
    readonly keepUntilOn: string | null
  }
  readonly tierKept: { readonly tierTitle: string; readonly on: string }
  readonly tierFell: {
    readonly fromTitle: string
    readonly tierTitle: string
    readonly on: string
  }
  /** It ends on that date, and something is missing. */
  readonly tierEnding: TierEndingFacts
  /** It has ended, and is still hers until that date. */
  readonly tierGrace: TierEndingFacts
}

interface TierEndingFacts {
  readonly tierTitle: string
  readonly untilOn: string
  /** What is missing, as a sentence. */
  readonly gapText: string
}

const common = {
  topic: 'tier',
  templateKey: 'tier',
  link: () => ({ to: 'tiers' as const, query: {} }),
} as const

export const tierMessages: {
  readonly [K in keyof TierMessageFacts]: MessageRow<TierMessageFacts[K]>
} = {
  tierReached: {
    ...common,
    title: '会员升级了',
    fields: ({ tierTitle: tier, on }) => ({ tier, on, note: '新等级的权益现在就能用' }),
    text: ({ tierTitle, keepUntilOn }) => {
      const until = keepUntilOn === null ? '' : `，至少保留到${spokenDate(keepUntilOn)}`
      return `恭喜您成为${tierTitle}${until}，权益现在就能用`
    },
  },
  tierKept: {
    ...common,
    title: '保级成功',
    fields: ({ tierTitle: tier, on }) => ({ tier, on, note: '达到了保级要求' }),
    text: ({ tierTitle }) => `您达到了保级要求，继续做${tierTitle}`,
  },
  tierFell: {
    ...common,
    title: '会员等级有变化',
    fields: ({ tierTitle: tier, on }) => ({ tier, on, note: '随时可以再升回来' }),
    text: ({ fromTitle, tierTitle }) => `您的等级从${fromTitle}变为${tierTitle}，随时可以再升回来`,
  },
  tierEnding: {
    ...common,
    title: '等级快到期了',
    fields: ({ tierTitle: tier, untilOn: on, gapText: note }) => ({ tier, on, note }),
    text: ({ tierTitle, untilOn, gapText }) =>
      `您的${tierTitle}到${spokenDate(untilOn)}为止，${gapText}`,
  },
  tierGrace: {
    ...common,
    title: '等级宽限期',
    fields: ({ tierTitle: tier, untilOn: on, gapText: note }) => ({ tier, on, note }),
    text: ({ tierTitle, untilOn, gapText }) =>
      `您的${tierTitle}已到期，宽限到${spokenDate(untilOn)}，期间权益不变；${gapText}`,
  },
}
