import { api } from '../api'
import { codeStore } from './code.store'
import { answerProposal, proposalStore } from './proposal.store'

jest.mock('../api', () => ({ api: { call: jest.fn() } }))
const call = jest.mocked(api.call)

const proposal = {
  state: 'waiting',
  ...{ serverNow: 0, proposalId: 'p1', storeName: '东店', points: 500 },
  ...{ offFen: 500, billFen: 4_000, payableFen: 3_500, untilAt: 300_000 },
} as const

describe('her word on points that the clerk proposes', () => {
  beforeEach(() => {
    call.mockReset()
    codeStore.getState().put({
      ...{
        serverNow: 0,
        memberCode: '',
        codes: [],
        nickname: '',
        avatar: 'preset:peach',
        balancePoints: 600,
      },
      ...{ usableCouponCount: 0, lastSettled: null, proposal },
    })
  })

  it('shows at once when she has said yes', async () => {
    call.mockResolvedValue({ ok: true, value: { ...proposal, state: 'confirmed' } })
    await answerProposal('p1', true)
    expect(call.mock.calls[0]?.slice(0, 2)).toEqual([
      'purchases.answerProposal',
      { proposalId: 'p1', agrees: true },
    ])
    expect(codeStore.getState().data?.proposal?.state).toBe('confirmed')
  })

  it('goes away when she has said no', async () => {
    call.mockResolvedValue({ ok: true, value: { ...proposal, state: 'declined' } })
    await answerProposal('p1', false)
    expect(codeStore.getState().data?.proposal).toBeNull()
  })

  it('keeps asking her when the answer was lost, under the same request id', async () => {
    call.mockResolvedValue({ ok: false, code: 'OFFLINE', message: '网络不通', requestId: 'r' })
    await answerProposal('p1', true)
    await answerProposal('p1', true)
    expect(codeStore.getState().data?.proposal?.state).toBe('waiting')
    expect(proposalStore.getState().refused?.code).toBe('OFFLINE')
    const [first, second] = call.mock.calls
    expect(second?.[2]).toEqual(first?.[2])
  })
})
