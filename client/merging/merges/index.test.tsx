import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { noteServerNow } from '../../clock'
import { rolesStore } from '../../session/roles.store'
import { mergeStore, mergesStore, previewStore, undoStore } from '../merges.store'
import MergesPage from './index'

const mergedAt = Date.parse('2026-11-21T02:00:00Z')

describe('merging members', () => {
  beforeEach(() => {
    phone.reset()
    noteServerNow(mergedAt)
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    mergesStore.setState(mergesStore.getInitialState())
    previewStore.setState(previewStore.getInitialState())
    mergeStore.setState(mergeStore.getInitialState())
    undoStore.setState(undoStore.getInitialState())
  })

  it('shows what moves before it is confirmed with a reason', async () => {
    const sent = await open([])
    await type('转出会员', '12345678')
    await type('保留会员', '87654321')
    await tap('看看会转移什么')
    expect(screen.getByText('券 1 · 兑换 2 · 消费 3')).toBeTruthy()
    expect(screen.getByText('205 积分')).toBeTruthy()
    await type('原因', '换了手机号')
    await tap('确认合并')
    const input = { fromNumber: '12345678', toNumber: '87654321', reason: '换了手机号' }
    expect(inputsOf(sent, 'merge')).toEqual([input])
    expect(screen.getByText('已合并')).toBeTruthy()
  })

  it('lists merges with until when they can be undone, and undoes one', async () => {
    const sent = await open([merge])
    expect(screen.getByText('11-28 10:00 前可撤销')).toBeTruthy()
    await tap('林** 并入 林**')
    await tap('撤销合并')
    expect(inputsOf(sent, 'undo')).toEqual([{ mergeId: 'm1' }])
    expect(screen.getByText('已撤销')).toBeTruthy()
  })
})

const me = {
  isStaff: true,
  isManager: true,
  isOwner: false,
  communityOwner: false,
  displayName: '顾明远',
  stores: [],
}
const merge = {
  mergeId: 'm1',
  fromName: '林**',
  toName: '林**',
  points: 160,
  debtPoints: 0,
  reason: '换了手机号',
  state: 'merged',
  mergedAt,
  mergedByName: '顾明远',
  undoUntilAt: mergedAt + 7 * 86_400_000,
  undoneAt: null,
}
const side = { maskedName: '林**', avatar: 'preset:leaf', joinedOn: '2026-01-02' }
const preview = {
  serverNow: mergedAt,
  from: { ...side, balancePoints: 160, debtPoints: 0 },
  into: { ...side, balancePoints: 45, debtPoints: 0 },
  afterBalancePoints: 205,
  afterDebtPoints: 0,
  couponCount: 1,
  purchaseCount: 3,
  redemptionCount: 2,
}

async function open(merges: object[]): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  const answers: Record<string, object> = {
    me,
    preview,
    merge,
    undo: { ...merge, state: 'undone', undoneAt: mergedAt },
    merges: { serverNow: mergedAt, merges, nextCursor: null },
  }
  phone.answer = (_feature, event) => {
    sent.push(event)
    return { ok: true, value: answers[event.action] }
  }
  await act(async () => {
    render(<MergesPage />)
  })
  return sent
}

function inputsOf(sent: readonly CloudEvent[], action: string): unknown[] {
  return sent.filter((event) => event.action === action).map(({ input }) => input)
}

async function type(label: string, text: string): Promise<void> {
  await act(async () => {
    fireEvent.input(screen.getByLabelText(label), { target: { value: text } })
  })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
