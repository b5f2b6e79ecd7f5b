import { act, fireEvent, render, screen } from '@testing-library/react'
import { listShown } from '../../../dev/harness/list-shown'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import ArrivalPage from './index'

const owner = {
  ...{ isStaff: false, isManager: false, isOwner: false, communityOwner: true },
  ...{ displayName: '徐敏', stores: [] },
}
const berries = {
  ...{ itemId: 'i1', name: '草莓', spec: null, unit: 'piece', quantity: 25, amountFen: 49_750 },
}
const ordered = { itemId: 'i1', name: '草莓', spec: null, unit: 'piece', orderedQuantity: 25 }
const totals = {
  ...{ items: [berries], points: [], entryCount: 20, amountFen: 49_750, waitingCount: 0 },
  arrivals: [{ ...ordered, arrivedQuantity: null }],
}
const allocation = (entryNo: number, gotCount: number, releasedCount: number) => ({
  ...{ entryId: `e${entryNo}`, entryNo, itemId: 'i1', gotCount, releasedCount },
})

let sent: CloudEvent[] = []

describe('what arrived', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { listId: 'l1' }
    rolesStore.setState({ ...rolesStore.getInitialState(), data: owner })
    sent = []
  })

  it('is typed, looked at once more, and shared out by the published rule', async () => {
    await open()
    expect(screen.getByText('订了 25 份')).toBeTruthy()
    fireEvent.input(screen.getByLabelText('草莓到了多少'), { target: { value: '18' } })
    expect(screen.getByText('少 7 份')).toBeTruthy()
    await tap('登记到货')
    expect(sent.some(({ action }) => action === 'arrive')).toBe(false)
    await tap('登记并通知邻居')
    expect(sent.at(-1)?.input).toEqual({
      ...{ listId: 'l1', items: [{ itemId: 'i1', arrivedCount: 18 }] },
    })
    expect(screen.getByText('第 2 位 · 草莓')).toBeTruthy()
    expect(screen.getByText('分到 6，少 7')).toBeTruthy()
    expect(screen.queryByText('第 1 位 · 草莓')).toBeNull()
    expect(screen.getByText('17 人')).toBeTruthy()
  })

  it('says who was told of it and who not yet, page by page', async () => {
    await open()
    await tap('登记到货')
    await tap('登记并通知邻居')
    await tap('看看都有谁')
    expect(screen.getByText('1. 王姐')).toBeTruthy()
    expect(screen.getByText('没到齐，还没通知')).toBeTruthy()
    await tap('查看更多')
    expect(screen.getByText('21. 李姐')).toBeTruthy()
    expect(sent.at(-1)?.input).toEqual({ listId: 'l1', cursor: '20' })
  })

  it('is told and not typed again where it was typed before', async () => {
    const melon = { ...ordered, itemId: 'i2', name: '西瓜', unit: 'jin', orderedQuantity: 7.5 }
    const arrivals = [
      { ...ordered, arrivedQuantity: 18 },
      { ...melon, arrivedQuantity: null },
    ]
    await open({ ...totals, arrivals, items: [{ ...berries, quantity: 17 }] })
    expect(screen.getByText('订了 25 份')).toBeTruthy()
    expect(screen.getByText('到了 18 份')).toBeTruthy()
    expect(screen.queryByLabelText('草莓到了多少')).toBeNull()
    await tap('登记到货')
    await tap('登记并通知邻居')
    expect(sent.at(-1)?.input).toEqual({
      ...{ listId: 'l1', items: [{ itemId: 'i2', arrivedCount: 7.5 }] },
    })
  })

  it('cannot be more than was ordered', async () => {
    await open()
    fireEvent.input(screen.getByLabelText('草莓到了多少'), { target: { value: '26' } })
    expect(screen.getByText('数量不对，请核对')).toBeTruthy()
  })
})

/** Two pages of them. */
function reachedAfter({ cursor }: { readonly cursor?: string }) {
  if (cursor) return { entries: [{ entryNo: 21, name: '李姐', way: 'inbox' }], nextCursor: null }
  return { entries: [{ entryNo: 1, name: '王姐', way: 'notYet' }], nextCursor: '20' }
}

async function open(shown: object = totals): Promise<void> {
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'totals') return { ok: true, value: shown }
    if (event.action === 'show') return { ok: true, value: listShown() }
    if (event.action === 'reached') return { ok: true, value: reachedAfter(Object(event.input)) }
    const allocations = [allocation(1, 12, 0), allocation(2, 6, 7)]
    return { ok: true, value: { allocations, reached: { permitCount: 3, inboxCount: 17 } } }
  }
  await act(async () => {
    render(<ArrivalPage />)
  })
}

async function tap(words: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(words))
  })
}
