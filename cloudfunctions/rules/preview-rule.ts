import type { rules } from '../../shared/contract/rules'
import { effectOf, samplesFor } from '../../shared/purchases/rule-samples'
import { accept } from '../../shared/refusal'
import { differencesBetween } from '../../shared/rules/rule-draft'
import { takesEffectOf } from '../../shared/rules/rule-effect'
import { withRule } from '../../shared/rules/rule-figures'
import { loadNewestShop } from '../runtime/config'
import type { UseCase } from '../runtime/context'
import { ruleInForce } from './repository'
import { admitFigures } from './save-rule-draft'

/** What figures would change, before anybody is bound by them; nothing is written. */
export const previewRule: UseCase<typeof rules.previewRule> = async (input, context) => {
  const { ruleId } = input
  const figures = admitFigures(ruleId, input.figures)
  if (!figures.ok) return figures
  const before = await loadNewestShop()
  const { inForce } = await ruleInForce(ruleId, before)
  const next = { version: inForce.version + 1, figures: figures.value, publishedAt: context.now }
  const after = withRule(before, ruleId, next)
  return accept({
    takesEffect: takesEffectOf(ruleId, { shop: after, todayOn: context.todayOn }),
    differences: [...differencesBetween(ruleId, inForce.figures, figures.value)],
    samples: samplesFor(context.todayOn, { before, after }).map((sample) => ({
      ...sample,
      before: effectOf(sample, before),
      after: effectOf(sample, after),
    })),
  })
}
