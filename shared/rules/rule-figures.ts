/**
 * The way from the figures that a manager types to the rule in force, and back. Old versions keep
 * their figures; one that they did not know yet is as in a new shop.
 */
import { withRolloverHour } from '../business-day'
import { checkInFiguresOf, checkInRuleFrom } from './check-in-figures'
import type { EarnRule } from './earning'
import type { RuleFigures } from './figure-field'
import { listFiguresOf, listTermsFrom } from './list-figures'
import { roundingFiguresOf, roundingRuleFrom } from './rounding-figures'
import { newShop, type Shop } from './shop'
import type { RuleId } from './shop-rules'
import { taskFiguresOf, taskRuleFrom } from './task-figures'
import { tierFiguresOf, tierRuleFrom } from './tier-figures'

export interface RuleVersion {
  readonly version: number
  readonly figures: RuleFigures
  /** What the shop began with was published at no time. */
  readonly publishedAt?: number | null
}

/** The figures of the rule in force. */
export function figuresOf(ruleId: RuleId, shop: Shop): RuleFigures {
  return figures[ruleId](shop)
}

const figures: Readonly<Record<RuleId, (shop: Shop) => RuleFigures>> = {
  'earn-by-spend': ({ earnRule }) => ({
    fenPerPoint: earnRule.fenPerPoint,
    validityMonths: earnRule.validityMonths,
    pendingDays: earnRule.pendingDays,
    dayCapPoints: earnRule.dayCapPoints,
    monthCapPoints: earnRule.monthCapPoints,
    memberDays: [...(earnRule.memberDay?.days ?? [])],
    memberDayPercent: earnRule.memberDay?.percent ?? 100,
    silverPercent: earnRule.tierPercents.silver,
    goldPercent: earnRule.tierPercents.gold,
    diamondPercent: earnRule.tierPercents.diamond,
  }),
  'pay-with-points': ({ payWithPoints }) => ({
    pointsPerYuan: payWithPoints?.pointsPerYuan ?? 100,
    minSharePercent: payWithPoints?.minSharePercent ?? 0,
    maxSharePercent: payWithPoints?.maxSharePercent ?? 0,
    minPoints: payWithPoints?.minPoints ?? 100,
  }),
  rounding: ({ rounding }) => roundingFiguresOf(rounding),
  'point-value': ({ pointValue }) => ({ fenPerHundredPoints: pointValue.fenPerHundredPoints }),
  adjustment: ({ adjustmentRule }) => ({
    clerkDayCapPoints: adjustmentRule.clerkDayCapPoints,
    aloneCapPoints: adjustmentRule.aloneCapPoints,
    ripensAfterHours: adjustmentRule.ripensAfterHours,
  }),
  'forgotten-receipt': ({ forgottenReceipt }) => ({
    withinDays: forgottenReceipt.withinDays,
    monthCapCount: forgottenReceipt.monthCapCount,
  }),
  'business-day': ({ businessDay }) => ({ rolloverHour: businessDay.rolloverHour }),
  'member-tiers': ({ tierRule }) => tierFiguresOf(tierRule),
  'check-in': ({ checkIn }) => checkInFiguresOf(checkIn),
  tasks: ({ tasks }) => taskFiguresOf(tasks),
  lists: ({ lists }) => listFiguresOf(lists),
}

/** The version of a rule that is in force; 1 where it has never been changed. */
export function versionOf(ruleId: RuleId, { ruleVersions, earnRule }: Shop): number {
  return ruleVersions[ruleId] ?? (ruleId === 'earn-by-spend' ? earnRule.version : 1)
}

/** The shop's data with this version of the rule in force. */
export function withRule(shop: Shop, ruleId: RuleId, version: RuleVersion): Shop {
  return { ...shop, ...changeBy(shop, ruleId, version) }
}

/** What of the shop's data this version changes. */
export function changeBy(shop: Shop, ruleId: RuleId, version: RuleVersion): Partial<Shop> {
  const changed = parts[ruleId]({ ...version, figures: known(ruleId, version.figures) }, shop)
  return { ...changed, ruleVersions: { ...shop.ruleVersions, [ruleId]: version.version } }
}

/** The earn rule of a version, as entries of its time were booked by it. */
export function earnRuleOf(version: RuleVersion): EarnRule {
  return earnRuleFrom({ ...version, figures: known('earn-by-spend', version.figures) })
}

/** What a version makes of the shop, and of what was in force before it. */
type Part = (version: RuleVersion, before: Shop) => Partial<Shop>

const parts: Readonly<Record<RuleId, Part>> = {
  'earn-by-spend': (version) => ({ earnRule: earnRuleFrom(version) }),
  'pay-with-points': ({ version, figures }) => {
    const maxSharePercent = whole(figures, 'maxSharePercent')
    if (maxSharePercent === 0) return { payWithPoints: null }
    const pointsPerYuan = whole(figures, 'pointsPerYuan')
    const minSharePercent = whole(figures, 'minSharePercent')
    const minPoints = whole(figures, 'minPoints')
    const shares = { minSharePercent, maxSharePercent }
    const ruleId = 'pay-with-points'
    return { payWithPoints: { ruleId, version, pointsPerYuan, ...shares, minPoints } }
  },
  rounding: ({ version, figures }) => ({
    rounding: roundingRuleFrom(version, (name) => whole(figures, name)),
  }),
  'point-value': ({ version, figures }) => {
    const fenPerHundredPoints = whole(figures, 'fenPerHundredPoints')
    return { pointValue: { ruleId: 'point-value', version, fenPerHundredPoints } }
  },
  adjustment: ({ version, figures }) => ({
    adjustmentRule: {
      ruleId: 'adjustment',
      version,
      clerkDayCapPoints: whole(figures, 'clerkDayCapPoints'),
      aloneCapPoints: whole(figures, 'aloneCapPoints'),
      ripensAfterHours: whole(figures, 'ripensAfterHours'),
    },
  }),
  'forgotten-receipt': ({ version, figures }) => ({
    forgottenReceipt: {
      ruleId: 'forgotten-receipt',
      version,
      withinDays: whole(figures, 'withinDays'),
      monthCapCount: whole(figures, 'monthCapCount'),
    },
  }),
  'business-day': ({ version, figures, publishedAt }, { businessDay }) => {
    const rolloverHour = whole(figures, 'rolloverHour')
    const days =
      publishedAt === undefined || publishedAt === null
        ? { rolloverHour, fromOn: null, earlier: [] }
        : withRolloverHour(businessDay, rolloverHour, publishedAt)
    return { businessDay: { ruleId: 'business-day', version, ...days } }
  },
  'member-tiers': (version) => ({ tierRule: tierRuleFrom(version, whole) }),
  'check-in': ({ version, figures }) => ({
    checkIn: checkInRuleFrom(version, (name) => whole(figures, name)),
  }),
  tasks: ({ version, figures }, { tasks }) => ({
    tasks: taskRuleFrom(tasks, version, (name) => whole(figures, name)),
  }),
  lists: ({ figures }) => ({ lists: listTermsFrom((name) => whole(figures, name)) }),
}

function earnRuleFrom({ version, figures }: RuleVersion): EarnRule {
  const days = figures.memberDays
  const hasMemberDay = Array.isArray(days) && days.length > 0
  return {
    ruleId: 'earn-by-spend',
    version,
    fenPerPoint: whole(figures, 'fenPerPoint'),
    validityMonths: whole(figures, 'validityMonths'),
    pendingDays: whole(figures, 'pendingDays'),
    dayCapPoints: figures.dayCapPoints === null ? null : whole(figures, 'dayCapPoints'),
    monthCapPoints: figures.monthCapPoints === null ? null : whole(figures, 'monthCapPoints'),
    memberDay: hasMemberDay ? { days, percent: whole(figures, 'memberDayPercent') } : null,
    tierPercents: {
      silver: whole(figures, 'silverPercent'),
      gold: whole(figures, 'goldPercent'),
      diamond: whole(figures, 'diamondPercent'),
    },
  }
}

function known(ruleId: RuleId, sent: RuleFigures): RuleFigures {
  return { ...figuresOf(ruleId, newShop), ...sent }
}

function whole(figures: RuleFigures, name: string): number {
  const figure = figures[name]
  if (typeof figure !== 'number' || !Number.isSafeInteger(figure)) throw new Error(`no ${name}`)
  return figure
}
