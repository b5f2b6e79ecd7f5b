import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { cancelStore, closeStore, dropsStore } from '../drops.store'
import DropDeskPage from './index'

const owner = {
  ...{ isStaff: false, isManager: false, isOwner: false, communityOwner: true },
  ...{ displayName: '徐敏', stores: [] },
}
const share = (name: string, claims: number, redemptions: number) => ({
  ...{ communityId: name, name, quota: 30, claims, redemptions },
})
const drop = {
  ...{ dropId: 'd1', batchId: 'd1', title: '周五咖啡券', terms: '', state: 'open' },
  textState: 'approved',
  ...{ templateId: 'coffee', couponTitle: '咖啡券', who: { joinedBeforeOn: null, tierFrom: null } },
  ...{ opensAt: 0, closesAt: 3_600_000 },
  communities: [share('东街群', 30, 2), share('西街群', 12, 9)],
}

describe('a drop at the desk', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { dropId: 'd1' }
    rolesStore.setState({ ...rolesStore.getInitialState(), data: owner })
    dropsStore.setState(dropsStore.getInitialState())
    cancelStore.setState(cancelStore.getInitialState())
    closeStore.setState(closeStore.getInitialState())
  })

  it('ranks its communities by what was used', async () => {
    await open(drop)
    const names = [...document.querySelectorAll('.share-name')].map((each) => each.textContent)
    expect(names).toEqual(['西街群', '东街群'])
    expect(screen.getByText('共领 42 / 60 张，核销 11 张')).toBeTruthy()
  })

  it('says that a poster leads to no group', async () => {
    await open({ ...drop, state: 'scheduled' })
    expect(screen.getByText(/请从群里的卡片进入/)).toBeTruthy()
  })

  it('is cancelled before it opens', async () => {
    const sent = await open({ ...drop, state: 'scheduled' })
    await tap('取消这一场')
    await tap('确认取消')
    expect(sent.filter(({ action }) => action === 'cancel')).toMatchObject([
      { input: { dropId: 'd1' } },
    ])
    expect(sent.some(({ action }) => action === 'close')).toBe(false)
  })

  it('is closed early once it runs, and what was claimed stays', async () => {
    const sent = await open(drop)
    expect(screen.queryByText('改一改')).toBeNull()
    await tap('提前结束')
    expect(screen.getByText('已经领取的 42 张仍然可以用，没领的不再发。')).toBeTruthy()
    await tap('确认结束')
    expect(sent.some(({ action }) => action === 'close')).toBe(true)
  })

  it('is copied once it is over', async () => {
    await open({ ...drop, state: 'closed' })
    await tap('照着再发一场')
    expect(phone.done).toContainEqual(['navigateTo', { url: '/community/plan/index?copy=d1' }])
  })
})

async function open(shown: object): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: owner }
    if (event.action === 'list') {
      return { ok: true, value: { serverNow: 1, drops: [shown], nextCursor: null } }
    }
    return { ok: true, value: { dropId: 'd1', state: 'closed' } }
  }
  await act(async () => {
    render(<DropDeskPage />)
  })
  return sent
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
