import { act, fireEvent, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { shelfStore } from '../rewards.store'
import ShelfPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: false, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const eggs = {
  ...{ rewardId: 'eggs', revision: 1, title: '鲜鸡蛋', description: '', picture: '' },
  ...{ kind: 'goods', pricePoints: 60, cashFen: 0, worthFen: 260, limitPerMember: 10 },
  ...{ limitPerDay: null, tierFrom: null, saleFromOn: null, saleUntilOn: null, sortOrder: 1 },
  ...{ isOnShelf: true, leftCount: 8, totalCount: 20, saleState: 'onSale', isShown: true },
  ...{ wordsState: 'fine', pictureState: 'fine' },
}
const mug = { ...eggs, rewardId: 'mug', title: '马克杯', isOnShelf: false, isShown: false }

describe('the shelf', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    shelfStore.setState(shelfStore.getInitialState())
  })

  it('shows what members see and what they do not, and leads to each', async () => {
    await open([eggs, mug])
    expect(screen.getByText('兑换中')).toBeTruthy()
    expect(screen.getAllByText('剩 8 份，已兑 12 份')).toHaveLength(2)
    await tap('已下架')
    expect(screen.queryByText('鲜鸡蛋')).toBeNull()
    await tap('马克杯')
    const url = '/reward-desk/reward/index?rewardId=mug'
    expect(phone.done).toContainEqual(['navigateTo', { url }])
  })

  it('says how the first reward comes about', async () => {
    await open([])
    expect(screen.getByText('还没有礼品')).toBeTruthy()
    await tap('新建礼品')
    expect(phone.done).toContainEqual(['navigateTo', { url: '/reward-desk/reward/index' }])
  })

  it('says that nothing is off the shelf', async () => {
    await open([eggs])
    await tap('已下架')
    expect(screen.getByText('没有下架的礼品')).toBeTruthy()
  })

  it('is closed to who is no manager', async () => {
    rolesStore.setState({ ...rolesStore.getInitialState(), data: { ...me, isManager: false } })
    await open([eggs], { ...me, isManager: false })
    expect(screen.getByText('这里是店长的工作台')).toBeTruthy()
  })

  it('offers to ask again when nothing came', async () => {
    phone.answer = () => ({ ok: false, code: 'INTERNAL', message: '系统出了点小问题，请稍后再试' })
    await act(async () => {
      render(<ShelfPage />)
    })
    expect(screen.getByText('再试一次')).toBeTruthy()
  })
})

async function open(rewards: object[], roles: object = me): Promise<void> {
  phone.answer = (_feature, event) => {
    if (event.action === 'me') return { ok: true, value: roles }
    return { ok: true, value: { serverNow: 0, todayOn: '2026-11-21', rewards } }
  }
  await act(async () => {
    render(<ShelfPage />)
  })
}

/** A filter and a state may be called the same: the filter stands first. */
async function tap(label: string): Promise<void> {
  await act(async () => {
    const [first] = screen.getAllByText(label)
    if (first) fireEvent.click(first)
  })
}
