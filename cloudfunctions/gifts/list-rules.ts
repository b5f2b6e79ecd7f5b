import type { GiftRuleFields, GiftRuleRow, gifts } from '../../shared/contract/gifts'
import {
  type GiftRule,
  type GiftRuleBody,
  inShopOrder,
  newRules,
} from '../../shared/gifts/gift-rule'
import { sentenceOfRule } from '../../shared/gifts/scenes'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { budgetsOf, dayBudgetId, readBudget, totalBudgetId } from './budget-document'
import { ruleInForce, type StoredGiftRule, storedRules } from './repository'

/** Every rule, in the shop's order, with what of it is in force and what is being changed. */
export const listRules: UseCase<typeof gifts.rules> = async (_input, { now, todayOn }) => {
  const stored = await storedRules()
  const known = new Set(stored.map(({ _id }) => _id))
  const fresh = newRules.filter(({ ruleId }) => !known.has(ruleId))
  const all = [...fresh.map(asStored), ...stored].map((rule) => ({ ...rule, ruleId: rule._id }))
  const rules: GiftRuleRow[] = []
  for (const rule of inShopOrder(all)) rules.push(await rowOf(rule, todayOn))
  return accept({ serverNow: now, todayOn, rules })
}

async function rowOf(stored: StoredGiftRule, todayOn: string): Promise<GiftRuleRow> {
  const { _id: ruleId, scene, draft, version, publishedAt, savedAt, savedByName } = stored
  const inForce = ruleInForce(stored) ?? newRules.find((rule) => rule.ruleId === ruleId) ?? null
  const published = inForce && { ...fieldsOf(inForce), version: inForce.version, publishedAt }
  const shown = inForce ?? (draft && asRule(stored, draft))
  return {
    ...{ ruleId, scene, published },
    draft: draft && {
      ...fieldsOf(draft),
      ...{ version: Math.max(version, inForce?.version ?? 0) + 1, savedAt, savedByName },
    },
    sentence: shown ? sentenceOfRule(shown) : '',
    left: await leftOf(ruleId, inForce, todayOn),
  }
}

async function leftOf(
  ruleId: string,
  rule: GiftRule | null,
  todayOn: string,
): Promise<GiftRuleRow['left']> {
  const left: Record<string, number> = {}
  for (const { id, count } of rule ? budgetsOf(ruleId, rule.budget, todayOn) : []) {
    left[id] = Math.max((await readBudget(id))?.leftCount ?? count, 0)
  }
  return {
    totalCount: left[totalBudgetId(ruleId)] ?? null,
    dayCount: left[dayBudgetId(ruleId, todayOn)] ?? null,
  }
}

function asStored(rule: GiftRule): StoredGiftRule {
  return {
    ...{ _id: rule.ruleId, scene: rule.scene, createdAt: 0, sinceOn: null, version: 0 },
    ...{ published: null, publishedAt: null, draft: null, savedAt: 0, savedByName: '' },
  }
}

function asRule({ _id: ruleId, version, createdAt }: StoredGiftRule, body: GiftRuleBody): GiftRule {
  return { ...body, ruleId, version, createdAt, sinceOn: null }
}

function fieldsOf(body: GiftRuleBody): GiftRuleFields {
  const { scene, title, gift, handOver, when, who, stack, budget, isOn } = body
  return {
    ...{ scene, title, handOver, stack, isOn, when: { ...when }, budget: { ...budget } },
    gift: { ...gift, couponTemplateIds: [...gift.couponTemplateIds] },
    who: { tags: [...who.tags], tiers: [...who.tiers] },
  }
}
