/**
 * A draft of a rule: is it whole and sensible, figure by figure, and what would it change? The
 * page asks the same questions as the server, so that a sentence stands beside its field before
 * anything is sent.
 */

import { formatYuan } from '../yuan'
import type { Figure, FigureField, RuleFigures } from './figure-field'
import { ruleFields } from './rule-fields'
import type { RuleId } from './shop-rules'
import { tierContradictions } from './tier-figures'

/** The sentence for each figure that will not do; none when the draft may be published. */
export type RuleProblems = Readonly<Record<string, string>>

export interface RuleDifference {
  readonly name: string
  readonly label: string
  readonly before: string
  readonly after: string
}

const MOST_MEMBER_DAYS = 10

/** The rule's own figures, without anything else; null when one is missing or no figure at all. */
export function completeFigures(
  ruleId: RuleId,
  sent: Readonly<Record<string, Figure | undefined>>,
): RuleFigures | null {
  const figures: Record<string, Figure> = {}
  for (const field of ruleFields[ruleId]) {
    const figure = sent[field.name]
    if (figure === undefined || !isOfItsKind(field, figure)) return null
    figures[field.name] = figure
  }
  return figures
}

function isOfItsKind({ unit, mayBeNone }: FigureField, figure: Figure): boolean {
  if (unit === 'daysOfMonth') return Array.isArray(figure) && figure.every(Number.isSafeInteger)
  return figure === null ? mayBeNone === true : Number.isSafeInteger(figure)
}

/** What will not do, by field: bounds first, then figures that contradict each other. */
export function problemsIn(ruleId: RuleId, figures: RuleFigures): RuleProblems {
  const problems: Record<string, string> = {}
  for (const field of ruleFields[ruleId]) {
    const sentence = boundsProblem(field, figures[field.name] ?? null)
    if (sentence) problems[field.name] = sentence
  }
  if (Object.keys(problems).length > 0) return problems
  return ruleId === 'member-tiers' ? tierContradictions(figures) : contradictions(figures)
}

function boundsProblem(field: FigureField, figure: Figure): string | null {
  const { least, most, label, unit } = field
  if (typeof figure === 'number') {
    if (figure >= least && figure <= most) return null
    return `${label}要在 ${figureText(unit, least)} 到 ${figureText(unit, most)} 之间`
  }
  if (figure === null) return field.mayBeNone ? null : `请填写${label}`
  if (figure.length > MOST_MEMBER_DAYS) return `${label}最多 ${MOST_MEMBER_DAYS} 天`
  if (new Set(figure).size < figure.length) return `${label}里有重复的日子`
  return figure.every((day) => day >= least && day <= most) ? null : '日子要在 1 到 31 之间'
}

function contradictions(figures: RuleFigures): RuleProblems {
  const { dayCapPoints, monthCapPoints, memberDays, memberDayPercent } = figures
  if (isMore(dayCapPoints, monthCapPoints)) {
    return { monthCapPoints: '每月上限不能比每天上限低' }
  }
  if (Array.isArray(memberDays)) {
    const isMultiplied = isMore(memberDayPercent, 100)
    if (isMultiplied && memberDays.length === 0) return { memberDays: '请填写会员日是每月几号' }
    if (!isMultiplied && memberDays.length > 0) {
      return { memberDayPercent: '会员日积分要高于 100%，否则请清空会员日' }
    }
  }
  const { minSharePercent, maxSharePercent } = figures
  if (isMore(maxSharePercent, 0) && isMore(minSharePercent, maxSharePercent)) {
    return { minSharePercent: '最少抵扣不能比最多抵扣高' }
  }
  return bonusesOutOfOrder(figures)
}

/** Each bonus of a streak wants a longer one than the bonus before it. */
function bonusesOutOfOrder({ bonus1Days, bonus2Days, bonus3Days }: RuleFigures): RuleProblems {
  const sentence = '要比前一份奖励的天数多'
  if (bonus1Days !== undefined && !isMore(bonus2Days, bonus1Days)) return { bonus2Days: sentence }
  if (bonus2Days !== undefined && !isMore(bonus3Days, bonus2Days)) return { bonus3Days: sentence }
  return {}
}

function isMore(figure: Figure | undefined, than: Figure | undefined): boolean {
  return typeof figure === 'number' && typeof than === 'number' && figure > than
}

/** What differs between two versions, in the order of the page. */
export function differencesBetween(
  ruleId: RuleId,
  before: RuleFigures,
  after: RuleFigures,
): readonly RuleDifference[] {
  return ruleFields[ruleId]
    .map((field) => ({
      name: field.name,
      label: field.label,
      before: fieldText(field, before[field.name] ?? null),
      after: fieldText(field, after[field.name] ?? null),
    }))
    .filter((difference) => difference.before !== difference.after)
}

/** The figure of a field as people read it; of a choice, the words that were chosen. */
export function fieldText({ unit, choices }: FigureField, figure: Figure): string {
  const chosen = unit === 'choice' && typeof figure === 'number' ? choices?.[figure] : undefined
  return chosen ?? figureText(unit, figure)
}

/** A figure as people read it: `¥1.00`, `12 个月`, `8、18、28 日`, `不限`. */
export function figureText(unit: FigureField['unit'], figure: Figure): string {
  if (figure === null) return '不限'
  if (typeof figure !== 'number') return figure.length > 0 ? `${figure.join('、')} 日` : '没有'
  return unit === 'fen' ? formatYuan(figure) : `${figure}${unitWords[unit]}`
}

/** The word behind a figure. */
export const unitWords: Readonly<Record<FigureField['unit'], string>> = {
  fen: ' 元',
  points: ' 积分',
  days: ' 天',
  months: ' 个月',
  hours: ' 小时',
  hourOfDay: ' 点',
  percent: '%',
  count: ' 次',
  daysOfMonth: ' 日',
  monthOfYear: ' 月',
  minutes: ' 分钟',
  merit: ' 分',
  choice: '',
}
