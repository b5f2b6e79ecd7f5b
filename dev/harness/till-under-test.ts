import type { Input } from '../../shared/contract/contract'
import { clerk, type ShopUnderTest } from './shop-under-test'

type Bill = Partial<Input<'purchases', 'settle'>>

/** What tests do at the till of a shop that is open by the time they run. */
export function tillOf(shopNow: () => ShopUnderTest) {
  return {
    /** 40 yuan with the clerk of the east store, unless the bill or the options say otherwise. */
    settle: (bill: Bill, options: { as?: string; requestId?: string } = {}) =>
      shopNow().callPatiently('purchases.settle', {
        as: clerk,
        ...options,
        input: { billFen: 4_000, ...bill },
      }),
    newShopper: async () => {
      const { who, memberId } = await shopNow().newMember()
      return { who, memberId, memberCode: await shopNow().codeOf(who) }
    },
    /** Her code of the next minute: one code settles once. */
    nextCode: async (who: string) => {
      await shopNow().advanceClock(60_000)
      return shopNow().codeOf(who)
    },
  }
}
