import type { RuleFigures } from '../../shared/rules/figure-field'
import type { RuleId } from '../../shared/rules/shop-rules'
import { manager, type ShopUnderTest } from './shop-under-test'

type By = { readonly as?: string; readonly requestId?: string }

/** What managers do with the rules of a shop that is open by the time they run. */
export function rulesOf(shopNow: () => ShopUnderTest) {
  const stateOf = async (ruleId: RuleId) => {
    const { rules } = await shopNow().value('rules.rules', { as: manager })
    const found = rules.find((rule) => rule.ruleId === ruleId)
    if (!found) throw new Error(`there is no rule ${ruleId}`)
    return found
  }
  /** The figures in force, with a change. */
  const figuresWith = async (ruleId: RuleId, change: RuleFigures) => {
    const { figures } = await stateOf(ruleId)
    return { ...figures, ...change }
  }
  const draft = async (ruleId: RuleId, change: RuleFigures, by: By = {}) => {
    const [figures, { revision }] = [await figuresWith(ruleId, change), await stateOf(ruleId)]
    const input = { ruleId, figures, seenRevision: revision }
    return shopNow().call('rules.saveRuleDraft', { as: manager, ...by, input })
  }
  const publish = async (ruleId: RuleId, by: By = {}) => {
    const { version, revision } = await stateOf(ruleId)
    const input = { ruleId, seenVersion: version, seenRevision: revision }
    return shopNow().call('rules.publishRule', { as: manager, ...by, input })
  }
  /** Drafts and publishes: the next version is in force. */
  const change = async (ruleId: RuleId, changed: RuleFigures) => {
    await draft(ruleId, changed)
    const { answer } = await publish(ruleId)
    if (!answer.ok) throw new Error(answer.code)
    return answer.value
  }
  return { stateOf, figuresWith, draft, publish, change }
}
