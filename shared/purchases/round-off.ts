/**
 * 抹零: what staff may leave off a bill so that it is paid in round money. It comes last, after
 * coupons, points and freight, always downwards, and at least one fen of the goods stays. A till
 * may tell it in three ways: by itself, by lines that sum to more than was taken, or by a line
 * below nothing; told twice, it must be the same.
 */
import { accept, type Outcome, refuse } from '../refusal'
import type { RoundingRule } from '../rules/shop-rules'

/** What is to be paid before anything is left off: the goods, and beside them the freight. */
export interface DueBill {
  readonly goodsFen: number
  readonly freightFen: number
}

/** So much less, and what is paid then. */
export interface RoundOffChoice {
  readonly roundOffFen: number
  readonly payableFen: number
}

/** What staff want to leave off, and the shop's rule on it. */
export interface RoundOffWish {
  readonly roundOffFen: number
  readonly rule: RoundingRule
}

const stepsFen: Readonly<Record<RoundingRule['downTo'], readonly number[]>> = {
  fen: [],
  jiao: [10],
  yuan: [10, 100],
}

/** All that the rule allows for this bill, the least first; none where it is round already. */
export function roundOffChoicesFor(
  { goodsFen, freightFen }: DueBill,
  rule: RoundingRule,
): readonly RoundOffChoice[] {
  const dueFen = goodsFen + freightFen
  const offs = new Set(stepsFen[rule.downTo].map((stepFen) => dueFen % stepFen))
  return [...offs]
    .filter((offFen) => offFen > 0 && offFen <= rule.mostFen && offFen < goodsFen)
    .map((roundOffFen) => ({ roundOffFen, payableFen: dueFen - roundOffFen }))
}

/**
 * What comes off in the end. Refuses ROUND_OFF_RANGE for what the rule does not allow and for two
 * different sums; the field is `roundOffFen`, or `lines` where those tell it.
 */
export function admitRoundOff(
  due: DueBill,
  { roundOffFen, rule }: RoundOffWish,
  toldFen = 0,
): Outcome<number> {
  const offFen = roundOffFen > 0 ? roundOffFen : toldFen
  if (offFen === 0) return accept(0)
  const isSame = toldFen === 0 || toldFen === offFen
  const choices = roundOffChoicesFor(due, rule)
  if (isSame && choices.some((choice) => choice.roundOffFen === offFen)) return accept(offFen)
  return refuse('ROUND_OFF_RANGE', { field: roundOffFen > 0 ? 'roundOffFen' : 'lines' })
}
