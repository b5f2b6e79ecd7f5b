import type { RuleSample } from '@shared/purchases/rule-samples'
import { fieldText } from '@shared/rules/rule-draft'
import { ruleFields } from '@shared/rules/rule-fields'
import { countText, dayText, momentText, sentenceText, yuanText } from '../format'
import type { RulePreview, RuleState, RuleVersionRow } from './rules.store'

const FIGURES_SHOWN = 3

/** A rule in one line: its first figures, or that the shop does not offer it. */
export function summaryOf({ ruleId, figures }: Pick<RuleState, 'ruleId' | 'figures'>): string {
  if (ruleId === 'member-tiers' && figures.method === 0) return '未开通会员等级'
  if (figures.maxSharePercent === 0) return '未开放，会员只能用现金付款'
  if (ruleId === 'rounding' && figures.downTo === 0) return '不抹零，收款到分'
  const shown = ruleFields[ruleId].slice(0, FIGURES_SHOWN)
  return shown
    .map((field) => sentenceText(`${field.label} ${fieldText(field, figures[field.name] ?? null)}`))
    .join(' · ')
}

/** Which version, by whom and when. */
export function publishedText(version: Omit<RuleVersionRow, 'figures'>): string {
  const { publishedAt, publishedByName } = version
  const by = publishedByName === null ? '' : ` · ${publishedByName}`
  const when = publishedAt === null ? '开店时的规则' : `${momentText(publishedAt)} 发布`
  return `第 ${version.version} 版 · ${when}${by}`
}

const sampleTitles: Readonly<Record<RuleSample['name'], string>> = {
  small: '小额消费',
  usual: '平常一单',
  large: '大额消费',
}

/** What kind of purchase a sample is. */
export function sampleTitle({ name, isMemberDay }: RuleSample): string {
  return `${sampleTitles[name]}${isMemberDay ? ' · 会员日' : ''}`
}

/** Its bill in words. */
export function sampleBill(sample: RuleSample): string {
  const { billFen, couponOffFen, excludedFen, on, paidAt } = sample
  const when = paidAt === undefined ? dayText(on) : `${momentText(paidAt)} `
  const coupon = couponOffFen > 0 ? `，用券减 ¥${yuanText(couponOffFen)}` : ''
  const excluded = excludedFen > 0 ? `，其中 ¥${yuanText(excludedFen)} 不积分` : ''
  return `${when}消费 ¥${yuanText(billFen)}${coupon}${excluded}`
}

const VALUE = '报表价值'

export interface EffectRow {
  readonly label: string
  readonly before: string
  readonly after: string
}

type Sample = RulePreview['samples'][number]

/** The points always; what else a sample brings only where the change makes a difference. */
export function effectRowsOf({ before, after }: Sample): readonly EffectRow[] {
  const rows = [
    { label: '获得积分', before: earned(before), after: earned(after) },
    { label: '记在', before: booked(before), after: booked(after) },
    { label: '到账', before: released(before), after: released(after) },
    { label: '到期', before: dayText(before.expiresOn), after: dayText(after.expiresOn) },
    { label: '最多抵扣', before: paid(before), after: paid(after) },
    { label: '抹零后实收', before: rounded(before), after: rounded(after) },
    {
      label: VALUE,
      before: `¥${yuanText(before.worthFen)}`,
      after: `¥${yuanText(after.worthFen)}`,
    },
  ]
  const isSameEarning = before.earnPoints === after.earnPoints
  return rows.filter(
    // What points are worth follows from their number, unless the value itself changes.
    ({ label, ...row }, place) =>
      place === 0 || (row.before !== row.after && (label !== VALUE || isSameEarning)),
  )
}

const caps = { day: '（达每天上限）', month: '（达每月上限）' }

function earned({ earnPoints, cap }: Sample['before']): string {
  return `${countText(earnPoints)} 分${cap === null ? '' : caps[cap]}`
}

function paid({ payPoints, payOffFen }: Sample['before']): string {
  return payPoints === 0 ? '不能抵扣' : `${countText(payPoints)} 积分抵 ¥${yuanText(payOffFen)}`
}

function rounded({ roundedFen }: Sample['before']): string {
  return `¥${yuanText(roundedFen)}`
}

/** Only told of a sale in the night, whose date the change moves. */
function booked({ bookedOn }: Sample['before']): string {
  return bookedOn === undefined ? '' : dayText(bookedOn)
}

function released({ releasesOn }: Sample['before']): string {
  return releasesOn === null ? '立即' : dayText(releasesOn)
}
