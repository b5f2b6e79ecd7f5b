import { newestOf } from '../../shared/gifts/decide'
import type { GiftRule } from '../../shared/gifts/gift-rule'
import { grantKeyOf } from '../../shared/gifts/grant-key'
import type { Occasion } from '../../shared/gifts/scenes'
import type { Account } from '../points/repository'
import type { Transaction } from '../runtime/database'
import type { Member } from '../runtime/people'
import { grantWithout, recordRefusedIn } from './grant-document'
import { factsOf, type GiftDesk } from './repository'

/** Writes down what fell to the policy of the day beside a gift that is given. */
export async function recordLosers(
  tx: Transaction,
  given: {
    readonly rule: Pick<GiftRule, 'ruleId' | 'stack'>
    readonly occasion: Occasion
    readonly member: Member
    readonly account: Account
  },
  at: { readonly desk: GiftDesk; readonly now: number; readonly todayOn: string },
): Promise<void> {
  // A gift that always comes pushes nobody aside.
  if (given.rule.stack === 'all') return
  const { desk, now, todayOn } = at
  const facts = factsOf(given.member, given.account)
  const memberId = given.account._id
  for (const { rule, occasion, refused } of newestOf(desk.lawful, facts, {
    on: todayOn,
    world: desk.world,
  })) {
    if (refused !== 'stack' || occasion.fromOn !== given.occasion.fromOn) continue
    const key = grantKeyOf(rule.ruleId, memberId, occasion.key)
    const of = { key, occasion: occasion.key, memberId, now, todayOn }
    const stands = { state: 'refused', why: 'stack', untilOn: null } as const
    await recordRefusedIn(tx, grantWithout(rule, of, stands))
  }
}
