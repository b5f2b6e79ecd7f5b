import type { Input } from '../../shared/contract/contract'
import { listsOf } from './lists-under-test'
import { manager, type ShopUnderTest } from './shop-under-test'

type Wish = Input<'mall', 'saveReward'>

/** What managers do with the rewards of a shop under test. */
export function rewardsOf(shop: ShopUnderTest) {
  const { newPicture, verdictsAreIn, refusalOf } = listsOf(shop)
  const wishOf = (part: Partial<Wish> = {}): Wish => ({
    ...{ title: '手冲咖啡一杯', kind: 'service', pricePoints: 100, limitPerMember: 5 },
    ...{ isOnShelf: true, ...part },
  })
  const save = (part: Partial<Wish> = {}, as = manager) => {
    const requestId = shop.fresh('save')
    return shop.callPatiently('mall.saveReward', { as, requestId, input: wishOf(part) })
  }
  const saved = async (part: Partial<Wish> = {}) => {
    const { answer } = await save(part)
    if (!answer.ok) throw new Error(`not saved: ${JSON.stringify(answer)}`)
    return answer.value
  }
  const stock = (rewardId: string, byCount: number, reason = '到货入库') => {
    const input = { rewardId, byCount, reason }
    const asked = { as: manager, requestId: shop.fresh('stock'), input }
    return shop.callPatiently('mall.changeStock', asked)
  }
  /** One that members see, with so many of it. */
  const stocked = async (part: Partial<Wish> = {}, count = 10) => {
    const { rewardId } = await saved(part)
    await stock(rewardId, count)
    return rewardId
  }
  const onShelf = async (rewardId: string) => {
    const { rewards } = await shop.value('mall.shelf', { as: manager })
    return rewards.find((reward) => reward.rewardId === rewardId)
  }
  /** As a visitor sees it; undefined: she does not. */
  const inMall = async (rewardId: string) => {
    const { rewards } = await shop.value('mall.rewards', { as: shop.fresh('visitor') })
    return rewards.find((reward) => reward.rewardId === rewardId)
  }
  const redeem = (who: string, input: Input<'mall', 'redeem'>) =>
    shop.callPatiently('mall.redeem', { as: who, requestId: shop.fresh('redeem'), input })
  const looks = { newPicture, verdictsAreIn, refusalOf, onShelf, inMall }
  return { ...looks, wishOf, save, saved, stock, stocked, redeem }
}
