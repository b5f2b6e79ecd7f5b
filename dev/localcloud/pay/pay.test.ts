import { setTimeout as pause } from 'node:timers/promises'
import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'
import { callerOf, sdkVersions } from '../fixtures/wechat'

const startMs = Date.parse('2026-11-24T09:00:00+08:00')
const readings = { refundLists: 'filled' } as const
const options = { timers: true, now: new Date(startMs).toISOString(), readings }

let test: TestCloud
let ask: ReturnType<typeof callerOf>

beforeEach(async () => {
  test = await startTestCloud(options)
  ask = callerOf(test.cloud, 'ann')
})

afterEach(() => test.end())

const order = (over: object = {}) => ({
  body: '惠邻 会员卡',
  outTradeNo: 'order-1',
  subMchId: '1900000109',
  totalFee: 1990,
  spbillCreateIp: '127.0.0.1',
  envId: 'local',
  functionName: 'paid',
  ...over,
})
const place = async (over: object = {}, sdk?: string) =>
  (await ask('cloudPay.unifiedOrder', order(over), { sdk })).answer
const pay = (payment: unknown, openid = 'ann') =>
  post(test.cloud, '/phone/pay', { body: payment, headers: { 'x-openid': openid } })
const query = async (over: object = {}) =>
  (await ask('cloudPay.queryOrder', { ...order(), ...over })).answer
const answerWith = (errcode: number) =>
  test.cloud.engine.update('config', {
    filter: { _id: 'answer' },
    update: { _id: 'answer', errcode },
    multi: false,
    replace: true,
    upsert: true,
  })

/** What the callback's function has heard, once it has heard so often. */
async function heard(times: number) {
  for (;;) {
    const found = await test.cloud.engine.find('config', { heard: { $exists: true } })
    if (found.length >= times) {
      return found.sort((one, other) => Number(one.at) - Number(other.at))
    }
    await pause(20)
  }
}

/** Until nothing is left to be called. */
async function settled() {
  for (;;) {
    const response = await fetch(`${test.cloud.origin}/pay/orders`)
    const text = await response.text()
    if (!/"notices":\[[^\]]/.test(text)) return
    await pause(20)
  }
}

describe('an order', () => {
  it.each(sdkVersions)('is paid once, and its function told of it, by %s', async (sdk) => {
    const placed = await place({}, sdk)
    expect(placed).toMatchObject({ returnCode: 'SUCCESS', resultCode: 'SUCCESS', errCode: 0 })
    expect(await query()).toMatchObject({ tradeState: 'NOTPAY', totalFee: 1990 })
    expect(await pay(placed?.payment)).toMatchObject({ answer: { errMsg: 'requestPayment:ok' } })
    const [first] = await heard(1)
    expect(first?.heard).toMatchObject({
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      outTradeNo: 'order-1',
      subOpenid: 'ann',
      totalFee: 1990,
      timeEnd: expect.stringMatching(/^20261124090\d{3}$/),
    })
    expect(await query()).toMatchObject({ tradeState: 'SUCCESS' })
    const twice = await pay(placed?.payment)
    expect(twice).toMatchObject({ status: 409 })
    expect(await place()).toMatchObject({ resultCode: 'FAIL', errCodeDes: '该订单已支付' })
    await settled()
    expect(await heard(1)).toHaveLength(1)
  })

  it('is paid by the phone it was made for, with the parameters as they were signed', async () => {
    const payment = (await place())?.payment
    expect((await pay(payment, 'bob')).status).toBe(409)
    const forged = { ...Object(payment), nonceStr: 'another' }
    expect((await pay(forged)).answer).toHaveProperty('errMsg', expect.stringContaining('签名'))
    expect(await query()).toMatchObject({ tradeState: 'NOTPAY' })
    expect((await query({ outTradeNo: 'none' }))?.errCodeDes).toBe('订单不存在')
  })

  it('that says no sound amount, number or function is not understood', async () => {
    const wrong = [
      ...[{ totalFee: 0 }, { totalFee: 1.5 }, { functionName: '' }],
      ...[{ outTradeNo: '订单1' }, { outTradeNo: '1'.repeat(33) }],
    ]
    for (const over of wrong) expect(await place(over)).toMatchObject({ returnCode: 'FAIL' })
  })

  it('keeps its amount, and closed or after two hours is not paid', async () => {
    const placed = await place()
    expect((await place({ totalFee: 1 }))?.errCodeDes).toBe('商户订单号重复')
    await test.cloud.moveClock(startMs + 2 * 3_600_000 + 60_000)
    expect((await pay(placed?.payment)).status).toBe(409)
    const again = await place()
    await ask('cloudPay.closeOrder', order())
    expect((await pay(again?.payment)).status).toBe(409)
    expect(await query()).toMatchObject({ tradeState: 'CLOSED' })
  })

  it('asks for nothing that the local cloud has not', async () => {
    const { errMsg } = await ask('cloudPay.downloadBill', { billDate: '20261124' })
    expect(errMsg).toContain('cloudPay.downloadBill is not supported by the local cloud')
  })
})

describe('the callback', () => {
  it('is repeated in its documented gaps until it is answered', async () => {
    await answerWith(1)
    await pay((await place())?.payment)
    await heard(1)
    await test.cloud.moveClock(startMs + 4 * 60_000)
    const minutes = (await heard(4)).map(({ at }) => (Number(at) - startMs) / 1000)
    expect(minutes).toHaveLength(4)
    const gaps = minutes.slice(1).map((at, n) => at - (minutes[n] ?? 0))
    for (const [n, gap] of [15, 15, 30].entries())
      expect(Math.abs((gaps[n] ?? 0) - gap)).toBeLessThan(3)
    await answerWith(0)
    await test.cloud.moveClock(startMs + 86_400_000)
    expect(await heard(5)).toHaveLength(5)
    await settled()
  })

  it('gives up after two days', async () => {
    await answerWith(1)
    await pay((await place())?.payment)
    await heard(1)
    await test.cloud.moveClock(startMs + 10 * 86_400_000)
    await settled()
    const all = await heard(17)
    expect(Number(all.at(-1)?.at) - startMs).toBeLessThanOrEqual(2 * 86_400_000 + 10_000)
    expect(Number(all.at(-1)?.at) - startMs).toBeGreaterThan(1.7 * 86_400_000)
    expect(await query()).toMatchObject({ tradeState: 'SUCCESS' })
  })

  it('gets lost, comes twice or comes late when the phone that pays asks for it', async () => {
    const payAs = async (outTradeNo: string, notice: string) => {
      const body = (await place({ outTradeNo }))?.payment
      const headers = { 'x-openid': 'ann', 'x-notice': notice }
      return (await post(test.cloud, '/phone/pay', { body, headers })).status
    }
    expect(await payAs('a', 'never')).toBe(400)
    expect(await payAs('a', 'lost')).toBe(200)
    expect(await payAs('b', 'late:60000')).toBe(200)
    expect(await payAs('c', 'doubled')).toBe(200)
    const names = async (times: number) =>
      (await heard(times)).map(({ heard: event }) => Object(event).outTradeNo)
    expect(await names(2)).toEqual(['c', 'c'])
    await test.cloud.moveClock(startMs + 120_000)
    expect(await names(3)).toEqual(['c', 'c', 'b'])
    await settled()
  })

  it('is not forgotten when the cloud is stopped', async () => {
    await answerWith(1)
    await pay((await place())?.payment)
    await heard(1)
    await answerWith(0)
    await test.cloud.close()
    test = await startTestCloud({ dataDir: test.dataDir, timers: true })
    ask = callerOf(test.cloud, 'ann')
    await test.cloud.moveClock(startMs + 60_000)
    expect(await heard(2)).toHaveLength(2)
    expect(test.cloud.outbox.after(0).at(-1)).toMatchObject({
      api: 'cloudPay.callback',
      answer: { errcode: 0 },
    })
  })
})

describe('a refund', () => {
  const refund = async (outRefundNo: string, refundFee: number, over: object = {}) =>
    (await ask('cloudPay.refund', { ...order(), outRefundNo, refundFee, ...over })).answer

  it('gives back in parts what was paid, never more, and tells the function', async () => {
    expect(await refund('r0', 1)).toMatchObject({ resultCode: 'FAIL' })
    await pay((await place())?.payment)
    await heard(1)
    expect(await refund('r1', 1000)).toMatchObject({ resultCode: 'SUCCESS', refundFee: 1000 })
    expect((await refund('r2', 991))?.errCodeDes).toBe('累计退款金额大于支付金额')
    expect((await refund('r3', 10, { totalFee: 9999 }))?.resultCode).toBe('FAIL')
    expect(await refund('r4', 990)).toMatchObject({ resultCode: 'SUCCESS' })
    const told = (await heard(3)).map(({ heard: event }) => event)
    expect(told.slice(1)).toMatchObject([
      { outRefundNo: 'r1', refundFee: 1000, refundStatus: 'SUCCESS' },
      { outRefundNo: 'r4', refundFee: 990 },
    ])
    expect(await query()).toMatchObject({ tradeState: 'REFUND' })
    const listed = (await ask('cloudPay.queryRefund', order())).answer
    expect(listed).toMatchObject({ refundCount: 2, refundFeeList: [1000, 990] })
  })

  it('of the same number is the same refund, and of another amount none', async () => {
    await pay((await place())?.payment)
    const first = await refund('r1', 500)
    expect(await refund('r1', 500)).toMatchObject({ refundId: first?.refundId })
    expect((await refund('r1', 501))?.errCodeDes).toContain('不一致')
    const both = await Promise.all([refund('r5', 1000), refund('r6', 1000)])
    expect(both.map((one) => one?.resultCode).sort()).toEqual(['FAIL', 'SUCCESS'])
    await heard(3)
    await settled()
  })
})
