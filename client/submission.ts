import type { RefusalDetail } from '@shared/refusal'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { api, type EndpointName, type InputAt, type OutputAt } from './api'
import type { Trouble } from './reading'
import { newRequestId } from './request-id'

export interface Refused extends Trouble {
  detail: RefusalDetail
}

/** What a confirm screen shows of the one change that it asks for. */
export interface Submission<T, I> {
  /** What is being confirmed; null while the screen is closed. */
  wish: I | null
  requestId: string
  sending: boolean
  refused: Refused | null
  answer: T | null
  /** Opens the confirm screen: from here to the answer it is one request. */
  open(wish: I): void
  close(): void
  /** Sends the wish, or the wish with changes that mean the same; a second tap does nothing. */
  send(changed?: I): Promise<void>
}

export type SubmissionStore<N extends EndpointName> = StoreApi<Submission<OutputAt<N>, InputAt<N>>>

/**
 * A store for one endpoint that changes something. Closing the screen after a lost answer and
 * opening it for the same wish goes on with the same request id, so that nothing happens twice.
 * With `group` it is sent with the group of the card that she came by.
 */
export function createSubmission<N extends EndpointName>(
  name: N,
  { group = false }: { group?: boolean } = {},
): SubmissionStore<N> {
  let unanswered: { wish: string; requestId: string } | null = null
  return createStore<Submission<OutputAt<N>, InputAt<N>>>((set, get) => ({
    wish: null,
    requestId: '',
    sending: false,
    refused: null,
    answer: null,
    open(wish) {
      const asText = JSON.stringify(wish)
      const requestId = unanswered?.wish === asText ? unanswered.requestId : newRequestId()
      set({ wish, requestId, sending: false, refused: null, answer: null })
    },
    close() {
      set({ wish: null, refused: null, answer: null })
    },
    async send(changed) {
      const { wish: opened, requestId, sending } = get()
      const wish = changed ?? opened
      if (wish === null || sending) return
      unanswered = { wish: JSON.stringify(opened), requestId }
      set({ sending: true, refused: null })
      const reply = await api.call(name, wish, { requestId, group })
      if (reply.ok) {
        unanswered = null
        set({ sending: false, answer: reply.value })
        return
      }
      if (!mayHaveHappened(reply.code)) unanswered = null
      const detail = 'detail' in reply && reply.detail ? reply.detail : {}
      set({ sending: false, refused: { code: reply.code, message: reply.message, detail } })
    },
  }))
}

/**
 * No answer to what was asked: the change may have happened, or be under way, as with a `BUSY` from
 * a call that found another one of the same request still at it.
 */
function mayHaveHappened(code: Refused['code']): boolean {
  return code === 'OFFLINE' || code === 'INTERNAL' || code === 'BUSY'
}
