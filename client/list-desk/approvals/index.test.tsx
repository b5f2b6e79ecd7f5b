import { act, fireEvent, render, screen } from '@testing-library/react'
import { LIST_NOON } from '../../../dev/harness/list-shown'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { newGoodsStore, type OwnedList } from '../owned.store'
import ApprovalsPage from './index'

const manager = {
  ...{ isStaff: true, isManager: true, isOwner: false, communityOwner: false },
  ...{ displayName: '王店长', stores: [] },
}
const waiting: OwnedList = {
  ...{ listId: 'l1', title: '周六榴莲', state: 'waiting', textState: 'approved' },
  ...{ goodsState: 'held', cutOffAt: LIST_NOON, repeatsWeekly: false, isExtended: false },
  ...{ entryCount: 0, joinedCount: 0, amountFen: 0, unpaidCount: 0, uncollectedCount: 0 },
  ...{ ownerName: '徐敏', isOwn: true, communityName: null },
}

let sent: CloudEvent[] = []

it('asks for what waits for a word on its goods, and says that it was told', async () => {
  phone.reset()
  rolesStore.setState({ ...rolesStore.getInitialState(), data: manager })
  newGoodsStore.setState(newGoodsStore.getInitialState())
  sent = []
  let lists = [waiting]
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'owned') {
      return { ok: true, value: { serverNow: LIST_NOON, lists, nextCursor: null } }
    }
    lists = []
    return { ok: true, value: { listId: 'l1', state: 'running' } }
  }
  await act(async () => {
    render(<ApprovalsPage />)
  })
  expect(sent.find(({ action }) => action === 'owned')?.input).toEqual({ which: 'goods' })
  await tap('通过')
  await tap('通过并发布')
  expect(screen.getByText('已经告诉团长')).toBeTruthy()
  await tap('知道了')
  expect(screen.getByText('没有待审的商品')).toBeTruthy()
})

async function tap(words: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(words))
  })
}
