import { act, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { checkInStore } from '../../session/checkin.store'
import { homeStore } from '../../session/home.store'
import HomeTab from './index'

const shop = {
  name: '邻里生鲜',
  slogan: '住得近',
  notice: '周三会员日',
  stores: [
    {
      ...{ storeId: 's1', name: '云栖路店', address: '云栖路 18 号', hours: '07:00–21:30' },
      ...{ phone: '021-62345678', place: { latitude: 31.2304, longitude: 121.4737 } },
    },
    { storeId: 's2', name: '河滨店', address: '', hours: '', phone: '', place: null },
  ],
}
const pack = {
  state: 'claimable',
  points: 100,
  coupon: { title: '新人券', face: '¥5', sentence: '满30减5元', thresholdFen: 3000 },
  claimableUntilOn: '2026-11-28',
}
const member = {
  memberId: 'm1',
  nickname: '林晓芸',
  avatar: 'preset:peach',
  joinedOn: '2026-01-01',
  birthday: null,
  birthdayLockedUntilOn: null,
}
const home = {
  serverNow: 0,
  todayOn: '2026-11-21',
  earn: { rate: '消费 2 元攒 1 分', terms: '有效期两年' },
  shop,
  member,
  balancePoints: 12_380,
  debtPoints: 0,
  expiringSoon: { points: 120, expiresOn: '2026-11-30' },
  pack,
  gifts: [] as object[],
  checkIn: { todayOn: '2026-11-21', checkedIn: false, streakDays: 5, nextPoints: 4 },
  wish: null,
  rewards: [] as object[],
  nextCoupon: null as object | null,
  usableCouponCount: 2,
  waitingPickupCount: 0,
}

describe('the home tab', () => {
  beforeEach(() => {
    phone.reset()
    homeStore.setState(homeStore.getInitialState())
    checkInStore.setState(checkInStore.getInitialState())
  })

  it('shows a member her points, what expires, her pack and the way to her code', async () => {
    await open({ ok: true, value: home })
    expect(screen.getByText('12,380')).toBeTruthy()
    expect(screen.getByText('120 积分将于11月30日到期')).toBeTruthy()
    expect(screen.getByText('100 积分 + 满30减5元券')).toBeTruthy()
    act(() => screen.getByText('出示会员码').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/members/code/index' }])
  })

  it('calls a store and leads there, where the shop has told how', async () => {
    await open({ ok: true, value: home })
    act(() => screen.getByText('打电话').click())
    expect(phone.done).toContainEqual(['makePhoneCall', { phoneNumber: '021-62345678' }])
    act(() => screen.getByText('怎么走').click())
    const there = { latitude: 31.2304, longitude: 121.4737, name: '云栖路店' }
    expect(phone.done).toContainEqual(['openLocation', { ...there, address: '云栖路 18 号' }])
  })

  it('shows two gifts, and where the others wait; who was away is asked there', async () => {
    const gift = { title: '生日礼', points: 10, claimUntilOn: '2026-12-03', scene: 'birthday' }
    const away = { ...gift, giftId: 'wakeUp:her:2026', scene: 'wakeUp', title: '好久不见' }
    const gifts = [away, ...['a', 'b'].map((giftId) => ({ ...gift, giftId }))]
    await open({ ok: true, value: { ...home, pack: { ...pack, state: 'claimed' }, gifts } })
    expect(screen.getAllByText(/等您领取$/)).toHaveLength(2)
    act(() => screen.getByText('还有 1 份礼物等您领').click())
    act(() => screen.getByText('好久不见等您领取').click())
    const opened = ['navigateTo', { url: '/gifts/waiting/index' }]
    expect(phone.done.filter(([name]) => name === 'navigateTo')).toEqual([opened, opened])
  })

  it('offers every other gift that she may claim, each with its own way', async () => {
    const gift = { title: '生日礼', points: 1_050, claimUntilOn: '2026-12-03' }
    const gifts = [{ ...gift, giftId: 'birthday:her:2026', scene: 'birthday' }]
    await open({ ok: true, value: { ...home, pack: { ...pack, state: 'claimed' }, gifts } })
    expect(screen.queryByText('新人礼包等您领取')).toBeNull()
    expect(screen.getByText('1,050 积分')).toBeTruthy()
    expect(screen.getByText('领取截至12月3日')).toBeTruthy()
    act(() => screen.getByText('生日礼等您领取').click())
    const url = '/gifts/pack/index?giftId=birthday:her:2026'
    expect(phone.done).toContainEqual(['navigateTo', { url }])
  })

  it('says in the bar whose shop it is', async () => {
    await open({ ok: true, value: home })
    expect(phone.done).toContainEqual(['setNavigationBarTitle', { title: '邻里生鲜' }])
  })

  it('shows her wish and three rewards, each with what she is short of it', async () => {
    const reward = { rewardId: 'eggs', title: '鸡蛋', picture: '', pricePoints: 60, cashFen: 0 }
    const rewards = [
      { ...reward, missingPoints: 0 },
      { ...reward, rewardId: 'beans', title: '咖啡豆', cashFen: 990, missingPoints: 1_040 },
      { ...reward, rewardId: 'mug', title: '马克杯', missingPoints: null },
    ]
    const wish = { ...reward, rewardId: 'oil', title: '花生油', missingPoints: 30 }
    await open({ ok: true, value: { ...home, wish, rewards } })
    expect(screen.getByText('我的心愿')).toBeTruthy()
    expect(screen.getByText('还差 30 分')).toBeTruthy()
    expect(screen.getByText('可兑换')).toBeTruthy()
    expect(screen.getByText('60 积分 + ¥9.90')).toBeTruthy()
    expect(screen.getByText('还差 1,040 分')).toBeTruthy()
    expect(screen.getAllByText(/还差|可兑换/)).toHaveLength(3)
    act(() => screen.getByText('花生油').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/mall/reward/index?rewardId=oil' }])
  })

  it('tells which coupon ends first, and its day', async () => {
    const nextCoupon = { title: '新人券', sentence: '满30减5元', face: '¥5' }
    await open({
      ok: true,
      value: { ...home, nextCoupon: { ...nextCoupon, expiresOn: '2026-11-24' } },
    })
    expect(screen.getByText('新人券 · 满30减5元')).toBeTruthy()
    expect(screen.getByText('11月24日到期，还剩 3 天')).toBeTruthy()
    act(() => screen.getByText('新人券 · 满30减5元').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/coupons/wallet/index' }])
  })

  it('says so on the last day of a coupon', async () => {
    const nextCoupon = { title: '九折券', sentence: '9折', face: '9折', expiresOn: '2026-11-21' }
    await open({ ok: true, value: { ...home, nextCoupon } })
    expect(screen.getByText('今天最后一天，别忘了用')).toBeTruthy()
  })

  it('counts up once what came since she last looked, and never what was spent', async () => {
    jest.useFakeTimers()
    try {
      homeStore.setState({ data: JSON.parse(JSON.stringify(home)) })
      await open({ ok: true, value: { ...home, balancePoints: 12_480 } })
      expect(screen.getByText('比上次多 100')).toBeTruthy()
      expect(screen.getByText('+100')).toBeTruthy()
      act(() => jest.advanceTimersByTime(300))
      expect(screen.getByText('12,430')).toBeTruthy()
      act(() => jest.advanceTimersByTime(600))
      expect(screen.getByText('12,480')).toBeTruthy()
      phone.answer = () => ({ ok: true, value: { ...home, balancePoints: 12_000 } })
      await act(() => homeStore.getState().load({}))
      expect(screen.getByText('12,000')).toBeTruthy()
      expect(screen.queryByText(/比上次多/)).toBeNull()
    } finally {
      jest.useRealTimers()
    }
  })

  it('promises what the shop’s rule gives, as the server says it', async () => {
    await open({ ok: true, value: { ...home, expiringSoon: null } })
    expect(screen.getByText('消费 2 元攒 1 分，有效期两年')).toBeTruthy()
    expect(screen.queryByText(/1 元/)).toBeNull()
  })

  it('tells of debt before it tells of expiry', async () => {
    await open({ ok: true, value: { ...home, balancePoints: 0, debtPoints: 30 } })
    expect(screen.getByText('欠 30 积分，之后获得的积分会先抵扣')).toBeTruthy()
  })

  it('invites a visitor and shows her nothing that is not hers', async () => {
    const visitor = { ...home, member: null, pack: { ...pack, state: 'joinFirst' } }
    await open({ ok: true, value: visitor })
    expect(screen.queryByText('出示会员码')).toBeNull()
    act(() => screen.getByText('立即入会领礼包').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/join/enrol/index' }])
  })

  it('does not offer what is not open yet', async () => {
    await open({ ok: true, value: { ...home, checkIn: null } })
    const before = phone.done.length
    act(() => screen.getByText('签到').click())
    expect(screen.getByText('暂未开放')).toBeTruthy()
    expect(phone.done).toHaveLength(before)
  })

  it('checks in by one tap on its tile, and leads to the month from then on', async () => {
    await open({ ok: true, value: home })
    const sent: string[] = []
    const done = { ...home.checkIn, checkedIn: true, streakDays: 6 }
    phone.answer = (feature, { action }) => {
      sent.push(`${feature}.${action}`)
      const answer = { points: 4, bonusPoints: 0, streakDays: 6, balancePoints: 12_384 }
      const after = { ...home, checkIn: done, balancePoints: 12_384 }
      return { ok: true, value: feature === 'checkin' ? answer : after }
    }
    await act(async () => screen.getByText('得 4 积分').click())
    expect(sent).toEqual(['checkin.checkIn', 'members.home'])
    expect(screen.getByText('连续 6 天')).toBeTruthy()
    expect(screen.getByText('+4')).toBeTruthy()
    expect(phone.done).toContainEqual(['vibrateShort', { type: 'light' }])
    act(() => screen.getByText('已签到').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/checkin/month/index' }])
  })

  it('leads to the check-in page where a tap on the tile was refused', async () => {
    await open({ ok: true, value: home })
    phone.answer = () => ({
      ok: false,
      code: 'CHECKIN_OFF',
      message: '本店没有开通签到',
      requestId: 'r',
    })
    await act(async () => screen.getByText('得 4 积分').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/checkin/month/index' }])
  })

  it('keeps what it showed when the next answer is refused, and offers another try', async () => {
    homeStore.setState({ data: null })
    await open({ ok: true, value: home })
    phone.answer = () => ({
      ok: false,
      code: 'INTERNAL',
      message: '系统出了点小问题',
      requestId: 'r',
    })
    await act(() => homeStore.getState().load({}))
    expect(screen.getByText('12,380')).toBeTruthy()
    expect(screen.getByText('系统出了点小问题')).toBeTruthy()
    expect(screen.getByText('重试')).toBeTruthy()
  })

  async function open(answer: unknown): Promise<void> {
    phone.answer = () => answer
    render(<HomeTab />)
    await act(async () => {})
  }
})
