import { EAST, manager, type ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

/** Five yuan off thirty, every field filled in. */
const template = {
  title: '满30减5元券',
  kind: 'amountOff' as const,
  faceFen: 500,
  thresholdFen: 3_000,
  validDays: 30,
  limits: {
    storeIds: [EAST],
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    hours: [{ from: '00:00', until: '24:00' }],
    tierFrom: null,
    categories: [],
  },
  stackGroup: 'twins',
  transferable: true,
}

/** The twins of what a manager, staff and members do with coupons. */
export function couponTwins(shop: ShopUnderTest): Own<'coupons'> {
  const draft = async () => {
    const asked = { as: manager, requestId: shop.fresh('template'), input: template }
    return shop.value('coupons.saveTemplate', asked)
  }
  return {
    'coupons.wallet': async () => ({ as: (await shop.newMember()).who, input: {} }),
    'coupons.templates': async () => ({ as: manager, input: { cursor: '0' } }),
    'coupons.saveTemplate': async () => {
      const { templateId, revision } = await draft()
      const input = { ...template, templateId, seenRevision: revision }
      return { as: manager, input, another: { ...input, faceFen: 600 } }
    },
    'coupons.previewTemplate': async () => ({ as: manager, input: template }),
    'coupons.publishTemplate': async () => {
      const { templateId, revision } = await draft()
      const input = { templateId, seenRevision: revision }
      return { as: manager, input, another: { templateId, seenRevision: revision + 1 } }
    },
  }
}
