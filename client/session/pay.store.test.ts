import { type CloudEvent, phone } from '../../dev/harness/taro'
import { payStore } from './pay.store'

const thing = { what: 'redemption', thingId: 'r1' } as const
const payment = { timeStamp: '1', nonceStr: 'n', package: 'p=1', signType: 'MD5', paySign: 's' }
const started = { ok: true, value: { orderId: 'o1', amountFen: 990, closesAt: 900, payment } }
const refused = (code: string) => ({ ok: false, code, message: '付款时间已过', requestId: 'r' })
const shown = (state: string, refundedFen = 0) => ({ ok: true, value: { state, refundedFen } })

describe('paying for something', () => {
  beforeEach(() => {
    jest.useFakeTimers()
    phone.reset()
    payStore.getState().close()
  })
  afterEach(() => jest.useRealTimers())

  it('hands WeChat what the server signed, and is paid once the server says so', async () => {
    let looks = 0
    const sent = await pay(() => {
      looks += 1
      return shown(looks < 3 ? 'unpaid' : 'paid')
    })
    expect(phone.done).toContainEqual(['requestPayment', payment])
    expect(payStore.getState()).toMatchObject({ step: 'confirming', closesAt: 900 })
    await jest.advanceTimersByTimeAsync(2_000)
    expect(payStore.getState().step).toBe('paid')
    expect(sent.filter(({ action }) => action === 'start')).toHaveLength(1)
  })

  it('is slow when nobody knows after a minute, and never paid by the sheet alone', async () => {
    await pay(() => shown('unpaid'))
    await jest.advanceTimersByTimeAsync(80_000)
    expect(payStore.getState().step).toBe('slow')
  })

  it('was cancelled by her, unless it was paid all the same', async () => {
    phone.paymentFault = { errMsg: 'requestPayment:fail cancel' }
    await pay(() => shown('unpaid'))
    expect(payStore.getState().step).toBe('cancelled')
    await pay(() => shown('paid'))
    expect(payStore.getState().step).toBe('paid')
  })

  it('failed, when the sheet failed and nothing came', async () => {
    phone.paymentFault = { errMsg: 'requestPayment:fail timeout' }
    await pay(() => shown('unpaid'))
    await jest.advanceTimersByTimeAsync(5_000)
    expect(payStore.getState().step).toBe('failed')
  })

  it.each([
    ['closed', 0, 'over'],
    ['refunding', 990, 'returned'],
    ['refunded', 990, 'returned'],
  ])('of an order that is %s ends as %s %s', async (state, refundedFen, step) => {
    await pay(() => shown(state, refundedFen))
    expect(payStore.getState().step).toBe(step)
  })

  it('opens no sheet for what is over, or paid already', async () => {
    await pay(() => shown('unpaid'), refused('ORDER_OVER'))
    expect(payStore.getState()).toMatchObject({ step: 'over', message: '付款时间已过' })
    await pay(() => shown('paid'), refused('ORDER_PAID'))
    expect(payStore.getState().step).toBe('paid')
    expect(phone.done.some(([name]) => name === 'requestPayment')).toBe(false)
  })

  it('takes no second tap, and what is closed stays closed', async () => {
    const sent = await pay(() => shown('unpaid'))
    await payStore.getState().pay(thing, '鸡蛋')
    expect(sent.filter(({ action }) => action === 'start')).toHaveLength(1)
    payStore.getState().close()
    await jest.advanceTimersByTimeAsync(5_000)
    expect(payStore.getState().step).toBe('closed')
  })
})

async function pay(show: () => object, start: object = started): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    return event.action === 'start' ? start : show()
  }
  payStore.getState().close()
  void payStore.getState().pay(thing, '鸡蛋')
  await jest.advanceTimersByTimeAsync(10)
  return sent
}
