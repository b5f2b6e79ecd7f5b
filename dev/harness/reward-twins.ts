import { rewardsOf } from './rewards-under-test'
import { manager, type ShopUnderTest } from './shop-under-test'
import type { Twins } from './twin'

type OfManagers = 'mall.shelf' | 'mall.saveReward' | 'mall.changeStock' | 'mall.rewardChanges'

const LATER = '9999999999999'

/** What managers do with rewards. */
export function rewardTwins(shop: ShopUnderTest): Pick<Twins, OfManagers> {
  const { newPicture, stocked, verdictsAreIn } = rewardsOf(shop)
  /** WeChat has looked at its picture before: when it answers would be another state each time. */
  const withPicture = async () => {
    const picture = await newPicture()
    const rewardId = await stocked({ picture })
    await verdictsAreIn()
    await shop.fireTimer('mall')
    return { rewardId, picture }
  }
  return {
    'mall.shelf': async () => ({ as: manager, input: {} }),
    'mall.saveReward': async () => {
      const wish = {
        ...(await withPicture()),
        ...{ seenRevision: 1, title: '竹纤维毛巾', kind: 'goods' },
        ...{ pricePoints: 580, cashFen: 990, worthFen: 1_990 },
        ...{ description: '柔软不掉毛', limitPerMember: 3, limitPerDay: 1, tierFrom: 'silver' },
        ...{ saleFromOn: '2026-03-01', saleUntilOn: '2099-12-31', sortOrder: 7 },
        isOnShelf: true,
      }
      return { as: manager, input: wish, another: { ...wish, isOnShelf: false } }
    },
    'mall.changeStock': async () => {
      const input = { rewardId: await stocked(), byCount: 5, reason: '到货入库' }
      return { as: manager, input, another: { ...input, byCount: -5 } }
    },
    'mall.rewardChanges': async () => ({
      as: manager,
      input: { rewardId: await stocked(), cursor: LATER },
    }),
  }
}
