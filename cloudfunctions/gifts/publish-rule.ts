import type { GiftRuleVersion, gifts } from '../../shared/contract/gifts'
import { type GiftRule, type GiftRuleBody, newRules } from '../../shared/gifts/gift-rule'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { command, inTransaction, type Transaction } from '../runtime/database'
import { inOrder } from '../runtime/in-order'
import { recorded } from '../runtime/once'
import { changeBudgets } from './budget-document'
import { forgetRules, readRule, ruleInForce, type StoredGiftRule, saveRule } from './repository'
import { admitBody } from './save-rule'

/**
 * Puts a rule's draft in force: three documents, whoever it is for. Refuses GIFT_RULE_NOT_FOUND,
 * RULE_UNCHANGED without a draft, and what saving refuses, since what was right then may not be
 * any more.
 */
export const publishRule: UseCase<typeof gifts.publishRule> = async ({ ruleId }, context) => {
  const outcome = await recorded<GiftRuleVersion>(context, { meaning: { ruleId } }, ({ record }) =>
    inTransaction(async (tx) => {
      const published = await publishIn(tx, ruleId, context)
      if (published.ok) await record(tx, published.value)
      return published
    }),
  )
  forgetRules()
  return outcome
}

async function publishIn(
  tx: Transaction,
  ruleId: string,
  { now, todayOn, staff }: StaffContext,
): Promise<Outcome<GiftRuleVersion>> {
  const stored = await readRule(ruleId, tx)
  const fresh = newRules.find((rule) => rule.ruleId === ruleId) ?? null
  if (!stored && !fresh) return refuse('GIFT_RULE_NOT_FOUND', { field: 'ruleId' })
  const before = (stored && ruleInForce(stored)) ?? fresh
  if (!stored?.draft || (before && isSame(before, stored.draft))) return refuse('RULE_UNCHANGED')
  const body = await admitBody(stored.draft)
  if (!body.ok) return body
  const version = (before?.version ?? 0) + 1
  const next: StoredGiftRule = {
    ...{ ...stored, version, published: body.value, publishedAt: now, draft: null },
    sinceOn: sinceOf(before, body.value, todayOn),
  }
  await saveRule(tx, next)
  await tx.insert('gift_rule_versions', {
    ...{ _id: `${ruleId}:${version}`, ruleId, version, body: body.value },
    ...{ publishedAt: now, publishedByName: staff.displayName },
  })
  const budget = { ruleId, budget: body.value.budget }
  await changeBudgets(tx, budget, { todayOn, inc: (by) => command.inc(by) })
  return accept({ ruleId, version })
}

/** A rule that was on all the time gives since it began; one that was off begins anew. */
function sinceOf(before: GiftRule | null, { isOn }: GiftRuleBody, todayOn: string): string | null {
  if (!isOn) return null
  return before?.isOn ? before.sinceOn : todayOn
}

function isSame(one: GiftRuleBody, other: GiftRuleBody): boolean {
  const [first, second] = [one, other].map(
    ({ scene, title, gift, handOver, when, who, stack, budget, isOn }) =>
      JSON.stringify(inOrder({ scene, title, gift, handOver, when, who, stack, budget, isOn })),
  )
  return first === second
}
