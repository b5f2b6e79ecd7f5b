import type { TemplateFields, TemplateKey } from './template'

/** Where a tap may lead; the phone knows the page of each. */
export const messageTargets = [
  'wallet',
  'points',
  'redemption',
  'reward',
  'tiers',
  'drop',
  'gift',
  'list',
] as const

export interface MessageLink {
  to: (typeof messageTargets)[number]
  query: Record<string, string>
}

/** What it is about, for the sign beside it. */
export type MessageTopic = 'coupon' | 'points' | 'pickup' | 'text' | 'tier' | 'gift' | 'list'

/** Whether WeChat may tell her as well, and by which template. */
type Sending<F> =
  | { readonly templateKey: null }
  | {
      [K in TemplateKey]: {
        readonly templateKey: K
        fields(facts: F): TemplateFields<K>
      }
    }[TemplateKey]

/** What makes the words of one kind of message, and says what may be done with it. */
export type MessageRow<F> = Sending<F> & {
  readonly topic: MessageTopic
  readonly title: string
  text(facts: F): string
  link(facts: F): MessageLink | null
}
