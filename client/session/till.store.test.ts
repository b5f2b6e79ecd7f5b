import { quotedBill, scannedMember, settledBill } from '../../dev/harness/till-answers'
import { api } from '../api'
import { deskStore } from './desk.store'
import { pendingStore } from './pending.store'
import { billInputOf, tillStore } from './till.store'
import { nothingTyped } from './typed-bill'

jest.mock('../api', () => ({ api: { call: jest.fn() } }))
const call = jest.mocked(api.call)

describe('the till', () => {
  beforeEach(() => {
    jest.useFakeTimers()
    call.mockReset()
    call.mockResolvedValue(lost)
    tillStore.getState().open(scanned)
  })
  afterEach(() => jest.useRealTimers())

  it('asks for the figures once the typing pauses, not at every key', async () => {
    call.mockResolvedValue(quoted)
    type('4550')
    expect(call).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(400)
    expect(call).toHaveBeenCalledTimes(1)
    expect(call.mock.calls[0]?.[1]).toMatchObject({ billFen: 455_000, excludedFen: 0 })
    expect(tillStore.getState().quote?.earnPoints).toBe(45)
  })

  it('shows no figures of an amount that was typed over meanwhile', async () => {
    let answer = (_: unknown) => {}
    call.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    type('45')
    await jest.advanceTimersByTimeAsync(400)
    type('0')
    answer(quoted)
    await jest.advanceTimersByTimeAsync(10)
    expect(tillStore.getState().quote).toBeNull()
  })

  it('leaves off what staff chose, of this bill and of no other', async () => {
    call.mockResolvedValue(quoted)
    type('45')
    tillStore.getState().change({ roundOffFen: 60 })
    expect(billInputOf(tillStore.getState())).toMatchObject({ billFen: 4500, roundOffFen: 60 })
    await jest.advanceTimersByTimeAsync(400)
    expect(call.mock.calls.at(-1)?.[1]).toMatchObject({ roundOffFen: 60 })
    type('0')
    expect(billInputOf(tillStore.getState())).not.toHaveProperty('roundOffFen')
  })

  it('books once, however often the button is tapped', async () => {
    call.mockResolvedValue(settled)
    type('45')
    await Promise.all([tillStore.getState().settle(), tillStore.getState().settle()])
    const settles = call.mock.calls.filter(([name]) => name === 'purchases.settle')
    expect(settles).toHaveLength(1)
    expect(tillStore.getState().answer?.earnedPoints).toBe(45)
    expect(deskStore.getState().lastScans[0]?.text).toBe('¥45.00，得 45 积分')
  })

  it('asks about a repeat, and books it under the same request when it is none', async () => {
    call.mockResolvedValueOnce(repeated)
    type('45')
    await tillStore.getState().settle()
    expect(tillStore.getState().refused?.code).toBe('PURCHASE_REPEAT')
    call.mockResolvedValueOnce(settled)
    await tillStore.getState().settle(true)
    const [first, second] = call.mock.calls
    expect(second?.[1]).toMatchObject({ billFen: 4500, repeatConfirmed: true })
    expect(second?.[2]).toEqual(first?.[2])
  })

  it('never settles without network: the purchase is put aside under its request id', async () => {
    const { requestId } = tillStore.getState()
    type('45')
    await tillStore.getState().settle()
    expect(tillStore.getState().answer).toBeNull()
    expect(tillStore.getState().putAside).toBe(true)
    const [waiting] = pendingStore.getState().purchases.slice(-1)
    expect(waiting).toMatchObject({ requestId, maskedName: '林**', input: { billFen: 4500 } })
  })

  it('sends lines and freight, and keeps them on what is put aside', async () => {
    const lines = [
      { title: '梨', amount: '30', isExcluded: false, category: '水果' },
      { title: '', amount: '15', isExcluded: true, category: '' },
    ]
    tillStore.getState().change({ typed: { ...nothingTyped, freight: '8', lines } })
    type('9')
    await jest.advanceTimersByTimeAsync(400)
    const bill = { billFen: 4500, excludedFen: 1500, freightFen: 800 }
    expect(call.mock.calls.at(-1)?.[1]).toMatchObject(bill)
    await tillStore.getState().settle()
    const [waiting] = pendingStore.getState().purchases.slice(-1)
    expect(waiting?.input).toMatchObject({
      ...bill,
      lines: [{ title: '梨', category: '水果' }, { title: '商品 2' }],
    })
    expect(deskStore.getState().lastScans[0]?.text).toBe('¥53.00，待确认')
  })

  it('tells of a used code when the figures come, not when all is typed', async () => {
    call.mockResolvedValue(codeUsed)
    type('45')
    await jest.advanceTimersByTimeAsync(400)
    expect(tillStore.getState().refused).toMatchObject({ code: 'CODE_USED', message: '用过了' })
    tillStore.getState().dismiss()
    expect(tillStore.getState().quoteTrouble?.message).toBe('用过了')
  })

  it('takes no figures that come late for a refusal of what it has just booked', async () => {
    call.mockImplementation(async (endpoint) =>
      endpoint === 'purchases.settle' ? settled : codeUsed,
    )
    type('45')
    await tillStore.getState().settle()
    await jest.advanceTimersByTimeAsync(400)
    expect(tillStore.getState()).toMatchObject({ answer: settled.value, refused: null })
  })

  it('settles with the points that the member has confirmed, and quotes them', async () => {
    type('40')
    tillStore.getState().setProposal(proposal)
    await tillStore.getState().settle()
    expect(call).not.toHaveBeenCalledWith('purchases.settle', expect.anything(), expect.anything())
    tillStore.getState().setProposal({ ...proposal, state: 'confirmed' })
    await jest.advanceTimersByTimeAsync(400)
    expect(call.mock.calls.at(-1)?.[1]).toMatchObject({ billFen: 4_000, paidPoints: 500 })
    call.mockResolvedValue(settled)
    await tillStore.getState().settle()
    expect(call.mock.calls.at(-1)?.[1]).toMatchObject({ billFen: 4_000, proposalId: 'p1' })
  })

  it('asks her again for another amount', () => {
    type('40')
    tillStore.getState().setProposal({ ...proposal, state: 'confirmed' })
    type('1')
    expect(tillStore.getState().proposal).toBeNull()
  })

  it('puts no purchase aside that points pay a part of: her yes is good for minutes', async () => {
    pendingStore.setState({ purchases: [] })
    type('40')
    tillStore.getState().setProposal({ ...proposal, state: 'confirmed' })
    await tillStore.getState().settle()
    expect(tillStore.getState()).toMatchObject({ putAside: false, refused: { code: 'OFFLINE' } })
    expect(pendingStore.getState().purchases).toEqual([])
  })

  it('takes no key while the purchase is on its way', async () => {
    type('45')
    const sending = tillStore.getState().settle()
    type('9')
    expect(tillStore.getState().typed.bill).toBe('45')
    await sending
  })

  it('starts afresh with the next member, and keeps the number of the till', () => {
    type('45')
    tillStore.getState().change({ tillNo: 'A1' })
    expect(billInputOf(tillStore.getState())).toMatchObject({ tillNo: 'A1' })
    tillStore.getState().change({ couponIds: ['c1'], receiptNo: '7', tillNo: 'A1' })
    const before = tillStore.getState().requestId
    tillStore.getState().open(scanned)
    expect(tillStore.getState()).toMatchObject({
      typed: nothingTyped,
      couponIds: [],
      receiptNo: '',
      tillNo: 'A1',
    })
    expect(tillStore.getState().requestId).not.toBe(before)
  })
})

function type(keys: string): void {
  for (const key of keys) {
    if (/^\d$/.test(key)) tillStore.getState().press(digits[Number(key)] ?? '0')
  }
}

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

const proposal = {
  state: 'waiting',
  ...{ serverNow: 0, proposalId: 'p1', storeName: '梧桐里店', points: 500, offFen: 500 },
  ...{ billFen: 4_000, payableFen: 3_500, untilAt: 300_000 },
} as const

const lost = { ok: false, code: 'OFFLINE', message: '', requestId: 'r' } as const

const codeUsed = { ok: false, code: 'CODE_USED', message: '用过了', requestId: 'r' } as const

const repeated = {
  ok: false,
  code: 'PURCHASE_REPEAT',
  message: '',
  detail: { settledAt: 0, billFen: 4500 },
  requestId: 'r',
} as const

const scanned = scannedMember()
const quoted = { ok: true, value: quotedBill() } as const
const settled = { ok: true, value: settledBill() } as const
