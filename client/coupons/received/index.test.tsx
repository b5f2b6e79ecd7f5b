import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { acceptStore } from '../coupons.store'
import ReceivedPage from './index'

describe('a coupon that a friend sent', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { offerId: 'o1' }
    acceptStore.setState(acceptStore.getInitialState())
  })

  it('is taken with one tap, once, and lies in the wallet', async () => {
    const answer = { offerId: 'o1', couponId: 'c1', title: '拿铁券', acceptedAt: 0 }
    const sent = await open({ ok: true, value: answer })
    expect(sent).toEqual([])
    await act(async () => {
      const button = screen.getByText('收下')
      button.click()
      button.click()
    })
    expect(sent).toMatchObject([{ action: 'accept', input: { offerId: 'o1' } }])
    expect(screen.getByText('“拿铁券”已放进您的卡包')).toBeTruthy()
    await tap('去卡包')
    expect(phone.done).toContainEqual(['redirectTo', { url: '/coupons/wallet/index' }])
  })

  it('leads who has not joined to join, and keeps the offer for her', async () => {
    await open(refusal('MEMBER_REQUIRED', '请先入会'))
    await tap('收下')
    await tap('去入会')
    expect(phone.done).toContainEqual(['navigateTo', { url: '/join/enrol/index' }])
  })

  it.each([
    ['OFFER_TAKEN', '来晚一步，这张券已经有人领了', ['这张券领不到了', '回首页看看']],
    ['OFFER_OWN', '自己送出的券不能自己领，可以撤回', ['这是您送出的券', '去卡包']],
  ])('says of %s why it is not to be had', async (code, message, others) => {
    await open(refusal(code, message))
    await tap('收下')
    for (const words of [message, ...others]) expect(screen.getByText(words)).toBeTruthy()
    expect(screen.queryByText('收下')).toBeNull()
  })

  it('asks again after a lost answer, with the same request', async () => {
    const sent = await open(refusal('INTERNAL', '请稍后再试'))
    await tap('收下')
    await tap('再试一次')
    expect(sent).toHaveLength(2)
    expect(sent[0]?.requestId).toBe(sent[1]?.requestId)
  })
})

function refusal(code: string, message: string): object {
  return { ok: false, code, message, requestId: 'r' }
}

async function open(answer: object): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    return answer
  }
  await act(async () => {
    render(<ReceivedPage />)
  })
  return sent
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
