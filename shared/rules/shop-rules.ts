/**
 * The rules that a manager may change, beside the earn rule. Each is a versioned document: it is
 * drafted, tried on three sample purchases and published; every entry keeps the rule and version
 * that it was booked by, so that a change never touches what is past.
 */
import type { BusinessDays } from '../business-day'
import type { CheckInRule } from '../checkin/check-in-rule'
import type { ListTerms } from '../lists/list-terms'
import type { TaskRule } from '../tasks/task'
import type { TierRule } from '../tiers/tier-rule'
import type { EarnRule } from './earning'

export type RuleId = keyof ShopRules

/** What a bill may be paid with points, when the shop allows it. */
export interface PayWithPointsRule {
  readonly ruleId: 'pay-with-points'
  readonly version: number
  /** So many points are worth one yuan off the bill. */
  readonly pointsPerYuan: number
  /** Which share of the payable sum points may cover: less than the first is refused. */
  readonly minSharePercent: number
  readonly maxSharePercent: number
  /** Fewer points than this are not worth the trouble. */
  readonly minPoints: number
}

/** 抹零: what staff may leave off what is to be paid, always downwards. */
export interface RoundingRule {
  readonly ruleId: 'rounding'
  readonly version: number
  /** `fen`: nothing is left off. Down to the yuan a bill may be rounded to the jiao as well. */
  readonly downTo: 'fen' | 'jiao' | 'yuan'
  /** The most that comes off one bill. */
  readonly mostFen: number
}

/** What the points that members hold are worth to the shop, in its reports. */
export interface PointValueRule {
  readonly ruleId: 'point-value'
  readonly version: number
  /** 100 means that a point is worth one fen. */
  readonly fenPerHundredPoints: number
}

/** How much may be moved by hand without a second pair of eyes. */
export interface AdjustmentRule {
  readonly ruleId: 'adjustment'
  readonly version: number
  readonly clerkDayCapPoints: number
  /** What a manager moves alone for one member a day. */
  readonly aloneCapPoints: number
  /** How long the rest waits in a shop with one manager. */
  readonly ripensAfterHours: number
}

/** 补积分: a purchase at which the code was forgotten, booked later by its old receipt. */
export interface ForgottenReceiptRule {
  readonly ruleId: 'forgotten-receipt'
  readonly version: number
  readonly withinDays: number
  /** How many one member may bring in a month. */
  readonly monthCapCount: number
}

/** When the shop's day begins: a shop that closes after midnight lets it begin later. */
export interface BusinessDayRule extends BusinessDays {
  readonly ruleId: 'business-day'
  readonly version: number
}

/** Every rule by its id, as it is in force; null: not offered. */
export interface ShopRules {
  readonly 'earn-by-spend': EarnRule
  readonly 'pay-with-points': PayWithPointsRule | null
  readonly rounding: RoundingRule
  readonly 'point-value': PointValueRule
  readonly adjustment: AdjustmentRule
  readonly 'forgotten-receipt': ForgottenReceiptRule
  readonly 'business-day': BusinessDayRule
  readonly 'member-tiers': TierRule
  readonly 'check-in': CheckInRule
  readonly tasks: TaskRule
  readonly lists: ListTerms
}
