/** What a manager does with a rule: writes its draft, and puts that in force. */
import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { GiftRuleVersion, gifts } from '../../shared/contract/gifts'
import { admitRule } from '../../shared/gifts/admit-rule'
import { type GiftRule, type GiftRuleBody, newRuleId, newRules } from '../../shared/gifts/gift-rule'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { publishedTemplates } from '../coupons/templates'
import type { StaffContext, UseCase } from '../runtime/context'
import { command, inTransaction, type Transaction } from '../runtime/database'
import { inOrder } from '../runtime/in-order'
import { recorded } from '../runtime/once'
import { changeBudgets } from './budget-document'
import {
  forgetRules,
  readRule,
  ruleInForce,
  type StoredGiftRule,
  saveRule as saveStored,
} from './repository'

type Wish = ParsedInputOf<typeof gifts.saveRule>

/**
 * Writes a rule's draft; without an id it is a new rule's, named after its scene and the request.
 * Refuses what `admitRule` refuses, TEMPLATE_NOT_FOUND with the place of the coupon,
 * GIFT_RULE_NOT_FOUND, and INPUT_INVALID for another scene than the rule's own.
 */
export const saveRule: UseCase<typeof gifts.saveRule> = async (input, context) => {
  const body = await admitBody(bodyOf(input))
  if (!body.ok) return body
  const meaning = { input: JSON.stringify(input) }
  return recorded<GiftRuleVersion>(context, { meaning }, ({ record }) =>
    inTransaction(async (tx) => {
      const outcome = await saveIn(tx, { ruleId: input.ruleId, body: body.value }, context)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    }),
  )
}

/** A rule as it may be saved and published. */
async function admitBody(written: GiftRuleBody): Promise<Outcome<GiftRuleBody>> {
  const body = admitRule(written)
  if (!body.ok) return body
  const { couponTemplateIds } = body.value.gift
  if (couponTemplateIds.length === 0) return body
  const templates = await publishedTemplates()
  const place = couponTemplateIds.findIndex((id) => !templates.has(id))
  if (place < 0) return body
  return refuse('TEMPLATE_NOT_FOUND', { field: `gift.couponTemplateIds.${place}` })
}

function bodyOf({
  scene,
  title,
  gift,
  handOver,
  when,
  who,
  stack,
  budget,
  isOn,
}: Wish): GiftRuleBody {
  return { scene, title, gift, handOver, when, who, stack, budget, isOn }
}

async function saveIn(
  tx: Transaction,
  { ruleId: named, body }: { readonly ruleId: string | undefined; readonly body: GiftRuleBody },
  { now, requestKey, staff }: StaffContext,
): Promise<Outcome<GiftRuleVersion>> {
  const ruleId = named ?? newRuleId(body.scene, requestKey)
  const stored = await readRule(ruleId, tx)
  const fresh = newRules.find((rule) => rule.ruleId === ruleId)
  if (named !== undefined && !stored && !fresh) {
    return refuse('GIFT_RULE_NOT_FOUND', { field: 'ruleId' })
  }
  const scene = stored?.scene ?? fresh?.scene ?? body.scene
  if (scene !== body.scene) return refuse('INPUT_INVALID', { field: 'scene' })
  const version = stored?.version ?? 0
  const unpublished = { version, published: null, publishedAt: null, sinceOn: null }
  const rule: StoredGiftRule = {
    ...{ _id: ruleId, scene, createdAt: fresh ? 0 : now, ...unpublished, ...stored },
    ...{ draft: body, savedAt: now, savedByName: staff.displayName },
  }
  await saveStored(tx, rule)
  return accept({ ruleId, version: Math.max(version, fresh?.version ?? 0) + 1 })
}

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
  await saveStored(tx, next)
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
