import type { ruleIds } from '../../shared/rules/rule-fields'
import { rulesOf } from './rules-under-test'
import { manager, type ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

const ruleId: (typeof ruleIds)[number] = 'adjustment'

/** The twins of what a manager does with a rule. */
export function ruleTwins(shop: ShopUnderTest): Own<'rules'> {
  const { stateOf, draft } = rulesOf(() => shop)
  let made = 0
  /** Figures that differ from all before them. */
  const otherFigures = () => {
    made += 1
    return { clerkDayCapPoints: 500 + made }
  }
  const nextDraft = async () => {
    const { figures, revision } = await stateOf(ruleId)
    return { ruleId, figures: { ...figures, ...otherFigures() }, seenRevision: revision }
  }
  return {
    'rules.rules': async () => ({ as: manager, input: {} }),
    'rules.ruleVersions': async () => ({ as: manager, input: { ruleId, cursor: '9' } }),
    'rules.saveRuleDraft': async () => ({
      as: manager,
      input: await nextDraft(),
      another: await nextDraft(),
    }),
    'rules.previewRule': async () => {
      const { figures } = await nextDraft()
      return { as: manager, input: { ruleId, figures } }
    },
    'rules.publishRule': async () => {
      await draft(ruleId, otherFigures())
      const { version, revision } = await stateOf(ruleId)
      const input = { ruleId, seenVersion: version, seenRevision: revision }
      return { as: manager, input, another: { ...input, seenRevision: revision + 1 } }
    },
  }
}
