/**
 * What a purchase and a refund do to a member's level, in their own transaction: the tally lies in
 * the account that they post, so that counting costs no call. What changed is told her by the next
 * run of the job: what is taken back meanwhile was never told.
 */
import type { EffectLine } from '../../shared/purchases/effect-line'
import { figuresOn } from '../../shared/tiers/gap'
import { type Settled, settleTier, type TierWorld } from '../../shared/tiers/settling'
import { type Qualifying, type TierTally, withPurchase, withRefund } from '../../shared/tiers/tally'
import { isAtLeast, tierTitles } from '../../shared/tiers/tier'
import { measureOf, type TierRule } from '../../shared/tiers/tier-rule'
import { measureText } from '../../shared/tiers/tier-words'
import type { PurchaseCompanion, ToldPurchase } from '../points/purchase-companion'

const LABEL = '会员等级'

/** Whatever was bought counts, however it came in, also in a shop that has no levels yet. */
export const tierOfPurchases: PurchaseCompanion<TierRule> = {
  waysIn: ['till', 'forgotten', 'imported', 'list'],
  read: async ({ tierRule }) => tierRule,
  decide(told, account, rule) {
    const { todayOn, purchaseId } = told
    const counted = { ...whereOf(told), paidFen: told.bill.paidFen }
    const settled = settleTier(account.tier, { rule, todayOn }, (tally) =>
      withPurchase(tally, counted, todayOn),
    )
    const [from, to] = [settled.before.tier, settled.after.tier]
    const isUp = from !== to && isAtLeast(to, from)
    const tier = { ...settled.tally, upgrade: isUp ? { purchaseId, from, to } : null }
    return {
      account: { ...account, tier },
      lines: isUp ? [{ label: LABEL, value: `升级为${tierTitles[to]}` }] : [],
    }
  },
  refund: {
    decide(told, account, { shop: { tierRule: rule } }) {
      const { todayOn, moneyFen, leftFen } = told
      const back = { ...whereOf(told), paidFen: moneyFen }
      const settled = settleTier(account.tier, { rule, todayOn }, (tally) =>
        withRefund(tally, back, { leftFen }),
      )
      const lines = linesOf(account.tier, settled, { rule, todayOn })
      return { account: { ...account, tier: { ...settled.tally, upgrade: null } }, lines }
    },
  },
}

/** Of a receipt that was brought later, and of a file's row, nobody knows the hour. */
function whereOf({
  storeId,
  businessOn: on,
  settledAt,
  wayIn,
}: ToldPurchase): Omit<Qualifying, 'paidFen'> {
  return { storeId, on, at: wayIn === 'till' ? settledAt : null }
}

/** The figures before and after, and the level where it changes. */
function linesOf(
  before: TierTally,
  { tally, ...standing }: Settled,
  world: TierWorld,
): readonly EffectLine[] {
  const { rule, todayOn } = world
  if (rule.method === 'off') return []
  const [was, is] = [before, tally].map((each) => {
    return measureText(rule.method, measureOf(figuresOn(each, rule, todayOn), rule))
  })
  const [from, to] = [standing.before.tier, standing.after.tier]
  if (was === is && from === to) return []
  const change = from === to ? tierTitles[to] : `${tierTitles[from]} → ${tierTitles[to]}`
  return [{ label: LABEL, value: was === is ? change : `${change}（${was} → ${is}）` }]
}
