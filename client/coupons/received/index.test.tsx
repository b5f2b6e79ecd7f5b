import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { acceptStore, shownOfferStore } from '../coupons.store'
import ReceivedPage from './index'

describe('a coupon that a friend sent', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { offerId: 'o1' }
    acceptStore.setState(acceptStore.getInitialState())
    shownOfferStore.setState(shownOfferStore.getInitialState())
  })

  it('is taken with one tap, once, and lies in the wallet', async () => {
    const answer = { offerId: 'o1', couponId: 'c1', title: '拿铁券', acceptedAt: 0 }
    const sent = await open({ ok: true, value: answer })
    expect(sent.map(({ action }) => action)).toEqual(['showOffer'])
    await act(async () => {
      const button = screen.getByText('收下')
      button.click()
      button.click()
    })
    expect(sent.slice(1)).toMatchObject([{ action: 'accept', input: { offerId: 'o1' } }])
    expect(screen.getByText('“拿铁券”已放进您的卡包')).toBeTruthy()
    await tap('去卡包')
    expect(phone.done).toContainEqual(['redirectTo', { url: '/coupons/wallet/index' }])
  })

  it('names the coupon, who gives it and until when, before it is taken', async () => {
    await open({})
    for (const words of [
      ...['林**送您一张优惠券', '12月1日 11:05 前收下，只有一位朋友能领'],
      ...['拿铁券', '限梧桐里店', '有效至2026年12月20日'],
    ]) {
      expect(screen.getByText(words)).toBeTruthy()
    }
  })

  it('leads who has not joined to join, and takes nothing', async () => {
    const sent = await open({}, { ...offer, hasJoined: false })
    expect(screen.queryByText('收下')).toBeNull()
    await tap('去入会')
    expect(phone.done).toContainEqual(['navigateTo', { url: '/join/enrol/index' }])
    expect(sent.map(({ action }) => action)).toEqual(['showOffer'])
  })

  it.each([
    ['OFFER_TAKEN', '来晚一步，这张券已经有人领了', ['这张券领不到了', '回首页看看']],
    ['OFFER_OVER', '这份赠送已经结束', ['这张券领不到了', '回首页看看']],
  ])(
    'says of %s why it is not to be had, at the look and at the tap',
    async (code, message, others) => {
      await open({}, refusal(code, message))
      for (const words of [message, ...others]) expect(screen.getByText(words)).toBeTruthy()
      cleanup()
      shownOfferStore.setState(shownOfferStore.getInitialState())
      await open(refusal(code, message))
      await tap('收下')
      for (const words of [message, ...others]) expect(screen.getByText(words)).toBeTruthy()
      expect(screen.queryByText('收下')).toBeNull()
    },
  )

  it('sends its giver to her wallet, where she may take it back', async () => {
    await open({}, refusal('OFFER_OWN', '自己送出的券不能自己领，可以撤回'))
    expect(screen.getByText('这是您送出的券')).toBeTruthy()
    await tap('去卡包')
    expect(phone.done).toContainEqual(['redirectTo', { url: '/coupons/wallet/index' }])
  })

  it('says to whoever took it where it is', async () => {
    await open({}, { ...offer, isTaken: true })
    expect(screen.getByText('“拿铁券”在您的卡包里')).toBeTruthy()
    expect(screen.queryByText('收下')).toBeNull()
  })

  it('asks again after a lost answer, with the same request', async () => {
    const sent = await open(refusal('INTERNAL', '请稍后再试'))
    await tap('收下')
    await tap('再试一次')
    const [first, second, ...more] = sent.filter(({ action }) => action === 'accept')
    expect(first?.requestId).toBe(second?.requestId)
    expect([second?.action, more]).toEqual(['accept', []])
  })
})

function refusal(code: string, message: string): object {
  return { ok: false, code, message, requestId: 'r' }
}

const offer = {
  ...{ serverNow: 0, offerId: 'o1', giverName: '林**', isTaken: false, hasJoined: true },
  untilAt: Date.parse('2026-12-01T03:05:00Z'),
  coupon: {
    ...{ title: '拿铁券', face: '¥9.9', sentence: '9.9元换拿铁', limitWords: ['限梧桐里店'] },
    ...{ thresholdFen: 0, validFromOn: '2026-11-20', expiresOn: '2026-12-20' },
  },
}

/** What taking it is answered, and what the link shows: an offer, or why there is none. */
async function open(answer: object, shown: object = offer): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    const looked = 'ok' in shown ? shown : { ok: true, value: shown }
    return event.action === 'showOffer' ? looked : answer
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
