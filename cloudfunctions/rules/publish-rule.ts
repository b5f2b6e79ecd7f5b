import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { RuleState, rules } from '../../shared/contract/rules'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { differencesBetween } from '../../shared/rules/rule-draft'
import { changeBy } from '../../shared/rules/rule-figures'
import { loadNewestShop, openShop } from '../runtime/config'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import {
  type RuleDraft,
  type RuleDraftDocument,
  ruleInForce,
  ruleStateOf,
  type StoredRuleVersion,
  versionKeyOf,
} from './repository'
import { admitFigures } from './save-rule-draft'

type Wish = ParsedInputOf<typeof rules.publishRule>

/**
 * Puts a draft in force as the next version of its rule; entries of the past keep theirs. Refuses
 * RULE_CHANGED when version or draft are no longer those that she saw, RULE_UNCHANGED,
 * RULE_INVALID and SHARE_RULE.
 */
export const publishRule: UseCase<typeof rules.publishRule> = async (input, context) => {
  const published = await recorded<RuleState>(context, { meaning: { ...input } }, ({ record }) =>
    inTransaction(async (tx) => {
      const outcome = await publishIn(tx, input, context)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    }),
  )
  // This instance goes by it at once, the others within the minute that they keep the shop.
  if (published.ok) await loadNewestShop()
  return published
}

async function publishIn(
  tx: Transaction,
  { ruleId, seenVersion, seenRevision }: Wish,
  { now, todayOn, staff }: StaffContext,
): Promise<Outcome<RuleState>> {
  const { shop, save } = await openShop(tx)
  const { inForce, isStored } = await ruleInForce(ruleId, shop, tx)
  const draft = await tx.get<RuleDraftDocument>('rule_drafts', ruleId)
  const { version } = inForce
  const revision = draft?.revision ?? 0
  if (version !== seenVersion || revision !== seenRevision) {
    return refuse('RULE_CHANGED', { version, revision })
  }
  if (!draft?.figures) return refuse('RULE_UNCHANGED')
  const figures = admitFigures(ruleId, draft.figures)
  if (!figures.ok) return figures
  if (differencesBetween(ruleId, inForce.figures, figures.value).length === 0) {
    return refuse('RULE_UNCHANGED')
  }
  const next: StoredRuleVersion = {
    _id: versionKeyOf(ruleId, version + 1),
    ruleId,
    version: version + 1,
    figures: figures.value,
    publishedAt: now,
    publishedBy: staff._id,
    publishedByName: staff.displayName,
  }
  const done: RuleDraft = { ...draft, figures: null, revision: revision + 1 }
  if (!isStored) await tx.insert('rule_versions', inForce)
  await tx.insert('rule_versions', next)
  await tx.put('rule_drafts', done)
  const changed = changeBy(shop, ruleId, next)
  await save(changed)
  return accept(ruleStateOf(next, done, { shop: { ...shop, ...changed }, todayOn }))
}
