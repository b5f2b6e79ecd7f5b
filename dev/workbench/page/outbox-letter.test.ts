import type { OutboxEntry } from '../../localcloud/openapi/outbox'
import { letterOf } from './outbox-letter'

const sent: OutboxEntry = {
  id: 1,
  at: '2026-11-21T02:00:00.000Z',
  api: 'openapi.subscribeMessage.send',
  openid: 'demo-shopper-1',
  request: {
    touser: 'demo-shopper-1',
    template_id: 'pick-up',
    data: { thing1: { value: '当季水果一份' }, date2: { value: '2026-11-30' } },
  },
  answer: { errcode: 0, errmsg: 'ok' },
}

describe('a letter of the outbox', () => {
  it('shows a message as its template’s fields, by what they are', () => {
    expect(letterOf(sent)).toEqual({
      kind: 'message',
      title: '模板 pick-up',
      rows: [
        ['事项', '当季水果一份'],
        ['日期', '2026-11-30'],
      ],
    })
  })

  it.each([
    ['WeChat', { errcode: 43101, errmsg: 'user refuse rid: 5f-aa-01' }, '43101 user refuse'],
    ['the platform', { code: 'INVALID_PARAM', message: 'not here' }, 'INVALID_PARAM not here'],
    ['payment', { return_code: 'FAIL', return_msg: 'closed' }, 'FAIL closed'],
  ])('says why %s refused', (_who, answer, refusal) => {
    expect(letterOf({ ...sent, answer }).refusal).toBe(refusal)
  })

  it('draws a code only when there is one', () => {
    const asked = {
      ...sent,
      api: 'openapi.wxacode.getUnlimited',
      request: { page: 'join/enrol/index', scene: 's=1' },
    }
    const code = letterOf({ ...asked, answer: { contentType: 'image/png', bytesCount: 900 } })
    expect(code).toMatchObject({ kind: 'code', codeText: 'join/enrol/index?scene=s=1' })
    expect(letterOf({ ...asked, answer: { errcode: 41030 } })).not.toHaveProperty('codeText')
  })

  it('shows an order with its price in yuan, and why it was refused', () => {
    const order = { body: '草莓', out_trade_no: 'T1', total_fee: 1990 }
    const answer = { return_code: 'SUCCESS', result_code: 'FAIL', err_code: 'ORDERPAID' }
    const letter = letterOf({ ...sent, api: 'cloudPay.unifiedOrder', request: order, answer })
    expect(letter).toMatchObject({ kind: 'pay', title: '下单', refusal: 'ORDERPAID' })
    expect(letter.rows).toContainEqual(['金额', '¥19.90'])
  })

  it('says of a payment’s notice whether the function heard it', () => {
    const request = { functionName: 'paid', event: { outTradeNo: 'T1', totalFee: 1990 } }
    const notice = { ...sent, api: 'cloudPay.callback', request }
    const heard = letterOf({ ...notice, answer: { errcode: 0 } })
    expect(heard).not.toHaveProperty('refusal')
    expect(heard.rows).toEqual([
      ['单号', 'T1'],
      ['金额', '¥19.90'],
      ['通知函数', 'paid'],
    ])
    expect(letterOf({ ...notice, answer: { errcode: 1 } }).refusal).toContain('会再来')
    expect(letterOf({ ...notice, answer: { failed: 'timed out' } }).refusal).toContain('timed out')
  })

  it('shows anything else as it was asked', () => {
    const letter = letterOf({ ...sent, api: 'openapi.made.later', request: { scene: 2 } })
    expect(letter).toEqual({ kind: 'other', title: 'made.later', rows: [['scene', '2']] })
    expect(letterOf({ ...sent, api: 'openapi.made.up', request: null })).toMatchObject({ rows: [] })
  })
})
