import { manager, type ShopUnderTest } from './shop-under-test'
import { templatesOf } from './templates-under-test'

type Written = Parameters<ReturnType<typeof templatesOf>['publish']>[0]

export const fiveOff = {
  ...{ title: '满30减5元券', kind: 'amountOff' as const },
  ...{ faceFen: 500, thresholdFen: 3_000, validDays: 30 },
}

/** Of each endpoint that asks for something: what its contract accepts. */
export const couponInputs: Readonly<Record<string, object>> = {
  'coupons.saveTemplate': { title: '券', kind: 'gift', thing: '蛋糕', validDays: 7 },
  'coupons.previewTemplate': { templateId: 'some-template' },
  'coupons.publishTemplate': { templateId: 'some-template' },
  'coupons.issue': { templateId: 'some-template', memberIds: ['some-member'], reason: '补偿' },
  'coupons.voidBatch': { batchId: 'some-batch', reason: '印错了' },
  'coupons.findByCode': { couponCode: '1'.repeat(12) },
  'coupons.verify': { couponCode: '1'.repeat(12) },
  'coupons.offer': { couponId: 'some-coupon' },
  'coupons.showOffer': { offerId: 'some-offer' },
  'coupons.accept': { offerId: 'some-offer' },
  'coupons.withdraw': { offerId: 'some-offer' },
}

/** What members and a manager do with coupons of a shop that is open by the time they run. */
export function couponsOf(shopNow: () => ShopUnderTest) {
  const templates = templatesOf(shopNow)
  const walletOf = async (who: string) =>
    (await shopNow().value('coupons.wallet', { as: who })).coupons
  /** The titles of what she was told, the newest first. */
  const toldTo = async (who: string) =>
    (await shopNow().value('messages.inbox', { as: who })).messages.map(({ title }) => title)
  const issueTo = async (templateId: string, memberIds: string[]) => {
    const input = { templateId, memberIds, reason: '店庆回馈' }
    const asked = { as: manager, requestId: shopNow().fresh('issue'), input }
    return (await shopNow().value('coupons.issue', asked)).batchId
  }
  /** Somebody who has just joined, or who is named, with one coupon of a template of its own. */
  const given = async (template: Written, named?: string) => {
    const who = named ?? shopNow().fresh('owner')
    const { memberId } = await shopNow().value('members.join', { as: who })
    const batchId = await issueTo(await templates.publish(template), [memberId])
    const [coupon] = await shopNow().find('coupons', { batchId })
    return { who, memberId, couponId: String(coupon?._id), couponCode: String(coupon?.couponCode) }
  }
  const offer = (who: string, couponId: string, requestId = shopNow().fresh('offer')) =>
    shopNow().call('coupons.offer', { as: who, requestId, input: { couponId } })
  const take = (who: string, offerId: string, requestId = shopNow().fresh('accept')) =>
    shopNow().call('coupons.accept', { as: who, requestId, input: { offerId } })
  const withdraw = (who: string, offerId: string, requestId = shopNow().fresh('withdraw')) =>
    shopNow().call('coupons.withdraw', { as: who, requestId, input: { offerId } })
  /** A coupon that a friend may take. */
  const offered = async (template: Partial<typeof fiveOff> = {}) => {
    const owner = await given({ ...fiveOff, ...template, transferable: true })
    const { answer } = await offer(owner.who, owner.couponId)
    if (!answer.ok) throw new Error(answer.code)
    return { ...owner, ...answer.value }
  }
  return { ...templates, walletOf, toldTo, issueTo, given, offer, take, withdraw, offered }
}
