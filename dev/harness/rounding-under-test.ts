import type { RoundingRule } from '../../shared/rules/shop-rules'

/** A shop that rounds down to the jiao, or to the yuan. */
export const roundingToYuan: RoundingRule = {
  ruleId: 'rounding',
  version: 1,
  downTo: 'yuan',
  mostFen: 99,
}
