/**
 * How a shop's levels are reached and kept, and what they give: one versioned rule. Nothing of it
 * is code but the four ways of counting.
 */
import { type Tier, type TierId, tierIds } from './tier'

/**
 * By what was paid, by the purchases of one calendar month, by loyalty (how long, and in how many
 * months), or by a merit of all four. `off`: the shop has no levels.
 */
export const tierMethods = ['off', 'amount', 'frequency', 'loyalty', 'composite'] as const
export type TierMethod = (typeof tierMethods)[number]

/** Over all time, over this month and the eleven before it, or over a year that begins anew. */
export const tierWindows = ['lifetime', 'rolling', 'cycle'] as const
export type TierWindow = (typeof tierWindows)[number]

export type PerTier<T> = Readonly<Record<TierId, T>>

/** What a merit gives for each; 0 leaves it out. */
export interface TierWeights {
  /** For each 100 yuan that were paid. */
  readonly amount: number
  /** For each purchase of the best month. */
  readonly frequency: number
  /** For each month since the first purchase. */
  readonly tenure: number
  /** For each month with a purchase. */
  readonly active: number
}

export interface TierRule {
  readonly ruleId: 'member-tiers'
  readonly version: number
  readonly method: TierMethod
  readonly window: TierWindow
  /** In which month a yearly cycle begins: 1 is January. */
  readonly cycleMonth: number
  /** What each level asks for, by the way of counting. */
  readonly paidFen: PerTier<number>
  readonly monthVisits: PerTier<number>
  readonly merit: PerTier<number>
  readonly weights: TierWeights
  /** So many days before its end she is told what is missing, and so many she has after it. */
  readonly noticeDays: number
  readonly graceDays: number
  /** How many minutes before everybody else a drop opens. */
  readonly leadMinutes: PerTier<number>
  /** From which level on somebody is there for her by name; null: nobody is. */
  readonly contactFrom: TierId | null
}

/** What a new shop starts with. */
export const newTierRule: TierRule = {
  ruleId: 'member-tiers',
  version: 1,
  method: 'amount',
  window: 'rolling',
  cycleMonth: 1,
  paidFen: { silver: 100_000, gold: 500_000, diamond: 1_000_000 },
  monthVisits: { silver: 3, gold: 6, diamond: 9 },
  merit: { silver: 50, gold: 150, diamond: 300 },
  weights: { amount: 2, frequency: 5, tenure: 1, active: 4 },
  noticeDays: 30,
  graceDays: 30,
  leadMinutes: { silver: 0, gold: 0, diamond: 0 },
  contactFrom: null,
}

/** What is counted for a level. */
export interface TierFigures {
  readonly paidFen: number
  /** Of the best calendar month. */
  readonly monthVisits: number
  readonly tenureMonths: number
  readonly activeMonths: number
}

export const noFigures: TierFigures = {
  paidFen: 0,
  monthVisits: 0,
  tenureMonths: 0,
  activeMonths: 0,
}

const FEN_PER_100_YUAN = 10_000

/** Each part of a merit; what loyalty leaves out is 0. */
export function meritPartsOf(figures: TierFigures, { method, weights }: TierRule): TierWeights {
  const isLoyalty = method === 'loyalty'
  return {
    amount: isLoyalty ? 0 : Math.floor((figures.paidFen * weights.amount) / FEN_PER_100_YUAN),
    frequency: isLoyalty ? 0 : figures.monthVisits * weights.frequency,
    tenure: figures.tenureMonths * weights.tenure,
    active: figures.activeMonths * weights.active,
  }
}

/** The one number that is compared with the thresholds: fen, purchases or merit. */
export function measureOf(figures: TierFigures, rule: TierRule): number {
  if (rule.method === 'off') return 0
  if (rule.method === 'amount') return figures.paidFen
  if (rule.method === 'frequency') return figures.monthVisits
  const { amount, frequency, tenure, active } = meritPartsOf(figures, rule)
  return amount + frequency + tenure + active
}

/** What each level asks of that number. */
export function thresholdsOf({ method, paidFen, monthVisits, merit }: TierRule): PerTier<number> {
  if (method === 'amount') return paidFen
  return method === 'frequency' ? monthVisits : merit
}

/** The highest level whose threshold is reached. */
export function tierBy(figures: TierFigures, rule: TierRule): Tier {
  if (rule.method === 'off') return 'plain'
  const measure = measureOf(figures, rule)
  const steps = thresholdsOf(rule)
  return [...tierIds].reverse().find((tierId) => measure >= steps[tierId]) ?? 'plain'
}
