import { act, fireEvent, render, screen } from '@testing-library/react'
import { LIST_NOON } from '../../../dev/harness/list-shown'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { noteServerNow } from '../../clock'
import { rolesStore } from '../../session/roles.store'
import ListEditPage from './index'

const owner = {
  ...{ isStaff: false, isManager: false, isOwner: false, communityOwner: true },
  ...{ displayName: '徐敏', stores: [] },
}
const terms = {
  ...{ pickupDays: 3, commissionPercent: 5 },
  stores: [{ storeId: 'wutong', name: '梧桐里店' }],
}

let sent: CloudEvent[] = []
let communities: object[] = []

describe('writing a list', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: LIST_NOON })
    noteServerNow(LIST_NOON)
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: owner })
    sent = []
    communities = []
    phone.answer = (_feature, event) => {
      sent.push(event)
      if (event.action === 'terms') return { ok: true, value: terms }
      if (event.action === 'mine') {
        return { ok: true, value: { serverNow: LIST_NOON, communities } }
      }
      return { ok: true, value: { listId: 'l1', items: [], pickupPoints: [] } }
    }
  })
  afterEach(() => jest.useRealTimers())

  it('takes a title, a thing and its price, saves itself and leads to the preview', async () => {
    await act(async () => {
      render(<ListEditPage />)
      await jest.advanceTimersByTimeAsync(100)
    })
    expect(screen.getByText('起个名字')).toBeTruthy()
    await fill('标题', '周三小龙虾')
    await fill('名称', '清水小龙虾', 0)
    await fill('价格（元）', '39.9')
    await act(async () => {
      await jest.advanceTimersByTimeAsync(1_500)
    })
    expect(screen.getByText('草稿已保存')).toBeTruthy()
    const made = sent.find(({ action }) => action === 'create')
    expect(made?.input).toMatchObject({
      ...{ title: '周三小龙虾', items: [{ name: '清水小龙虾', priceFen: 3_990 }] },
      pickupPoints: [{ name: '梧桐里店', storeId: 'wutong' }],
    })
    await act(async () => {
      fireEvent.click(screen.getByText('预览并发布'))
      await jest.advanceTimersByTimeAsync(100)
    })
    expect(phone.done).toContainEqual(['navigateTo', { url: '/list-desk/preview/index?listId=l1' }])
  })

  it('is of her only community unless she says of none', async () => {
    communities = [{ communityId: 'east', name: '东街群', isPaused: false }]
    await act(async () => {
      render(<ListEditPage />)
      await jest.advanceTimersByTimeAsync(100)
    })
    expect(isChosen('东街群')).toBe(true)
    await act(async () => {
      fireEvent.click(screen.getByText('不分社群'))
    })
    expect([isChosen('东街群'), isChosen('不分社群')]).toEqual([false, true])
    await fill('标题', '周三小龙虾')
    await fill('名称', '清水小龙虾', 0)
    await fill('价格（元）', '39.9')
    await act(async () => {
      await jest.advanceTimersByTimeAsync(1_500)
    })
    expect(sent.find(({ action }) => action === 'create')?.input).toMatchObject({
      communityId: null,
    })
  })
})

function isChosen(words: string): boolean {
  return screen.getByText(words).getAttribute('aria-checked') === 'true'
}

async function fill(label: string, value: string, place = 0): Promise<void> {
  await act(async () => {
    const field = screen.getAllByLabelText(label)[place]
    if (field) fireEvent.input(field, { target: { value } })
  })
}
