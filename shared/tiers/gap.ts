/** What is missing, in the rule's own number: fen, purchases of a month, or score. */
import { monthOf } from './month'
import { figuresIn, graceFigures, type Standing } from './standing'
import type { TierTally } from './tally'
import { oneAbove, type TierId } from './tier'
import { measureOf, type TierFigures, type TierRule, thresholdsOf } from './tier-rule'

/** What counts today. */
export function figuresOn(tally: TierTally, rule: TierRule, todayOn: string): TierFigures {
  return figuresIn(tally, rule, monthOf(todayOn))
}

/** The next level up with what it takes; null for who has the highest, or where there is none. */
export function nextTierOf(
  { tier }: Pick<Standing, 'tier'>,
  rule: TierRule,
  figures: TierFigures,
): { readonly tierId: TierId; readonly threshold: number; readonly gap: number } | null {
  const tierId = rule.method === 'off' ? null : oneAbove(tier)
  if (tierId === null) return null
  const threshold = thresholdsOf(rule)[tierId]
  return { tierId, threshold, gap: Math.max(threshold - measureOf(figures, rule), 0) }
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
  return Math.max(thresholdsOf(rule)[tier] - measureOf(figures, rule), 0)
}
