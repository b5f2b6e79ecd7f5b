/**
 * What a manager may change of each rule, figure by figure: its name on the page, its unit and its
 * bounds.
 */

import { checkInFields } from './check-in-figures'
import type { FigureField } from './figure-field'
import { listFields } from './list-figures'
import { roundingFields } from './rounding-figures'
import type { RuleId } from './shop-rules'
import { taskFields } from './task-figures'
import { tierFields } from './tier-fields'

export const ruleTitles: Readonly<Record<RuleId, string>> = {
  'earn-by-spend': '消费积分',
  'pay-with-points': '积分抵现',
  rounding: '抹零',
  'point-value': '积分价值',
  adjustment: '人工调整',
  'forgotten-receipt': '补积分',
  'business-day': '营业日',
  'member-tiers': '会员等级',
  'check-in': '每日签到',
  tasks: '任务奖励',
  lists: '接龙',
}

export const ruleIds = [
  'earn-by-spend',
  'pay-with-points',
  'rounding',
  'point-value',
  'adjustment',
  'forgotten-receipt',
  'business-day',
  'member-tiers',
  'check-in',
  'tasks',
  'lists',
] as const satisfies readonly RuleId[]

const MANY_POINTS = 1_000_000
const percent = { unit: 'percent', least: 100, most: 1_000 } as const
const points = { unit: 'points', least: 1, most: MANY_POINTS } as const
const tierHint = '达到这个等级的会员这样积分，100% 不加成'

export const ruleFields: Readonly<Record<RuleId, readonly FigureField[]>> = {
  'earn-by-spend': [
    { name: 'fenPerPoint', label: '得 1 积分需实付', unit: 'fen', least: 10, most: 100_000 },
    {
      name: 'validityMonths',
      label: '有效期',
      unit: 'months',
      least: 1,
      most: 60,
      hint: '到期那个月的最后一天仍可使用',
    },
    {
      name: 'pendingDays',
      label: '到账天数',
      unit: 'days',
      least: 0,
      most: 90,
      hint: '0 天：付款后立即到账',
    },
    { name: 'dayCapPoints', label: '每人每天上限', ...points, mayBeNone: true },
    { name: 'monthCapPoints', label: '每人每月上限', ...points, mayBeNone: true },
    {
      name: 'memberDays',
      label: '会员日',
      unit: 'daysOfMonth',
      least: 1,
      most: 31,
      hint: '每月几号，例如 8、18、28；不填则没有会员日',
    },
    { name: 'memberDayPercent', label: '会员日积分', ...percent, hint: '200% 就是双倍' },
    { name: 'silverPercent', label: '银卡积分', ...percent, hint: tierHint },
    { name: 'goldPercent', label: '金卡积分', ...percent, hint: tierHint },
    { name: 'diamondPercent', label: '钻石卡积分', ...percent, hint: tierHint },
  ],
  'pay-with-points': [
    { name: 'pointsPerYuan', label: '抵 1 元需积分', unit: 'points', least: 1, most: 100_000 },
    { name: 'minSharePercent', label: '最少抵扣', unit: 'percent', least: 0, most: 99 },
    {
      name: 'maxSharePercent',
      label: '最多抵扣',
      unit: 'percent',
      least: 0,
      most: 99,
      hint: '占应付金额的比例；0% 表示不开放积分抵现',
    },
    { name: 'minPoints', label: '每次最少使用', ...points },
  ],
  rounding: roundingFields,
  'point-value': [
    {
      name: 'fenPerHundredPoints',
      label: '100 积分价值',
      unit: 'fen',
      least: 1,
      most: 100_000,
      hint: '只用于报表里的积分负债，不影响会员',
    },
  ],
  adjustment: [
    { name: 'clerkDayCapPoints', label: '店员每天上限', ...points, least: 0 },
    {
      name: 'aloneCapPoints',
      label: '店长独自上限',
      ...points,
      least: 0,
      hint: '同一会员一天超过它，要另一位店长同意',
    },
    {
      name: 'ripensAfterHours',
      label: '等待时间',
      unit: 'hours',
      least: 1,
      most: 168,
      hint: '只有一位店长的店，超过上限的调整等这么久再入账',
    },
  ],
  'forgotten-receipt': [
    { name: 'withinDays', label: '可补天数', unit: 'days', least: 0, most: 90 },
    { name: 'monthCapCount', label: '每人每月上限', unit: 'count', least: 0, most: 31 },
  ],
  'business-day': [
    {
      name: 'rolloverHour',
      label: '换日时间',
      unit: 'hourOfDay',
      least: 0,
      most: 6,
      hint: '过了零点才打烊的店，凌晨的账记在前一天；0 点就是零点换日',
    },
  ],
  'member-tiers': tierFields,
  'check-in': checkInFields,
  tasks: taskFields,
  lists: listFields,
}
