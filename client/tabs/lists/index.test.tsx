import { act, fireEvent, render, screen } from '@testing-library/react'
import { LIST_NOON } from '../../../dev/harness/list-shown'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { cardsStore, type ListCard, whichStore } from '../../lists/lists.store'
import { rolesStore } from '../../session/roles.store'
import ListsTab from './index'

const card: ListCard = {
  ...{ listId: 'l1', title: '周六草莓', picture: null, ownerName: '徐敏', communityName: null },
  ...{ state: 'running', opensAt: null, cutOffAt: LIST_NOON + 5_000, fromFen: 1_990 },
  ...{ entryCount: 38, lastNames: ['林晓棠', '王姐'], myEntryNo: 12 },
  threshold: { count: 40, reachedCount: 36 },
}

let sent: CloudEvent[] = []

describe('the tab of lists', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: LIST_NOON })
    phone.reset()
    sent = []
    whichStore.setState(whichStore.getInitialState())
    cardsStore.setState(cardsStore.getInitialState())
    rolesStore.setState(rolesStore.getInitialState())
  })
  afterEach(() => jest.useRealTimers())

  it('says of a list whose it is, who is in, what is missing, and how long', async () => {
    await open([card])
    for (const words of [
      '周六草莓',
      '徐敏',
      '38 人已接龙',
      '我是第 12 位',
      '满 40 份成团，还差 4 份',
    ]) {
      expect(screen.getByText(words)).toBeTruthy()
    }
    expect(screen.getByText('还剩 00:00:05')).toBeTruthy()
    fireEvent.click(screen.getByText('周六草莓'))
    expect(phone.done).toContainEqual(['navigateTo', { url: '/lists/list/index?listId=l1' }])
  })

  it('asks for the other views when they are looked at', async () => {
    await open([])
    expect(screen.getByText('现在没有进行中的接龙')).toBeTruthy()
    await tap('我的')
    expect(sent.map(({ input }) => input)).toEqual([{ which: 'running' }, { which: 'mine' }])
    expect(screen.getByText('您还没有接过龙')).toBeTruthy()
    await tap('看看进行中的')
    expect(sent.at(-1)?.input).toEqual({ which: 'running' })
  })

  it('leads owners to a list of their own', async () => {
    const roles = { isStaff: false, isManager: false, isOwner: false, communityOwner: true }
    rolesStore.setState({ data: { ...roles, displayName: '徐敏', stores: [] } })
    await open([])
    await tap('发起接龙')
    expect(phone.done).toContainEqual(['navigateTo', { url: '/list-desk/lists/index' }])
  })

  it('says so without network, and asks again', async () => {
    phone.answer = () => {
      throw new Error('request:fail')
    }
    render(<ListsTab />)
    await wait(25_000)
    await act(async () => {
      fireEvent.click(screen.getByText('再试一次'))
    })
    expect(screen.getByText('连不上网络')).toBeTruthy()
  })
})

async function open(lists: readonly ListCard[]): Promise<void> {
  phone.answer = (_feature, event) => {
    sent.push(event)
    return { ok: true, value: { serverNow: LIST_NOON, lists, nextCursor: null } }
  }
  render(<ListsTab />)
  await wait(100)
}

async function tap(words: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(words))
    await jest.advanceTimersByTimeAsync(100)
  })
}

async function wait(ms: number): Promise<void> {
  await act(() => jest.advanceTimersByTimeAsync(ms))
}
