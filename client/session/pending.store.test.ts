import { settledBill } from '../../dev/harness/till-answers'
import { api } from '../api'
import { type PendingPurchase, pendingStore } from './pending.store'

jest.mock('../api', () => ({ api: { call: jest.fn() } }))
const call = jest.mocked(api.call)

describe('purchases that wait for the network', () => {
  beforeEach(() => {
    call.mockReset()
    pendingStore.setState({ purchases: [], booked: null, resumed: null, sending: false })
  })

  it('go out the oldest first, each under the request id of its till', async () => {
    add('first', 'second')
    call.mockResolvedValue(settled)
    await pendingStore.getState().flush()
    expect(call.mock.calls.map(([, , options]) => options?.requestId)).toEqual(['first', 'second'])
    expect(pendingStore.getState().purchases).toEqual([])
    expect(pendingStore.getState().booked?.purchaseId).toBe('p1')
  })

  it('stay while the network is away, and are not tried one after the other', async () => {
    add('first', 'second')
    call.mockResolvedValue(lost)
    await pendingStore.getState().flush()
    expect(call).toHaveBeenCalledTimes(1)
    expect(ids()).toEqual(['first', 'second'])
  })

  it('are sent by one call only, also when two are asked for at once', async () => {
    add('first')
    call.mockResolvedValue(settled)
    await Promise.all([pendingStore.getState().flush(), pendingStore.getState().flush()])
    expect(call).toHaveBeenCalledTimes(1)
  })

  it('wait for the clerk when they are refused, and hold up nobody', async () => {
    add('first', 'second')
    call.mockResolvedValueOnce(refusedWith('TICKET_EXPIRED')).mockResolvedValueOnce(settled)
    await pendingStore.getState().flush()
    expect(ids()).toEqual(['first'])
    expect(pendingStore.getState().purchases[0]?.refused?.code).toBe('TICKET_EXPIRED')
    await pendingStore.getState().flush()
    expect(call).toHaveBeenCalledTimes(2)
  })

  it('are booked after the clerk said that they are no repeat', async () => {
    add('first')
    call.mockResolvedValueOnce(refusedWith('PURCHASE_REPEAT')).mockResolvedValueOnce(settled)
    await pendingStore.getState().flush()
    await pendingStore.getState().confirmRepeat('first')
    expect(call.mock.calls[1]?.[1]).toMatchObject({ billFen: 4500, repeatConfirmed: true })
    expect(call.mock.calls[1]?.[2]).toEqual({ requestId: 'first' })
    expect(ids()).toEqual([])
  })

  it('leave the note of a resumed one only when its own member was settled', () => {
    add('first')
    pendingStore.getState().resume('first')
    pendingStore.getState().endResumed('王*')
    expect(ids()).toEqual(['first'])
    pendingStore.getState().endResumed('林**')
    expect(ids()).toEqual([])
    expect(pendingStore.getState().resumed).toBeNull()
  })
})

function ids(): string[] {
  return pendingStore.getState().purchases.map(({ requestId }) => requestId)
}

function add(...requestIds: string[]): void {
  for (const requestId of requestIds) {
    const input: PendingPurchase['input'] = { ticket: 'ticket-of-the-scan', billFen: 4500 }
    pendingStore.getState().add({ requestId, input, maskedName: '林**', typedAt: 0 })
  }
}

const lost = { ok: false, code: 'OFFLINE', message: '', requestId: 'r' } as const

function refusedWith(code: 'TICKET_EXPIRED' | 'PURCHASE_REPEAT') {
  return { ok: false, code, message: '', requestId: 'r' } as const
}

const settled = { ok: true, value: settledBill() } as const
