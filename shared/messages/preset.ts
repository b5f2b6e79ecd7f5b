/**
 * 文案风格: what is said to whom when a gift or a drop is told of. The tags are put on by hand
 * until the shop knows its types of fans by their purchases.
 */
export const presets = ['priceSensitive', 'brandLoyal', 'lapsing'] as const

export type MessagePreset = (typeof presets)[number]

interface PresetRow {
  /** The tag that chooses it. */
  readonly tag: string
  readonly gift: string
  readonly drop: string
}

/** Each fits into a field of twenty characters. */
const rows: Readonly<Record<MessagePreset, PresetRow>> = {
  priceSensitive: {
    tag: '价格敏感',
    gift: '省下的都是您的，记得来用',
    drop: '能省不少，名额有限先到先得',
  },
  brandLoyal: {
    tag: '品牌忠诚',
    gift: '谢谢您一直选我们，心意请收下',
    drop: '老朋友，记得准时来领这份福利',
  },
  lapsing: {
    tag: '即将流失',
    gift: '好久不见，备了份心意等您来',
    drop: '好久不见，这份福利想先告诉您',
  },
}

const plain: Omit<PresetRow, 'tag'> = {
  gift: '来店里或在会员中心都能用',
  drop: '从群里的卡片进入就能领',
}

/** Who is about to leave is spoken to as that, whatever else she is. */
const order: readonly MessagePreset[] = ['lapsing', 'brandLoyal', 'priceSensitive']

/** By her tags; null for one who has none of them. */
export function presetOf(tags: readonly string[]): MessagePreset | null {
  return order.find((preset) => tags.includes(rows[preset].tag)) ?? null
}

/** The line for her; without a preset the plain one. */
export function presetLine(about: 'gift' | 'drop', preset: MessagePreset | null): string {
  return (preset ? rows[preset] : plain)[about]
}
