import { act, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { endStore, staffListStore } from '../staff.store'
import StaffPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: false, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const at = (storeId: string, name: string) => ({
  ...{ storeId, name, role: 'staff', sinceAt: Date.parse('2026-03-10T02:00:00Z') },
  isManaged: true,
})
const nobody = {
  ...{ isMe: false, isOwner: false, ownerSinceAt: null, communityOwner: false, mayEnd: true },
}
const chen = { ...nobody, memberId: 'm-chen', displayName: '小陈', stores: [at('east', '东店')] }
const own = { ...nobody, memberId: 'm-me', displayName: '顾明远', isMe: true, mayEnd: false }
const gu = { ...own, stores: [{ ...at('east', '东店'), role: 'manager' }] }

describe('the list of staff', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState(rolesStore.getInitialState())
    staffListStore.setState(staffListStore.getInitialState())
    endStore.setState(endStore.getInitialState())
  })

  it('says who serves where, as what and since when', async () => {
    await open([gu, chen])
    expect(screen.getByText('顾明远（我）')).toBeTruthy()
    expect(screen.getByText('东店 · 店员 · 2026年3月10日起')).toBeTruthy()
  })

  it('ends what one is with one question, and reads the list again', async () => {
    const sent = await open([gu, chen])
    await tap('小陈')
    expect(screen.getByText('移除“小陈”？')).toBeTruthy()
    await tap('确认移除')
    const [ended, read] = sent.slice(-2)
    expect(ended).toMatchObject({ action: 'end', input: { memberId: 'm-chen' } })
    expect(read?.action).toBe('list')
    expect(screen.getByText('已移除')).toBeTruthy()
  })

  it('asks from which store, where there are two', async () => {
    const both = { ...chen, stores: [at('east', '东店'), at('west', '西店')] }
    const sent = await open([gu, both])
    await tap('小陈')
    await tap('西店')
    await tap('确认移除')
    expect(sent.at(-2)).toMatchObject({ input: { memberId: 'm-chen', storeId: 'west' } })
  })

  it('asks nothing of oneself', async () => {
    await open([gu])
    await tap('顾明远（我）')
    expect(screen.queryByText(/^移除“/)).toBeNull()
    expect(screen.getByText('还只有您一位')).toBeTruthy()
  })

  async function open(staff: object[]): Promise<CloudEvent[]> {
    const sent: CloudEvent[] = []
    const answer = { memberId: 'm-chen', displayName: '小陈', stores: [], communityOwner: false }
    const values: Readonly<Record<string, object>> = {
      me,
      end: { ...answer, isOwner: false },
      list: { serverNow: 0, staff, isWhole: true },
    }
    phone.answer = (_feature, event) => {
      sent.push(event)
      return { ok: true, value: values[event.action] }
    }
    await act(async () => {
      render(<StaffPage />)
    })
    return sent
  }
})

async function tap(label: string): Promise<void> {
  await act(async () => {
    screen.getByText(label).click()
  })
}
