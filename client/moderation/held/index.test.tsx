import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { decideStore, heldStore } from '../held.store'
import HeldPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: false, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const held = {
  ...{ heldId: 'h1', kind: 'communityRules', subjectId: 'east', field: 'text' },
  ...{ text: '加微信进内部群', authorName: '徐敏', at: 0 },
}

describe('texts that wait for a person', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    heldStore.setState(heldStore.getInitialState())
    decideStore.setState(decideStore.getInitialState())
  })

  it('are published by one yes', async () => {
    const sent = await open([held])
    expect(screen.getByText('群规')).toBeTruthy()
    await tap('通过')
    await tap('通过并发布')
    expect(decisionsIn(sent)).toEqual([{ heldId: 'h1', verdict: 'approve' }])
  })

  it('are sent back only with a reason, which the author reads', async () => {
    const sent = await open([held])
    await tap('不通过')
    await tap('退回')
    expect(decisionsIn(sent)).toEqual([])
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '请去掉微信号' } })
    await tap('退回')
    const reason = '请去掉微信号'
    expect(decisionsIn(sent)).toEqual([{ heldId: 'h1', verdict: 'reject', reason }])
  })

  it('are none most of the time', async () => {
    await open([])
    expect(screen.getByText('没有等着审的文字')).toBeTruthy()
  })
})

async function open(texts: object[]): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: me }
    if (event.action === 'held')
      return { ok: true, value: { serverNow: 0, texts, nextCursor: null } }
    const decided = { heldId: 'h1', state: 'approved', decidedByName: '顾明远', decidedAt: 0 }
    return { ok: true, value: decided }
  }
  await act(async () => {
    render(<HeldPage />)
  })
  return sent
}

function decisionsIn(sent: readonly CloudEvent[]): unknown[] {
  return sent.filter(({ action }) => action === 'decide').map(({ input }) => input)
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
