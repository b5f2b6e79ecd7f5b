import { clerk, EAST, manager, type ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

/** A cursor that is later than everything. */
const LATER = '9999999999999'

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
  const desk = templateDesk(shop)
  return { ...templateTwins(desk), ...batchTwins(shop, desk), ...ownersTwins(shop, desk) }
}

type Desk = ReturnType<typeof templateDesk>

/** What happens before: templates, batches, coupons of one member each. */
function templateDesk(shop: ShopUnderTest) {
  const draft = async (more: object = {}) => {
    const input = { ...template, ...more }
    const asked = { as: manager, requestId: shop.fresh('template'), input }
    return shop.value('coupons.saveTemplate', asked)
  }
  const published = async (more: object = {}) => {
    const { templateId } = await draft(more)
    const asked = { as: manager, requestId: shop.fresh('publish'), input: { templateId } }
    await shop.value('coupons.publishTemplate', asked)
    return templateId
  }
  const withCoupon = async (more: object = {}) => {
    const { who, memberId } = await shop.newMember()
    const input = { templateId: await published(more), memberIds: [memberId], reason: '店庆回馈' }
    const asked = { as: manager, requestId: shop.fresh('issue'), input }
    const { batchId } = await shop.value('coupons.issue', asked)
    const [coupon] = (await shop.value('coupons.wallet', { as: who })).coupons
    if (!coupon) throw new Error('a batch of one coupon has one')
    return { who, batchId, coupon }
  }
  return { draft, published, withCoupon }
}

type TemplateTwins = Pick<
  Own<'coupons'>,
  | 'coupons.templates'
  | 'coupons.saveTemplate'
  | 'coupons.previewTemplate'
  | 'coupons.publishTemplate'
>

function templateTwins({ draft }: Desk): TemplateTwins {
  return {
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

type BatchTwins = Pick<Own<'coupons'>, 'coupons.issue' | 'coupons.batches' | 'coupons.voidBatch'>

function batchTwins(shop: ShopUnderTest, { published, withCoupon }: Desk): BatchTwins {
  return {
    'coupons.issue': async () => {
      const { memberId } = await shop.newMember()
      const { memberId: otherId } = await shop.newMember()
      const input = { templateId: await published(), memberIds: [memberId], reason: '店庆回馈' }
      return { as: manager, input, another: { ...input, memberIds: [memberId, otherId] } }
    },
    'coupons.batches': async () => ({ as: manager, input: { cursor: LATER } }),
    'coupons.voidBatch': async () => {
      const input = { batchId: (await withCoupon()).batchId, reason: '印错了日期' }
      return { as: manager, input, another: { ...input, reason: '不办了' } }
    },
  }
}

function ownersTwins(
  shop: ShopUnderTest,
  { withCoupon }: Desk,
): Omit<Own<'coupons'>, keyof TemplateTwins | keyof BatchTwins> {
  const shown = async () => {
    const { coupon } = await withCoupon({ kind: 'gift', thing: '小蛋糕', thresholdFen: 0 })
    return { couponCode: coupon.couponCode, storeId: EAST }
  }
  const offered = async () => {
    const { who, coupon } = await withCoupon()
    const input = { couponId: coupon.couponId }
    const asked = { as: who, requestId: shop.fresh('offer'), input }
    return { who, input: { offerId: (await shop.value('coupons.offer', asked)).offerId } }
  }
  return {
    'coupons.wallet': async () => ({ as: (await shop.newMember()).who, input: {} }),
    'coupons.findByCode': async () => ({ as: clerk, input: await shown() }),
    'coupons.verify': async () => ({ as: clerk, input: await shown(), another: await shown() }),
    'coupons.offer': async () => {
      const { who, coupon } = await withCoupon()
      return { as: who, input: { couponId: coupon.couponId }, another: { couponId: 'another' } }
    },
    'coupons.showOffer': async () => ({
      as: (await shop.newMember()).who,
      input: (await offered()).input,
    }),
    // Who took what, its offer says: no request of hers can mean another one.
    'coupons.accept': async () => ({
      as: (await shop.newMember()).who,
      input: (await offered()).input,
    }),
    'coupons.withdraw': async () => {
      const { who, input } = await offered()
      return { as: who, input, another: (await offered()).input }
    },
  }
}
