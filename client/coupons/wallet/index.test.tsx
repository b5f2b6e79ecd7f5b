import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { walletCoupon } from '../../../dev/harness/wallet-coupon'
import { closeCoupon, walletStore } from '../coupons.store'
import WalletPage from './index'

describe('the wallet page', () => {
  beforeEach(() => {
    phone.reset()
    walletStore.setState(walletStore.getInitialState())
    closeCoupon()
  })

  it('counts each shelf on its tab, and shows the usable ones first', async () => {
    await open([coupon('a', 'issued'), coupon('b', 'used'), coupon('c', 'used')])
    expect(screen.getByText('可用 1')).toBeTruthy()
    expect(screen.getByText('还剩 1 天')).toBeTruthy()
    await tap('已用 2')
    expect(screen.getAllByText('已使用')).toHaveLength(2)
  })

  it('leads from a usable coupon to the member code, and from a used one nowhere', async () => {
    await open([coupon('a', 'issued'), coupon('b', 'used')])
    await tap('满30减5元券')
    expect(phone.done).toContainEqual(['navigateTo', { url: '/members/code/index' }])
    phone.done = []
    await tap('已用 1')
    await tap('满30减5元券')
    expect(phone.done).toEqual([])
  })

  it('keeps what it showed last when the network is gone', async () => {
    await open([coupon('a', 'issued')])
    phone.answer = () => ({
      ok: false,
      code: 'INTERNAL',
      message: '系统出了点小问题',
      requestId: 'r',
    })
    await act(() => walletStore.getState().load({}))
    expect(screen.getByText('系统出了点小问题')).toBeTruthy()
    expect(screen.getByText('满30减5元券')).toBeTruthy()
  })

  it('says what a coupon gives and where, and shows the digits of a gift', async () => {
    await open([gift])
    expect(screen.getByText('免费领取草莓一盒')).toBeTruthy()
    expect(screen.getByText('限梧桐里店 · 限周一')).toBeTruthy()
    await tap('草莓券')
    expect(screen.getByText('请向店员出示券码')).toBeTruthy()
    expect(document.querySelector('.coupon-qr')).toBeTruthy()
    expect(screen.getByText('1234 5678 9012')).toBeTruthy()
    expect(screen.queryByText('出示会员码去使用')).toBeNull()
    await tap('1234 5678 9012')
    expect(phone.done).toContainEqual(['setClipboardData', { data: '123456789012' }])
  })

  it('shows no picture of what the till takes: its code would be scanned and refused', async () => {
    const digits = '1234 5678 9012'
    const priced = { kind: 'exchange', thing: '草莓一盒', priceFen: 990 }
    await open([{ ...gift, ...priced, title: '换购券' }])
    await tap('换购券')
    expect(screen.getByText(digits)).toBeTruthy()
    expect(document.querySelector('.coupon-qr')).toBeNull()
    expect(screen.getByText('出示会员码去使用')).toBeTruthy()
  })

  it('says what giving it away means before it offers it, once', async () => {
    const mine = { ...coupon('a', 'issued'), isTransferable: true }
    const offered = { ...mine, state: 'held', heldUntilAt: 0, offerId: 'o1' }
    let isOffered = false
    const sent = await open([mine], (event) => {
      if (event.action === 'offer') isOffered = true
      const answer = { offerId: 'o1', untilAt: 0 }
      return event.action === 'offer' ? answer : walletOf([isOffered ? offered : mine])
    })
    await tap('满30减5元券')
    await tap('送给朋友')
    expect(sent.some(({ action }) => action === 'offer')).toBe(false)
    await tap('确认送出')
    expect(sent.filter(({ action }) => action === 'offer')).toMatchObject([
      { input: { couponId: 'a' } },
    ])
    expect(screen.getByText('发给微信好友')).toBeTruthy()
    expect(screen.getByText('赠送中')).toBeTruthy()
  })

  it('takes an offer back, and says why where it is too late', async () => {
    const offered = { ...coupon('a', 'issued'), state: 'held', heldUntilAt: 0, offerId: 'o1' }
    const taken = { ok: false, code: 'OFFER_TAKEN', message: '来晚一步，已经有人领了' }
    await open([offered], ({ action }) => (action === 'withdraw' ? taken : walletOf([offered])))
    await tap('满30减5元券')
    await tap('撤回“满30减5元券”')
    expect(screen.getByText('来晚一步，已经有人领了')).toBeTruthy()
  })

  it('says what an empty shelf means', async () => {
    await open([])
    expect(screen.getByText('暂时没有可用的券')).toBeTruthy()
  })
})

function coupon(couponId: string, state: 'issued' | 'used') {
  const usedAt = state === 'used' ? Date.parse('2026-11-30T04:00:00Z') : null
  const days = { validFromOn: '2026-11-01', expiresOn: '2026-12-02' }
  return walletCoupon({ couponId, state, usedAt, ...days })
}

const gift = {
  ...walletCoupon({ couponId: 'g', title: '草莓券', thresholdFen: 0, expiresOn: '2026-12-20' }),
  ...{ kind: 'gift', thing: '草莓一盒', face: '赠品', sentence: '免费领取草莓一盒' },
  ...{ limitWords: ['限梧桐里店', '限周一'], couponCode: '123456789012' },
}

function walletOf(coupons: object[]): object {
  return { serverNow: 0, todayOn: '2026-12-01', coupons }
}

async function open(
  coupons: object[],
  answer: (event: CloudEvent) => object = () => walletOf(coupons),
): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    const told = answer(event)
    return 'ok' in told ? told : { ok: true, value: told }
  }
  await act(async () => {
    render(<WalletPage />)
  })
  return sent
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
