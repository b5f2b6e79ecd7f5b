import { act, fireEvent, render, screen } from '@testing-library/react'
import { LIST_NOON } from '../../../dev/harness/list-shown'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { type OwnedList, ownedStore } from '../owned.store'
import KeptListPage from './index'

const owner = {
  ...{ isStaff: false, isManager: false, isOwner: false, communityOwner: true },
  ...{ displayName: '徐敏', stores: [] },
}
const list: OwnedList = {
  ...{ listId: 'l1', title: '周六草莓', state: 'running', textState: 'approved' },
  goodsState: 'approved',
  ...{ cutOffAt: LIST_NOON + 3_600_000, repeatsWeekly: false, isExtended: false },
  ...{ entryCount: 12, joinedCount: 12, amountFen: 39_800, unpaidCount: 0, uncollectedCount: 0 },
  ...{ ownerName: '徐敏', isOwn: true, communityName: null },
}

let sent: CloudEvent[] = []

describe('one of her lists', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { listId: 'l1' }
    rolesStore.setState({ ...rolesStore.getInitialState(), data: owner })
    ownedStore.setState(ownedStore.getInitialState())
    sent = []
  })

  it('closes only after it was asked once more', async () => {
    await open([list])
    await tap('现在截单')
    expect(screen.getByText('现在截单？')).toBeTruthy()
    expect(sent.some(({ action }) => action === 'close')).toBe(false)
    await act(async () => {
      fireEvent.click(document.querySelector('.list-close-confirm') as Element)
    })
    expect(sent.find(({ action }) => action === 'close')?.input).toEqual({ listId: 'l1' })
    expect(screen.queryByText('现在截单？')).toBeNull()
  })

  it('makes a draft of it with one tap more, and leads there', async () => {
    await open([list])
    await tap('再来一单')
    await tap('复制成草稿')
    expect(phone.done).toContainEqual(['navigateTo', { url: '/list-desk/edit/index?listId=l2' }])
  })

  it('saves its sheets as a file that the server made', async () => {
    await open([list])
    await tap('导出表格')
    await tap('没付的')
    await tap('CSV')
    await tap('导出')
    expect(sent.at(-1)?.input).toEqual({ listId: 'l1', sheet: 'unpaid', format: 'csv' })
  })

  it('says so when it is not among hers', async () => {
    await open([])
    expect(screen.getByText('没有找到这条接龙')).toBeTruthy()
  })
})

async function open(lists: readonly OwnedList[]): Promise<void> {
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'owned') {
      return { ok: true, value: { serverNow: LIST_NOON, lists, nextCursor: null } }
    }
    if (event.action === 'export') {
      return { ok: false, code: 'INTERNAL', message: '请稍后再试', requestId: 'r' }
    }
    return { ok: true, value: { listId: 'l2', cutOffAt: LIST_NOON } }
  }
  await act(async () => {
    render(<KeptListPage />)
  })
}

async function tap(words: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(words))
  })
}
