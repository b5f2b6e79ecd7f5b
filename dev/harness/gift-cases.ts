import { lunarTable } from '../../shared/calendar/lunar-table'
import { type GiftRule, newRules, usualWhen } from '../../shared/gifts/gift-rule'
import type { GiftFacts, GiftWorld } from '../../shared/gifts/scenes'

/** Who joined on 10 March 2026, and nothing else is known of her. */
export const her: GiftFacts = {
  ...{ joinedOn: '2026-03-10', birthday: null, tags: [], tier: 'plain' },
  ...{ grants: [], lastBoughtOn: null },
}

/** A shop whose member days are the 8th and the 18th; a gift is worth its points. */
export const world: GiftWorld = {
  lunar: lunarTable,
  memberDays: [8, 18],
  worthOf: ({ gift }) => gift.points,
}

export const welcome = newRule('welcome')
export const anniversary = newRule('anniversary')

type Changed = Partial<Omit<GiftRule, 'when'>> & { readonly when?: Partial<GiftRule['when']> }

/** A rule in force with what a test is about, named after its scene. */
export function ruleOf({ when, ...changed }: Changed): GiftRule {
  const ruleId = changed.ruleId ?? `${changed.scene}-1`
  return { ...anniversary, ruleId, ...changed, when: { ...usualWhen, ...when } }
}

function newRule(ruleId: string): GiftRule {
  const found = newRules.find((rule) => rule.ruleId === ruleId)
  if (!found) throw new Error(`a new shop has no rule ${ruleId}`)
  return found
}
