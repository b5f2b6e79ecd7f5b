import { api } from './api'
import { createSubmission } from './submission'

jest.mock('./api', () => ({ api: { call: jest.fn() } }))
const call = jest.mocked(api.call)

describe('a change that is confirmed on its own screen', () => {
  beforeEach(() => call.mockReset())

  it('is one request, however often the button is tapped', async () => {
    call.mockResolvedValue(answer)
    const store = opened()
    await Promise.all([store.getState().send(), store.getState().send()])
    expect(call).toHaveBeenCalledTimes(1)
    expect(store.getState().answer).toEqual(answer.value)
  })

  it.each(['OFFLINE', 'INTERNAL', 'BUSY'] as const)(
    'keeps its request id when it was told %s and the screen is opened again',
    async (code) => {
      call.mockResolvedValue({ ...lost, code })
      const store = opened()
      await store.getState().send()
      const first = store.getState().requestId
      expect(store.getState().refused?.code).toBe(code)
      store.getState().close()
      store.getState().open({ redemptionId: 'one' })
      expect(store.getState().requestId).toBe(first)
    },
  )

  it('is another request for another wish', async () => {
    call.mockResolvedValue(lost)
    const store = opened()
    await store.getState().send()
    const first = store.getState().requestId
    store.getState().open({ redemptionId: 'two' })
    expect(store.getState().requestId).not.toBe(first)
  })

  it('is another request after an answer', async () => {
    call.mockResolvedValue(answer)
    const store = opened()
    await store.getState().send()
    const first = store.getState().requestId
    store.getState().open({ redemptionId: 'one' })
    expect(store.getState().requestId).not.toBe(first)
  })

  it('keeps the sentence and the facts of a refusal', async () => {
    call.mockResolvedValue({
      ok: false,
      code: 'REDEMPTION_COLLECTED',
      message: '礼品已经取走，不能再取消',
      detail: { storeName: '梧桐店' },
      requestId: 'r',
    })
    const store = opened()
    await store.getState().send()
    expect(store.getState().refused).toEqual({
      code: 'REDEMPTION_COLLECTED',
      message: '礼品已经取走，不能再取消',
      detail: { storeName: '梧桐店' },
    })
    expect(store.getState().sending).toBe(false)
  })
})

const lost = { ok: false, code: 'OFFLINE', message: '', requestId: 'r' } as const
const answer = {
  ok: true,
  value: {
    redemptionId: 'one',
    state: 'cancelled',
    returnedPoints: 300,
    balancePoints: 500,
    cancelledAt: 0,
  },
} as const

function opened() {
  const store = createSubmission('mall.cancelRedemption')
  store.getState().open({ redemptionId: 'one' })
  return store
}
