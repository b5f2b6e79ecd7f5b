import type { PaymentParameters } from '../../shared/contract/payments'
import { postJson } from './post'
import type { ShopUnderTest } from './shop-under-test'

export const CASH_FEN = 990
export const CASH_POINTS = 500

/** WeChat's own book of an order, as far as tests look at it. */
export interface WechatOrder {
  readonly outTradeNo: string
  readonly state: 'NOTPAY' | 'SUCCESS' | 'CLOSED'
  readonly totalFeeFen: number
  readonly subMchId: string
  readonly transactionId: string
  readonly openid: string
  readonly refunds: readonly { readonly outRefundNo: string; readonly refundFeeFen: number }[]
  readonly notices: readonly unknown[]
}

const thingOf = (thingId: string) => ({ what: 'redemption', thingId }) as const

/** What a test does with rewards that cost points and cash. */
export function paymentsOf(shop: () => ShopUnderTest) {
  const phones = phonesOf(shop)
  const start = (who: string, thingId: string) =>
    shop().value('payments.start', { as: who, input: thingOf(thingId) })
  /** Of an entry in a list that is paid online. */
  const startEntry = (who: string, thingId: string) =>
    shop().value('payments.start', { as: who, input: { what: 'entry', thingId } })
  const redeemed = async (who: string, rewardId: string) =>
    shop().value('mall.redeem', { as: who, input: { rewardId } })
  const newReward = (leftCount = 3) =>
    shop().newReward({ pricePoints: CASH_POINTS, cashFen: CASH_FEN, leftCount })
  /** A member with points enough, and what she redeemed and has not paid. */
  const unpaid = async () => {
    const { who, memberId } = await shop().newMember(CASH_POINTS)
    const rewardId = await newReward()
    const { redemptionId } = await redeemed(who, rewardId)
    return { who, memberId, rewardId, redemptionId }
  }
  const started = async () => {
    const made = await unpaid()
    return { ...made, ...(await start(made.who, made.redemptionId)) }
  }
  const paid = async (notice?: string) => {
    const made = await started()
    const failure = await phones.pay(made.who, made.payment, notice)
    if (failure !== null) throw new Error(failure)
    if (notice === undefined) await phones.settled()
    return made
  }
  return {
    ...phones,
    ...{ start, startEntry, redeemed, newReward, unpaid, started, paid },
    order: async (redemptionId: string) =>
      (await shop().find('payment_orders', { thingId: redemptionId }))[0],
    redemption: async (redemptionId: string) =>
      (await shop().find('redemptions', { _id: redemptionId }))[0],
    shown: (who: string, thingId: string) =>
      shop().value('payments.show', { as: who, input: thingOf(thingId) }),
    /** The payments job, so long after. */
    tend: async (afterMs = 0) => {
      if (afterMs > 0) await shop().advanceClock(afterMs)
      await shop().fireTimer('payments')
    },
    /** Whatever somebody sends as WeChat's callback. */
    notice: async (event: object) => (await shop().local.call('payments', event, {})).answer,
    flags: () => shop().find('payment_flags'),
  }
}

/** Her phone, and what WeChat has in its own book. */
function phonesOf(shop: () => ShopUnderTest) {
  /** Pays as her phone does; the reason when WeChat would not. */
  const pay = async (who: string, payment: PaymentParameters, notice?: string) => {
    const headers = { 'x-openid': who, ...(notice === undefined ? {} : { 'x-notice': notice }) }
    const { status, body } = await postJson(`${shop().origin}/phone/pay`, payment, headers)
    return status === 200 ? null : String(Object(body).errMsg)
  }
  const wechat = async (): Promise<WechatOrder[]> => {
    const response = await fetch(`${shop().origin}/pay/orders`)
    const { orders } = await response.json()
    return orders
  }
  const inWechat = async (orderId: string) =>
    (await wechat()).find(({ outTradeNo }) => outTradeNo === orderId)
  /** Until every callback was answered. */
  const settled = async () => {
    while ((await wechat()).some(({ notices }) => notices.length > 0)) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  /** The callback of an order as WeChat would send it, with changes. */
  const eventOf = async (orderId: string, over: object = {}) => {
    const { openid, transactionId, totalFeeFen } = { ...(await inWechat(orderId)) }
    const { outbox } = shop().local
    const asked = outbox
      .after(0)
      .filter(({ api }) => api === 'cloudPay.unifiedOrder')
      .at(-1)
    const { sub_appid: subAppid } = Object(asked?.answer)
    const paidBy = { subOpenid: openid, subAppid, totalFee: totalFeeFen, transactionId }
    const codes = { returnCode: 'SUCCESS', resultCode: 'SUCCESS' }
    return { ...codes, outTradeNo: orderId, ...paidBy, ...over }
  }
  return { pay, wechat, inWechat, settled, eventOf }
}
