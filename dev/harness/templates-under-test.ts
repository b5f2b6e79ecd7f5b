import type { coupons } from '../../shared/contract/coupons'
import type { InputOf } from '../../shared/contract/endpoint'
import { manager, type ShopUnderTest } from './shop-under-test'

type Written = InputOf<typeof coupons.saveTemplate>

/** What managers do with templates of a shop that is open by the time they run. */
export function templatesOf(shopNow: () => ShopUnderTest) {
  const save = (input: Written, as = manager) =>
    shopNow().call('coupons.saveTemplate', { as, requestId: shopNow().fresh('save'), input })
  /** Writes and publishes: coupons can be made from it. */
  const publish = async (input: Written) => {
    const { answer } = await save(input)
    if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`)
    const { templateId } = answer.value
    const asked = { as: manager, requestId: shopNow().fresh('publish'), input: { templateId } }
    return (await shopNow().value('coupons.publishTemplate', asked)).templateId
  }
  return { save, publish }
}
