/**
 * Who gets what on a date, and what falls to the policy of the day: the same pure code for the job
 * at nine, for what waits, for a claim and for the rehearsal.
 */
import type { GiftRule } from './gift-rule'
import { isGranted } from './grant-key'
import { type GiftFacts, type GiftWorld, type Occasion, occasionOf } from './scenes'

/** Why a gift that is hers is not given. */
export type GiftRefusal = 'stack' | 'budget' | 'onceOnly'

export interface Decision {
  readonly rule: GiftRule
  readonly occasion: Occasion
  readonly refused: GiftRefusal | null
}

/** A date, and what of the shop gifts follow from. */
export interface Moment {
  readonly on: string
  readonly world: GiftWorld
}

interface Candidate {
  readonly rule: GiftRule
  readonly occasion: Occasion
  readonly isTooSoon: boolean
  /** Given already, or waiting for her. */
  readonly isHad: boolean
}

/**
 * What begins for a member on a date. Rules come in the shop's order; budgets are asked by whoever
 * gives.
 */
export function decideGrants(
  rules: readonly GiftRule[],
  facts: GiftFacts,
  at: Moment,
): readonly Decision[] {
  return newestOf(rules, facts, at).filter(({ occasion }) => occasion.fromOn === at.on)
}

/** What has begun for her and can still be had: all that waits and was not given yet. */
export function openGifts(
  rules: readonly GiftRule[],
  facts: GiftFacts,
  at: Moment,
): readonly Decision[] {
  return newestOf(rules, facts, at).filter(
    ({ occasion, refused }) => occasion.untilOn >= at.on && refused === null,
  )
}

/** The newest occasion of each rule, those of one day decided together. */
export function newestOf(
  rules: readonly GiftRule[],
  facts: GiftFacts,
  at: Moment,
): readonly Decision[] {
  const candidates = rules.flatMap((rule): Candidate[] => {
    if (!rule.isOn || !isFor(rule, facts)) return []
    const found = occasionOf(rule, facts, at)
    if (!found) return []
    const { isTooSoon, ...occasion } = found
    return [
      { rule, occasion, isTooSoon, isHad: isGranted(facts.grants, rule.ruleId, occasion.key) },
    ]
  })
  const days = new Set(candidates.map(({ occasion }) => occasion.fromOn))
  return [...days].flatMap((fromOn) =>
    decideDay(
      candidates.filter(({ occasion }) => occasion.fromOn === fromOn),
      at.world,
    ),
  )
}

/** Whom a rule is for. */
export function isFor(
  { who }: Pick<GiftRule, 'who'>,
  { tags, tier }: Pick<GiftFacts, 'tags' | 'tier'>,
): boolean {
  const hasTag = who.tags.length === 0 || who.tags.some((tag) => tags.includes(tag))
  return hasTag && (who.tiers.length === 0 || who.tiers.includes(tier))
}

function decideDay(candidates: readonly Candidate[], world: GiftWorld): readonly Decision[] {
  const fresh = candidates.filter(({ isTooSoon, isHad }) => isHad || !isTooSoon)
  const refused = stackedOut(fresh, world)
  return candidates.map((candidate) => {
    const { rule, occasion, isHad, isTooSoon } = candidate
    if (isHad || isTooSoon) return { rule, occasion, refused: 'onceOnly' }
    return { rule, occasion, refused: refused.has(rule.ruleId) ? 'stack' : null }
  })
}

/**
 * The rules whose gift falls to the policy, of some that meet: `all` always come, and of the others
 * one; where one of those was had already, none.
 */
export function stackedOut(
  met: readonly { readonly rule: GiftRule; readonly isHad: boolean }[],
  { worthOf }: Pick<GiftWorld, 'worthOf'>,
): ReadonlySet<string> {
  const rivals = met.filter(({ rule }) => rule.stack !== 'all')
  const had = rivals.find(({ isHad }) => isHad)
  const [first] = rivals
  const winner = had ?? (first?.rule.stack === 'first' ? first : greatestOf(rivals, worthOf))
  return new Set(rivals.filter((rival) => rival !== winner).map(({ rule }) => rule.ruleId))
}

function greatestOf<C extends { readonly rule: GiftRule }>(
  rivals: readonly C[],
  worthOf: GiftWorld['worthOf'],
): C | undefined {
  return rivals.reduce<C | undefined>(
    (best, each) => (best && worthOf(best.rule) >= worthOf(each.rule) ? best : each),
    undefined,
  )
}
