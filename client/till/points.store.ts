import { createStore } from 'zustand/vanilla'
import { api } from '../api'
import { newRequestId } from '../request-id'
import { billInputOf, tillStore } from '../session/till.store'
import type { Refused } from '../submission'

/** Asking the member, on her own phone, whether points may pay a part of this bill. */
interface PointsAsking {
  sending: boolean
  refused: Refused | null
  propose(points: number): Promise<void>
  /** What has she said by now? */
  look(): Promise<void>
  dismiss(): void
}

/** The same proposal after a lost answer is the same request. */
let unanswered: { asked: string; requestId: string } | null = null

export const pointsStore = createStore<PointsAsking>((set, get) => ({
  sending: false,
  refused: null,
  async propose(points) {
    const bill = billInputOf(tillStore.getState())
    if (!bill || get().sending) return
    const { receiptNo: _receipt, tillNo: _till, ...asked } = bill
    const input = { ...asked, paidPoints: points }
    const text = JSON.stringify(input)
    const requestId = unanswered?.asked === text ? unanswered.requestId : newRequestId()
    unanswered = { asked: text, requestId }
    set({ sending: true, refused: null })
    const reply = await api.call('purchases.proposePoints', input, { requestId })
    if (reply.ok) {
      unanswered = null
      set({ sending: false })
      tillStore.getState().setProposal(reply.value)
      return
    }
    const detail = 'detail' in reply && reply.detail ? reply.detail : {}
    set({ sending: false, refused: { code: reply.code, message: reply.message, detail } })
  },
  async look() {
    const { proposal } = tillStore.getState()
    if (proposal?.state !== 'waiting') return
    const { proposalId } = proposal
    const reply = await api.call('purchases.proposal', { proposalId })
    const { proposal: now, setProposal } = tillStore.getState()
    // Another bill or another member meanwhile: this answer is nobody's.
    if (now?.proposalId !== proposalId || !reply.ok) return
    if (reply.value.state !== now.state) setProposal(reply.value)
  },
  dismiss() {
    set({ refused: null })
  },
}))
