import { settleTier } from '../../shared/tiers/settling'
import { noTally, type TierTally, withPurchase } from '../../shared/tiers/tally'
import { newTierRule } from '../../shared/tiers/tier-rule'
import type { Document } from '../localcloud/engine/document'
import { manager, type ShopUnderTest } from './shop-under-test'

export type Bought = readonly [paidFen: number, on: string]

/** As purchases of so much on these dates leave a tally, by the rule of a new shop. */
export function tallyAfter(...bought: readonly Bought[]): Document {
  const tally = bought.reduce<TierTally>(
    (so, [paidFen, on]) =>
      settleTier(so, { rule: newTierRule, todayOn: on }, (each) =>
        withPurchase(each, { storeId: 'east', on, at: null, paidFen }, on),
      ).tally,
    noTally,
  )
  return JSON.parse(JSON.stringify(tally))
}

/** What tests of levels do in a shop that is open by the time they run. */
export function tiersOf(shopNow: () => ShopUnderTest) {
  return {
    /** Somebody whose account says that she bought so. */
    newBuyer: async (...bought: readonly Bought[]) => {
      const { who, memberId } = await shopNow().newMember(1)
      const update = { $set: { tier: tallyAfter(...bought) } }
      await shopNow().local.engine.update('points_accounts', {
        ...{ filter: { _id: memberId }, update, multi: false },
      })
      return { who, memberId }
    },
    /** Ends the instances that keep the shop for a minute: the next ones read it anew. */
    renewed: async () => {
      const killed = { as: manager, fault: 'kill-before-call:1' } as const
      for (let no = 0; no < 4; no += 1) {
        await shopNow().send('tiers', { action: 'mine', input: {} }, killed)
      }
    },
  }
}
