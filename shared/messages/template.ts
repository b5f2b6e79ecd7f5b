/**
 * 订阅消息: what may also be sent through WeChat. Each template stands here with its fields, and
 * nowhere else; docs/deploy.md says how one is chosen in the console. A field is named by what it
 * holds, its keyword is the console's: the letters are its kind, and say what fits into it.
 */
import { fitKeyword, type KeywordValue } from './keyword'

/** In the order of what a member's last permits are spent on, where several share a template. */
export const templateKeys = ['gift', 'pickup', 'expiry', 'tier', 'list', 'drop'] as const

export type TemplateKey = (typeof templateKeys)[number]

/** The templates of the console by our keys; one that is missing has not been chosen there. */
export type MessageTemplates = Readonly<Partial<Record<TemplateKey, string>>>

interface Template {
  /** What a member reads where her permits are told. */
  readonly title: string
  /** Nobody's sleep is worth it: between 21:00 and 09:00 it waits. */
  readonly isQuietAtNight: boolean
  readonly keywords: Readonly<Record<string, string>>
}

export const templates = {
  gift: {
    title: '礼遇到账',
    isQuietAtNight: true,
    keywords: { gift: 'thing1', lastDay: 'date2', note: 'thing3' },
  },
  pickup: {
    title: '自提与退换',
    isQuietAtNight: false,
    keywords: { thing: 'thing1', state: 'phrase2', note: 'thing3' },
  },
  expiry: {
    title: '到期提醒',
    isQuietAtNight: true,
    keywords: { what: 'thing1', lastDay: 'date2', note: 'thing3' },
  },
  tier: {
    title: '等级变化',
    isQuietAtNight: true,
    keywords: { tier: 'thing1', on: 'date2', note: 'thing3' },
  },
  list: {
    title: '接龙进展',
    isQuietAtNight: false,
    keywords: { list: 'thing1', state: 'phrase2', note: 'thing3' },
  },
  drop: {
    title: '福利开抢',
    isQuietAtNight: true,
    keywords: { drop: 'thing1', opensAt: 'time2', note: 'thing3' },
  },
} as const satisfies Readonly<Record<TemplateKey, Template>>

type Keywords<K extends TemplateKey> = (typeof templates)[K]['keywords']

/** What fills a template: each field with a value of its keyword's kind. */
export type TemplateFields<K extends TemplateKey> = {
  readonly [F in keyof Keywords<K>]: KeywordValue<Keywords<K>[F]>
}

/** As the platform takes it, e.g. `{ thing1: { value: '生日礼' } }`. */
export type TemplateData = Readonly<Record<string, { readonly value: string }>>

/**
 * A template with its fields, each cut to what the platform takes. Null when one of them cannot be
 * made to fit: it is not sent then, rather than refused there.
 */
export function templateData<K extends TemplateKey>(
  key: K,
  fields: TemplateFields<K>,
): TemplateData | null {
  const values = new Map<string, unknown>(Object.entries(fields))
  const data: Record<string, { value: string }> = {}
  for (const [field, keyword] of Object.entries<string>(templates[key].keywords)) {
    const value = fitKeyword(keyword, values.get(field))
    if (value === null) return null
    data[keyword] = { value }
  }
  return data
}

/** Which of a shop's templates a message of this key goes out by; null where it has none. */
export function templateIdOf(chosen: MessageTemplates, key: TemplateKey): string | null {
  return chosen[key] || null
}

/**
 * Under which key the permits for it lie: a permit is for a template, and keys for which a shop
 * chose the same one share theirs.
 */
export function walletKeyOf(chosen: MessageTemplates, key: TemplateKey): TemplateKey {
  const templateId = templateIdOf(chosen, key)
  if (templateId === null) return key
  return templateKeys.find((other) => templateIdOf(chosen, other) === templateId) ?? key
}
