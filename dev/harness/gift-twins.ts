import { cursorOf } from '../../cloudfunctions/gifts/rehearsal-cursor'
import { businessDateOf } from '../../shared/business-date'
import { giftFields, giftRulesOf } from './gifts-under-test'
import { manager, type ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

/** Of the rules of gifts, and of what waits for a member. */
export function giftTwins(shop: ShopUnderTest): Own<'gifts'> {
  const { save } = giftRulesOf(() => shop)
  const who = async () => (await shop.newMember()).who
  const packOf = ({ memberId }: { memberId: string }) => `welcome:${memberId}:once`
  const drafted = async (title: string) => {
    const { answer } = await save(giftFields({ scene: 'birthday', title }))
    return answer.ok ? answer.value.ruleId : ''
  }
  const whole = {
    ...giftFields({ scene: 'repurchase', title: '复购有礼' }),
    gift: { points: 30, couponTemplateIds: ['welcome-5'], thing: '鲜鸡蛋一枚' },
    when: { purchaseNo: 3, leadDays: 0, claimDays: 7, silentDays: 180, waitDays: 7 },
    who: { tags: ['老邻居'], tiers: ['gold'] },
    ...{ stack: 'highest', budget: { totalCount: 100, dayCount: 10 }, isOn: true },
  }
  return {
    'gifts.claimPack': async () => ({ as: await who(), input: {} }),
    'gifts.claim': async () => {
      const her = await shop.newMember()
      return { as: her.who, input: { giftId: packOf(her), reason: 'tooFar' } }
    },
    'gifts.waiting': async () => ({ as: await who(), input: {} }),
    'gifts.rules': async () => ({ as: manager, input: {} }),
    'gifts.saveRule': async () => ({
      as: manager,
      input: { ...whole, ruleId: await repurchaseIn(shop) },
      another: { ...whole, title: '第三次有礼' },
    }),
    'gifts.publishRule': async () => ({
      as: manager,
      input: { ruleId: await drafted('生日礼') },
      another: { ruleId: await drafted('生日好礼') },
    }),
    'gifts.rehearse': async () => {
      const asked = { fromOn: businessDateOf(shop.nowMs()), days: 2 }
      return { as: manager, input: { ...asked, cursor: cursorFor(asked) } }
    },
  }
}

/** At the beginning of all, with nothing counted so far. */
function cursorFor(asked: { fromOn: string; days: number }): string {
  const walk = { day: 0, rule: 0, due: null, left: {} }
  const none = { on: asked.fromOn, grantCount: 0, costPoints: 0, costFen: 0 }
  const days = Array.from({ length: asked.days }, () => none)
  return cursorOf({ walk, days, reachableCount: 0, isAtMost: false }, asked)
}

async function repurchaseIn(shop: ShopUnderTest): Promise<string> {
  const fields = giftFields({ scene: 'repurchase', when: { purchaseNo: 2 } })
  const { answer } = await giftRulesOf(() => shop).save(fields)
  return answer.ok ? answer.value.ruleId : ''
}
