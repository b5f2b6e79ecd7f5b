import type { RuleState, rules } from '../../shared/contract/rules'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { RuleFigures } from '../../shared/rules/figure-field'
import { completeFigures, differencesBetween, problemsIn } from '../../shared/rules/rule-draft'
import type { RuleId } from '../../shared/rules/shop-rules'
import { openShop } from '../runtime/config'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { type RuleDraft, type RuleDraftDocument, ruleInForce, ruleStateOf } from './repository'

/**
 * Keeps what a manager is about to change; nothing is in force by it. Refuses RULE_INVALID with
 * the field, and RULE_CHANGED when somebody has changed the draft since she looked.
 */
export const saveRuleDraft: UseCase<typeof rules.saveRuleDraft> = async (input, context) => {
  const { ruleId, seenRevision } = input
  const figures = admitFigures(ruleId, input.figures)
  if (!figures.ok) return figures
  const meaning = { ruleId, seenRevision, figures: JSON.stringify(figures.value) }
  return recorded<RuleState>(context, { meaning }, ({ record }) =>
    inTransaction(async (tx) => {
      const wish = { ruleId, seenRevision, figures: figures.value }
      const outcome = await saveIn(tx, wish, context)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    }),
  )
}

/** Whole and sensible figures. Refuses INPUT_INVALID, and RULE_INVALID with field and sentence. */
export function admitFigures(
  ruleId: RuleId,
  sent: Parameters<typeof completeFigures>[1],
): Outcome<RuleFigures> {
  const figures = completeFigures(ruleId, sent)
  if (!figures) return refuse('INPUT_INVALID', { field: 'figures' })
  const [problem] = Object.entries(problemsIn(ruleId, figures))
  if (!problem) return accept(figures)
  const [field, sentence] = problem
  return refuse('RULE_INVALID', { field, sentence })
}

interface DraftWish {
  readonly ruleId: RuleId
  readonly figures: RuleFigures
  readonly seenRevision: number
}

async function saveIn(
  tx: Transaction,
  { ruleId, figures, seenRevision }: DraftWish,
  { now, todayOn, staff }: StaffContext,
): Promise<Outcome<RuleState>> {
  const { shop } = await openShop(tx)
  const { inForce } = await ruleInForce(ruleId, shop, tx)
  const known = await tx.get<RuleDraftDocument>('rule_drafts', ruleId)
  const revision = known?.revision ?? 0
  if (revision !== seenRevision) return refuse('RULE_CHANGED', { revision })
  const isBack = differencesBetween(ruleId, inForce.figures, figures).length === 0
  const draft: RuleDraft = {
    _id: ruleId,
    figures: isBack ? null : figures,
    revision: revision + 1,
    savedAt: now,
    savedBy: staff._id,
    savedByName: staff.displayName,
  }
  await tx.put('rule_drafts', draft)
  return accept(ruleStateOf(inForce, draft, { shop, todayOn }))
}
