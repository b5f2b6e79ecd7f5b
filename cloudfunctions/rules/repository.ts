/** The rules' versions and drafts: their collections, and the rule that is in force. */
import { addDays } from '../../shared/business-date'
import { dayBeginsAt } from '../../shared/business-day'
import type { RuleState, RuleVersionRow } from '../../shared/contract/rules'
import type { EarnRule } from '../../shared/rules/earning'
import type { RuleFigures } from '../../shared/rules/figure-field'
import { takesEffectOf } from '../../shared/rules/rule-effect'
import { ruleIds } from '../../shared/rules/rule-fields'
import { earnRuleOf, figuresOf, versionOf } from '../../shared/rules/rule-figures'
import type { Shop } from '../../shared/rules/shop'
import type { RuleId } from '../../shared/rules/shop-rules'
import { command, findWhere, getById, type Stored, type Transaction } from '../runtime/database'

/** Append-only: what was in force once is never changed. */
export interface RuleVersionDocument {
  readonly ruleId: RuleId
  readonly version: number
  readonly figures: RuleFigures
  /** Null: what the shop began with. */
  readonly publishedAt: number | null
  readonly publishedBy: string | null
  readonly publishedByName: string | null
}
export type StoredRuleVersion = Stored<RuleVersionDocument>

export interface RuleDraftDocument {
  /** Null: nothing is being changed. */
  readonly figures: RuleFigures | null
  readonly revision: number
  readonly savedAt: number
  readonly savedBy: string
  readonly savedByName: string
}
export type RuleDraft = Stored<RuleDraftDocument>

export function versionKeyOf(ruleId: RuleId, version: number): string {
  return `${ruleId}:${version}`
}

/** What is in force in this shop, of which no version document tells until it is first changed. */
export function beginningOf(ruleId: RuleId, shop: Shop): StoredRuleVersion {
  const version = versionOf(ruleId, shop)
  return {
    _id: versionKeyOf(ruleId, version),
    ruleId,
    version,
    figures: figuresOf(ruleId, shop),
    publishedAt: null,
    publishedBy: null,
    publishedByName: null,
  }
}

/** The version in force, `isStored` when its document is there already. */
export async function ruleInForce(
  ruleId: RuleId,
  shop: Shop,
  tx?: Transaction,
): Promise<{ inForce: StoredRuleVersion; isStored: boolean }> {
  const key = versionKeyOf(ruleId, versionOf(ruleId, shop))
  const stored = tx
    ? await tx.get<RuleVersionDocument>('rule_versions', key)
    : await getById<RuleVersionDocument>('rule_versions', key)
  return { inForce: stored ?? beginningOf(ruleId, shop), isStored: stored !== null }
}

/**
 * The earn rules that some entries were booked by: today's, and those of older versions, which
 * cost one more call where there are any.
 */
export async function earnRulesOf(
  entries: readonly { readonly ruleId: string | null; readonly ruleVersion: number | null }[],
  { earnRule }: Shop,
): Promise<readonly EarnRule[]> {
  const versions = entries
    .filter(({ ruleId }) => ruleId === earnRule.ruleId)
    .map(({ ruleVersion }) => ruleVersion ?? earnRule.version)
  const older = [...new Set(versions)].filter((version) => version !== earnRule.version)
  if (older.length === 0) return [earnRule]
  const keys = older.map((version) => versionKeyOf('earn-by-spend', version))
  const filter = { _id: command.in(keys) }
  const found = await findWhere<RuleVersionDocument>('rule_versions', filter, {
    limit: keys.length,
  })
  return [earnRule, ...found.map(earnRuleOf)]
}

/** More changes of a rule than a shop makes within the year in which a receipt may be brought. */
const VERSIONS_LOOKED_AT = 500

/** Which earn rule was in force when a business date ended, today's for today; at most one read. */
export async function earnRulesOver(shop: Shop): Promise<(on: string) => EarnRule> {
  if (versionOf('earn-by-spend', shop) === 1) return () => shop.earnRule
  const versions = await findWhere<RuleVersionDocument>(
    'rule_versions',
    { ruleId: 'earn-by-spend' },
    { orderBy: ['version', 'desc'], limit: VERSIONS_LOOKED_AT },
  )
  return (on) => {
    const endedAt = dayBeginsAt(addDays(on, 1), shop.businessDay)
    const then = versions.find(({ publishedAt }) => (publishedAt ?? 0) < endedAt)
    return then ? earnRuleOf(then) : shop.earnRule
  }
}

/** All rules in force, with two calls. */
export async function allRules(at: {
  readonly shop: Shop
  readonly todayOn: string
}): Promise<readonly RuleState[]> {
  const { shop } = at
  const keys = ruleIds.map((ruleId) => versionKeyOf(ruleId, versionOf(ruleId, shop)))
  const limit = ruleIds.length
  const [versions, drafts] = await Promise.all([
    findWhere<RuleVersionDocument>('rule_versions', { _id: command.in(keys) }, { limit }),
    findWhere<RuleDraftDocument>('rule_drafts', {}, { limit }),
  ])
  return ruleIds.map((ruleId) =>
    ruleStateOf(
      versions.find((version) => version.ruleId === ruleId) ?? beginningOf(ruleId, shop),
      drafts.find(({ _id }) => _id === ruleId) ?? null,
      at,
    ),
  )
}

/** A page of one rule's versions below `beforeVersion`, the newest first. */
export function versionsBefore(
  ruleId: RuleId,
  beforeVersion: number | null,
  limit: number,
): Promise<StoredRuleVersion[]> {
  const older = beforeVersion === null ? {} : { version: command.lt(beforeVersion) }
  return findWhere<RuleVersionDocument>(
    'rule_versions',
    { ruleId, ...older },
    { orderBy: ['version', 'desc'], limit },
  )
}

/** The shop is the one that has this version. */
export function ruleStateOf(
  inForce: StoredRuleVersion,
  draft: RuleDraft | null,
  at: { readonly shop: Shop; readonly todayOn: string },
): RuleState {
  const { ruleId } = inForce
  const figures = draft?.figures
  return {
    ruleId,
    ...versionRowOf(inForce),
    takesEffect: takesEffectOf(ruleId, at),
    draft: figures ? { figures, savedAt: draft.savedAt, savedByName: draft.savedByName } : null,
    revision: draft?.revision ?? 0,
  }
}

export function versionRowOf(version: StoredRuleVersion): RuleVersionRow {
  const { figures, publishedAt, publishedByName } = version
  return { version: version.version, figures, publishedAt, publishedByName }
}
