/** Steps of a tally, through the rules alone: each is what one purchase or refund makes of it. */
import { settleTier } from '../../shared/tiers/settling'
import { noTally, type TierTally, withPurchase, withRefund } from '../../shared/tiers/tally'
import { newTierRule, type TierRule } from '../../shared/tiers/tier-rule'

type Step = (tally: TierTally) => TierTally

let minute = 0

/** A purchase; each comes an hour after the one before. */
export function bought(paidFen: number, on: string, rule: TierRule = newTierRule): Step {
  return (tally) => {
    minute += 60
    const purchase = { storeId: 'a', on, at: minute * 60_000, paidFen }
    return settleTier(tally, { rule, todayOn: on }, (so) => withPurchase(so, purchase, on)).tally
  }
}

/** What these steps make of nothing. */
export function having(...steps: readonly Step[]): TierTally {
  return steps.reduce((tally, step) => step(tally), noTally)
}

/** So much of a purchase goes back. */
export function refunded(paidFen: number, on: string, { todayOn = on, leftFen = 0 } = {}): Step {
  const back = { storeId: 'a', on, at: null, paidFen }
  return (tally) =>
    settleTier(tally, { rule: newTierRule, todayOn }, (so) => withRefund(so, back, { leftFen }))
      .tally
}

/** As the job leaves it. */
export function told(tally: TierTally, todayOn: string): TierTally {
  const known = { ...tally, toldTier: tally.tier }
  return settleTier(known, { rule: newTierRule, todayOn }).tally
}
