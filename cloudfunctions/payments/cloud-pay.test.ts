import { cloudPay, payerOf } from './cloud-pay'

const mockPay = {
  unifiedOrder: jest.fn(),
  queryOrder: jest.fn(),
  closeOrder: jest.fn(),
  refund: jest.fn(),
}
jest.mock('../runtime/database', () => ({
  get payInterfaces() {
    return mockPay
  },
  platformIdentity: () => ({ clientIp: '', environment: 'prod-1', appid: 'wx1' }),
}))

const understood = { returnCode: 'SUCCESS', resultCode: 'SUCCESS', errCode: 0 }
const refused = (errCodeDes: string) => ({ ...understood, resultCode: 'FAIL', errCodeDes })
const paid = {
  ...understood,
  totalFee: 990,
  transactionId: 't1',
  subAppid: 'wx1',
  subOpenid: 'ann',
}
const payment = { timeStamp: '1', nonceStr: 'n', package: 'p', signType: 'MD5', paySign: 's' }
const wish = { orderId: 'o1', title: '鸡蛋', amountFen: 990 }

beforeEach(() => {
  process.env.HUILIN_SUB_MCH_ID = '1900000109'
})

describe('what WeChat says of an order', () => {
  it.each([
    ['unpaid', { ...understood, tradeState: 'NOTPAY' }],
    ['unpaid', { ...understood, tradeState: 'USERPAYING' }],
    ['unpaid', { ...understood, tradeState: 'PAYERROR' }],
    ['closed', { ...understood, tradeState: 'CLOSED' }],
    ['closed', { ...understood, tradeState: 'REVOKED' }],
    ['absent', refused('订单不存在')],
    ['unknown', refused('系统错误')],
    ['unknown', { ...understood, tradeState: 'SOMETHING' }],
    ['unknown', { ...paid, tradeState: 'SUCCESS', totalFee: '990' }],
    ['unknown', { returnCode: 'FAIL', returnMsg: '签名错误' }],
    ['unknown', 'nonsense'],
  ])('is %s', async (state, answer) => {
    mockPay.queryOrder.mockResolvedValueOnce(answer)
    expect(await cloudPay.query('o1')).toEqual({ state })
    const asked = { subMchId: '1900000109', outTradeNo: 'o1' }
    expect(mockPay.queryOrder).toHaveBeenLastCalledWith(asked)
  })

  it.each(['SUCCESS', 'REFUND'])('is paid, by whom and how much, when it is %s', async (state) => {
    mockPay.queryOrder.mockResolvedValueOnce({ ...paid, tradeState: state })
    const memberId = payerOf({ appid: 'wx1', subAppid: '', openid: 'ann', subOpenid: '' })
    const seen = { state: 'paid', amountFen: 990, transactionId: 't1', memberId }
    expect(await cloudPay.query('o1')).toEqual(seen)
  })

  it('is nothing when it says nothing at all', async () => {
    mockPay.queryOrder.mockRejectedValueOnce(new Error('ESOCKETTIMEDOUT'))
    expect(await cloudPay.query('o1')).toEqual({ state: 'unknown' })
  })
})

describe('what WeChat is asked for', () => {
  it('is an order of so many fen, whose notices come to the function of payments', async () => {
    mockPay.unifiedOrder.mockResolvedValueOnce({ ...understood, payment })
    expect(await cloudPay.order(wish)).toEqual({ ok: true, value: payment })
    expect(mockPay.unifiedOrder).toHaveBeenLastCalledWith(
      expect.objectContaining({
        ...{ outTradeNo: 'o1', totalFee: 990, body: '鸡蛋', subMchId: '1900000109' },
        ...{ envId: 'prod-1', functionName: 'payments', spbillCreateIp: '127.0.0.1' },
      }),
    )
    mockPay.unifiedOrder.mockResolvedValueOnce(refused('该订单已支付'))
    expect(await cloudPay.order(wish)).toMatchObject({ code: 'PAYMENT_FAILED' })
  })

  it('is nothing where the shop has no merchant', async () => {
    delete process.env.HUILIN_SUB_MCH_ID
    expect(await cloudPay.order(wish)).toMatchObject({ code: 'PAYMENT_OFF' })
  })

  it('is to close an order: only a clear yes counts', async () => {
    for (const [answer, isClosed] of [
      [understood, true],
      [refused('订单已支付'), false],
      [undefined, false],
    ]) {
      mockPay.closeOrder.mockResolvedValueOnce(answer)
      expect(await cloudPay.close('o1')).toBe(isClosed)
    }
  })

  it.each([
    [understood, { state: 'done' }],
    [refused('基本账户余额不足'), { state: 'refused', words: '基本账户余额不足' }],
    [{ returnCode: 'FAIL' }, { state: 'unknown' }],
  ])('is a refund, answered %j', async (answer, meaning) => {
    mockPay.refund.mockResolvedValueOnce(answer)
    const refund = { orderId: 'o1', amountFen: 990, refundNo: 'o1-1', refundFen: 300 }
    expect(await cloudPay.refund(refund)).toEqual(meaning)
    expect(mockPay.refund).toHaveBeenLastCalledWith(
      expect.objectContaining({ outRefundNo: 'o1-1', totalFee: 990, refundFee: 300 }),
    )
  })
})
