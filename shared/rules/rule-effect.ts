/** From when a rule is in force, where that is not at once. */
import { addDays, spokenDate } from '../business-date'
import type { Shop } from './shop'
import type { RuleId } from './shop-rules'

/** The sentence for the manager; null: it is, or will be within the minute that a shop is kept. */
export function takesEffectOf(
  ruleId: RuleId,
  { shop, todayOn }: { readonly shop: Shop; readonly todayOn: string },
): string | null {
  return effects[ruleId](shop, todayOn)
}

const atOnce = () => null

const effects: Readonly<Record<RuleId, (shop: Shop, todayOn: string) => string | null>> = {
  'earn-by-spend': atOnce,
  'pay-with-points': atOnce,
  rounding: atOnce,
  'point-value': atOnce,
  adjustment: atOnce,
  'forgotten-receipt': atOnce,
  'member-tiers': atOnce,
  'check-in': atOnce,
  tasks: atOnce,
  lists: atOnce,
  'business-day': ({ businessDay: { rolloverHour, fromOn } }, todayOn) => {
    if (fromOn === null || fromOn <= todayOn) return null
    const lastOn = addDays(fromOn, -1)
    const end = `${spokenDate(fromOn)} ${rolloverHour} 点`
    return `${spokenDate(lastOn)}这一天到${end}结束，从此每天 ${rolloverHour} 点换日`
  },
}
