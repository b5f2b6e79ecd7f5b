import { act, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { homeStore } from '../../session/home.store'
import { rolesStore } from '../../session/roles.store'
import MeTab from './index'

const home = {
  serverNow: 0,
  member: { memberId: 'm1', nickname: '林晓芸', avatar: 'preset:peach', joinedOn: '2026-01-01' },
  balancePoints: 2_380,
  usableCouponCount: 2,
  waitingPickupCount: 0,
  gifts: [{ giftId: 'birthday:m1:2026-11-21' }],
  unreadCount: 3,
}
const shopper = { isStaff: false, isManager: false, stores: [] }
const clerk = { isStaff: true, isManager: false, stores: [{ storeId: 's1', name: '云栖路店' }] }

describe('what is mine', () => {
  beforeEach(() => {
    phone.reset()
    homeStore.setState(homeStore.getInitialState())
    rolesStore.setState(rolesStore.getInitialState())
  })

  it('shows a shopper her things and no door to the staff area', async () => {
    await open(home, shopper)
    expect(screen.getByText('2,380')).toBeTruthy()
    expect(screen.queryByText('店员工作台')).toBeNull()
  })

  it('leads her to her stamp card', async () => {
    await open(home, shopper)
    act(() => screen.getByText('集章卡').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/stamps/card/index' }])
  })

  it('says how many gifts wait for her, and leads there', async () => {
    await open(home, shopper)
    act(() => screen.getByText('1 份可领').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/gifts/waiting/index' }])
  })

  it('says how many messages wait for her, and leads there', async () => {
    await open(home, shopper)
    expect(screen.getByText('3 条未读')).toBeTruthy()
    act(() => screen.getByText('消息').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/messages/inbox/index' }])
  })

  it('says nothing beside an inbox that was read', async () => {
    await open({ ...home, unreadCount: 0 }, shopper)
    expect(screen.queryByText(/未读/)).toBeNull()
  })

  it('leads to the set-up code where nobody owns the shop yet', async () => {
    await open(home, { ...shopper, awaitsOwner: true })
    expect(screen.queryByText('店员工作台')).toBeNull()
    act(() => screen.getByText('开店').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/roster/set-up/index' }])
  })

  it('shows a clerk the door, and in which stores she serves', async () => {
    await open(home, clerk)
    expect(screen.getByText('云栖路店')).toBeTruthy()
    expect(screen.queryByText('店长工作台')).toBeNull()
    act(() => screen.getByText('店员工作台').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/staff/scan/index' }])
  })

  it('shows a manager her own desk besides', async () => {
    await open(home, { ...clerk, isManager: true })
    act(() => screen.getByText('店长工作台').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/manager/desk/index' }])
  })

  it('shows who looks after a community her desk, and no till', async () => {
    await open(home, { ...shopper, communityOwner: true })
    expect(screen.queryByText('店员工作台')).toBeNull()
    act(() => screen.getByText('团长工作台').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/community/desk/index' }])
  })

  it('offers a visitor to join, and nothing that she does not have', async () => {
    await open({ ...home, member: null }, shopper)
    expect(screen.queryByText('积分明细')).toBeNull()
    act(() => screen.getByText('立即入会').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/join/enrol/index' }])
  })

  it('lets whoever reads badly have large words, on this page at once', async () => {
    await open(home, shopper)
    const isLarge = () => document.querySelector('.page')?.classList.contains('text-large')
    expect(isLarge()).toBe(false)
    act(() => screen.getByRole('switch', { name: '大字版' }).click())
    expect(isLarge()).toBe(true)
    expect(screen.getByText('已打开')).toBeTruthy()
  })

  async function open(shown: unknown, roles: unknown): Promise<void> {
    phone.answer = (feature) => ({ ok: true, value: feature === 'staff' ? roles : shown })
    render(<MeTab />)
    await act(async () => {})
  }
})
