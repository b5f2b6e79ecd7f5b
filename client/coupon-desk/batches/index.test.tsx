import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { batchesStore, voidStore } from '../batches.store'
import BatchesPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: false, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const batch = {
  ...{ batchId: 'b1', kind: 'issue', title: '满30减5', reason: '店庆回馈', authorName: '顾明远' },
  ...{ at: 0, state: 'issued', issuedCount: 40, usedCount: 6, voidedCount: 0, voided: null },
  mayVoid: true,
}

describe('batches of coupons', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    batchesStore.setState(batchesStore.getInitialState())
    voidStore.setState(voidStore.getInitialState())
  })

  it('are withdrawn with a reason, and only what was not used', async () => {
    const sent = await open([batch])
    await tap('满30减5')
    expect(screen.getByText('34 张')).toBeTruthy()
    await tap('作废没用过的')
    expect(voidsIn(sent)).toEqual([])
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '面额写错' } })
    await tap('作废没用过的')
    expect(voidsIn(sent)).toEqual([{ batchId: 'b1', reason: '面额写错' }])
  })

  it('are asked of no more once they are withdrawn', async () => {
    const voided = { at: 0, reason: '面额写错', byName: '沈佳怡' }
    await open([{ ...batch, state: 'void', voidedCount: 34, voided }])
    await tap('满30减5')
    expect(screen.queryByText('作废没用过的')).toBeNull()
    expect(screen.getByText('已用 6 张 · 作废 34 张')).toBeTruthy()
  })
})

async function open(batches: object[]): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: me }
    if (event.action === 'batches') {
      return { ok: true, value: { serverNow: 0, batches, nextCursor: null } }
    }
    return { ok: true, value: { batchId: 'b1', voidedAt: 0, reason: '面额写错' } }
  }
  await act(async () => {
    render(<BatchesPage />)
  })
  return sent
}

function voidsIn(sent: readonly CloudEvent[]): unknown[] {
  return sent.filter(({ action }) => action === 'voidBatch').map(({ input }) => input)
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getAllByText(label)[0] ?? document.body)
  })
}
