import type { RefusalCode } from '@shared/refusal'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { api, type EndpointName, type InputAt, type OutputAt } from './api'
import { keep, kept } from './cache'

/** Why the newest answer is missing; the data of the answer before it stays. */
export interface Trouble {
  code: RefusalCode | 'OFFLINE'
  message: string
}

/** What a page shows of one read endpoint. */
export interface Shown<T> {
  data: T | null
  loading: boolean
  trouble: Trouble | null
}

export interface Reading<T, I> extends Shown<T> {
  /** Asks again; the answer asked for last wins, whatever order they arrive in. */
  load(input: I): Promise<void>
  /** Takes over what another answer told, e.g. a changed profile. */
  put(data: T): void
}

export type ReadingStore<N extends EndpointName> = StoreApi<Reading<OutputAt<N>, InputAt<N>>>

/**
 * A store for one read endpoint. With `keepAs`, the last answer is kept on the phone and shown at
 * the next start until the new one arrives; with `group` it is asked with the card's group.
 */
export function createReading<N extends EndpointName>(
  name: N,
  options: { keepAs?: string; group?: boolean } = {},
): ReadingStore<N> {
  const { keepAs, group = false } = options
  let newest = 0
  return createStore<Reading<OutputAt<N>, InputAt<N>>>((set) => ({
    data: keepAs ? kept<OutputAt<N>>(keepAs) : null,
    loading: false,
    trouble: null,
    async load(input) {
      newest += 1
      const mine = newest
      set({ loading: true })
      const reply = await api.call(name, input, { group })
      if (mine !== newest) return
      if (!reply.ok) {
        set({ loading: false, trouble: { code: reply.code, message: reply.message } })
        return
      }
      if (keepAs) keep(keepAs, reply.value)
      set({ data: reply.value, loading: false, trouble: null })
    },
    put(data) {
      if (keepAs) keep(keepAs, data)
      set({ data })
    },
  }))
}
