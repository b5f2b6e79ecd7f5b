import { act, fireEvent, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { walletCoupon } from '../../../dev/harness/wallet-coupon'
import { walletStore } from '../coupons.store'
import WalletPage from './index'

describe('the wallet page', () => {
  beforeEach(() => {
    phone.reset()
    walletStore.setState(walletStore.getInitialState())
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

async function open(coupons: object[]): Promise<void> {
  const value = { serverNow: 0, todayOn: '2026-12-01', coupons }
  phone.answer = () => ({ ok: true, value })
  await act(async () => {
    render(<WalletPage />)
  })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
