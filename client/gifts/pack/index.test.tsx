import { act, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { walletCoupon } from '../../../dev/harness/wallet-coupon'
import { homeStore } from '../../session/home.store'
import { packStore } from '../gifts.store'
import PackPage from './index'

const coupon = walletCoupon({
  ...{ title: '新人满30减5元券', validFromOn: '2026-11-21', expiresOn: '2026-12-20' },
})
const opened = {
  points: 100,
  pointsExpireOn: '2027-11-30',
  coupons: [coupon],
  balancePoints: 100,
  claimedAt: 0,
}

describe('the welcome pack', () => {
  let claims: CloudEvent[] = []

  beforeEach(() => {
    phone.reset()
    claims = []
    homeStore.setState(homeStore.getInitialState())
    packStore.setState(packStore.getInitialState())
  })

  it('opens with one tap and tells of each content until when it lasts', async () => {
    await open('claimable', { ok: true, value: opened })
    await tap('一键领取')
    expect(screen.getByText('+100')).toBeTruthy()
    expect(screen.getByText('有效至2027年11月30日')).toBeTruthy()
    expect(screen.getByText('有效至2026年12月20日')).toBeTruthy()
    expect(screen.getByText('去使用')).toBeTruthy()
  })

  it('keeps the right to claim when it fails: the same request again', async () => {
    await open('claimable', { ok: false, code: 'INTERNAL', message: '请稍后再试', requestId: 'r' })
    await tap('一键领取')
    expect(screen.getByText('请稍后再试')).toBeTruthy()
    await tap('再试一次')
    expect(claims).toHaveLength(2)
    expect(claims[0]?.requestId).toBe(claims[1]?.requestId)
  })

  it('says where a claimed pack went', async () => {
    await open('claimed', null)
    await tap('查看优惠券')
    expect(phone.done).toContainEqual(['navigateTo', { url: '/coupons/wallet/index' }])
  })

  it('says that a pack is past its day, without a dead button', async () => {
    await open('expired', null)
    expect(screen.getByText('礼包已过领取期限')).toBeTruthy()
    expect(screen.queryByText('一键领取')).toBeNull()
  })

  it('opens the gift that it was asked for', async () => {
    phone.params = { giftId: birthday.giftId }
    await open('claimed', { ok: true, value: { ...opened, coupons: [] } })
    expect(screen.getByText('生日礼')).toBeTruthy()
    expect(screen.getByText('80 积分')).toBeTruthy()
    await tap('一键领取')
    expect(claims).toMatchObject([{ action: 'claim', input: { giftId: birthday.giftId } }])
    expect(screen.getByText('+100')).toBeTruthy()
  })

  it('says so when a gift is not to be had today', async () => {
    phone.params = { giftId: 'holiday:her:2026-10-01' }
    await open('claimable', null)
    expect(screen.getByText('这份礼现在领不了')).toBeTruthy()
    expect(screen.queryByText('一键领取')).toBeNull()
  })

  async function open(state: string, answer: unknown): Promise<void> {
    phone.answer = (_feature, event) => {
      if (event.action === 'home') return { ok: true, value: homeWith(state) }
      if (event.action === 'claim') claims.push(event)
      return answer
    }
    render(<PackPage />)
    await act(async () => {})
  }

  async function tap(words: string): Promise<void> {
    await act(async () => screen.getByText(words).click())
  }
})

const birthday = {
  giftId: 'birthday:her:2026-11-21',
  scene: 'birthday',
  title: '生日礼',
  points: 80,
  claimUntilOn: '2026-11-28',
}

function homeWith(state: string) {
  const giftId = 'welcome:her:once'
  const pack = { giftId, state, points: 100, coupon: null, claimableUntilOn: '2026-11-28' }
  return { serverNow: 0, shop: { stores: [] }, member: {}, pack, gifts: [birthday] }
}
