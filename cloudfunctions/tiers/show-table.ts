import type { TierTable, tiers } from '../../shared/contract/tiers'
import { accept } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import { benefitTable, type TierCoupon } from '../../shared/tiers/benefits'
import { reachedTier, tierTitles } from '../../shared/tiers/tier'
import { thresholdsOf } from '../../shared/tiers/tier-rule'
import { thresholdText, windowText } from '../../shared/tiers/tier-words'
import { loadTemplates } from '../coupons/templates'
import type { UseCase } from '../runtime/context'

/** All levels of the shop: what each takes, and what it gives. For a visitor too. */
export const showTable: UseCase<typeof tiers.table> = async (_input, { now, shop }) => {
  const { method, window } = shop.tierRule
  const isOpen = method !== 'off'
  return accept({
    ...{ serverNow: now, isOpen, method, window, windowText: windowText(shop.tierRule) },
    tiers: isOpen ? rowsOf(shop, await tierCoupons()) : [],
  })
}

function rowsOf(shop: Shop, coupons: readonly TierCoupon[]): TierTable['tiers'] {
  const { method } = shop.tierRule
  const steps = thresholdsOf(shop.tierRule)
  return benefitTable(shop, coupons).map((row) => {
    const reached = reachedTier(row.tierId)
    const threshold = reached === null ? 0 : steps[reached]
    const words = reached === null ? '入会就是' : thresholdText(method, threshold)
    return { ...row, title: tierTitles[row.tierId], threshold, thresholdText: words }
  })
}

/** What the shop's coupons are made from that only a level may use; none twice. */
async function tierCoupons(): Promise<readonly TierCoupon[]> {
  const coupons = [...(await loadTemplates()).values()].flatMap(({ title, limits }) => {
    const tierFrom = limits?.tierFrom ?? null
    return tierFrom === null ? [] : [{ title, tierFrom }]
  })
  return [...new Map(coupons.map((coupon) => [coupon.title, coupon])).values()]
}
