import { countText, dayOf, shortDay } from '../format'
import type { RuleFields, RuleRow } from './gift-rules.store'

/** `88 积分 + 2 张券 + 鲜奶一盒`. */
export function giftText({ gift }: Pick<RuleFields, 'gift'>): string {
  const { points, couponTemplateIds, thing } = gift
  const parts = [
    ...(points > 0 ? [`${countText(points)} 积分`] : []),
    ...(couponTemplateIds.length > 0 ? [`${couponTemplateIds.length} 张券`] : []),
    ...(thing === null ? [] : [thing]),
  ]
  return parts.join(' + ')
}

/** When it comes and how often; the title that it begins with stands above it already. */
export function oftenText({ sentence }: Pick<RuleRow, 'sentence'>, title: string): string {
  return sentence.startsWith(`${title}，`) ? sentence.slice(title.length + 1) : sentence
}

/** What is left of the budget, where there is a bound. */
export function leftText({ left: { totalCount, dayCount } }: Pick<RuleRow, 'left'>): string | null {
  const parts = [
    ...(totalCount === null ? [] : [`共剩 ${countText(totalCount)} 份`]),
    ...(dayCount === null ? [] : [`今天剩 ${countText(dayCount)} 份`]),
  ]
  if (parts.length === 0) return null
  const isUsedUp = totalCount === 0 || dayCount === 0
  return `预算${parts.join('，')}${isUsedUp ? '，已用完' : ''}`
}

/** Whether it gives, in two or three letters; said with what it means by the row's own words. */
export function stateOf({ published }: Pick<RuleRow, 'published'>): {
  readonly text: string
  readonly tone: 'gain' | 'loss' | 'open'
} {
  if (published === null) return { text: '未发布', tone: 'open' }
  return published.isOn ? { text: '正在送', tone: 'gain' } : { text: '已停', tone: 'loss' }
}

/** Who left a draft, and when. */
export function draftText({ draft }: Pick<RuleRow, 'draft'>): string | null {
  return draft && `${draft.savedByName} ${shortDay(dayOf(draft.savedAt))}存了草稿，还没发布`
}
