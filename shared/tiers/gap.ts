/** What is missing, in the rule's own number: fen, purchases of a month, or merit. */
import { monthOf } from './month'
import { figuresIn, graceFigures, type Standing } from './standing'
import type { TierTally } from './tally'
import { oneAbove, type Tier, type TierId } from './tier'
import { measureOf, type TierFigures, type TierRule, thresholdsOf } from './tier-rule'

/** What counts today. */
export function figuresOn(tally: TierTally, rule: TierRule, todayOn: string): TierFigures {
  return figuresIn(tally, rule, monthOf(todayOn))
}

/** The next level up with what it takes; null for who has the highest, or where there is none. */
export function nextTierOf(
  tally: TierTally,
  rule: TierRule,
  { tier, todayOn }: { readonly tier: Tier; readonly todayOn: string },
): { readonly tierId: TierId; readonly threshold: number; readonly gap: number } | null {
  const tierId = rule.method === 'off' ? null : oneAbove(tier)
  if (tierId === null) return null
  const threshold = thresholdsOf(rule)[tierId]
  const figures = figuresOn(tally, rule, todayOn)
  return { tierId, threshold, gap: gapIn(tally, rule, { figures, threshold, todayOn }) }
}

/** Purchases count month by month: those of another month do not help this one. */
function gapIn(
  { months }: TierTally,
  rule: TierRule,
  asked: { readonly figures: TierFigures; readonly threshold: number; readonly todayOn: string },
): number {
  const { figures, threshold, todayOn } = asked
  const measure = measureOf(figures, rule)
  if (measure >= threshold) return 0
  if (rule.method !== 'frequency') return threshold - measure
  const now = months.find(({ month }) => month === monthOf(todayOn))
  return threshold - (now?.visits ?? 0)
}

/**
 * What is still missing to keep the level beyond its last day, with all that counts for it so far;
 * 0 when nothing is, null where it does not end.
 */
export function keepGapOf(
  tally: TierTally,
  rule: TierRule,
  { standing, todayOn }: { readonly standing: Standing; readonly todayOn: string },
): number | null {
  const { tier, keepUntilOn, graceUntilOn } = standing
  if (tier === 'plain' || keepUntilOn === null) return null
  const figures =
    graceUntilOn === null
      ? figuresIn(tally, rule, monthOf(keepUntilOn))
      : graceFigures(tally, rule, { untilOn: keepUntilOn, on: todayOn })
  return gapIn(tally, rule, { figures, threshold: thresholdsOf(rule)[tier], todayOn })
}
