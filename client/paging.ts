import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Reply } from './api'
import type { Trouble } from './reading'

export interface Page {
  nextCursor: string | null
}

/** A list read page by page. What stands at the head of the first page stays at its head. */
export interface Paged<T extends Page, R, Q> {
  /** The newest first page; null before the first answer. */
  head: T | null
  rows: readonly R[]
  nextCursor: string | null
  loading: boolean
  loadingMore: boolean
  trouble: Trouble | null
  /** Why the next page did not come; the rows above stay. */
  moreTrouble: Trouble | null
  /** Reads the first page again; another query empties the list. */
  load(query: Q): Promise<void>
  /** Reads the next page, if there is one and none is under way. */
  more(): Promise<void>
  /** Changes the rows by what an answer told, e.g. a refund. */
  change(turn: (row: R) => R): void
}

export type PagedStore<T extends Page, R, Q> = StoreApi<Paged<T, R, Q>>

export interface PagedSource<T extends Page, R, Q> {
  ask(query: Q, cursor: string | undefined): Promise<Reply<T>>
  rowsOf(page: T): readonly R[]
}

/** A store for one paged endpoint: the first page, then the pages after its cursor. */
export function createPaged<T extends Page, R, Q>(
  source: PagedSource<T, R, Q>,
  firstQuery: Q,
): PagedStore<T, R, Q> {
  let newest = 0
  let query = firstQuery
  return createStore<Paged<T, R, Q>>((set, get) => ({
    head: null,
    rows: [],
    nextCursor: null,
    loading: false,
    loadingMore: false,
    trouble: null,
    moreTrouble: null,
    async load(wanted) {
      newest += 1
      const mine = newest
      const isOther = JSON.stringify(wanted) !== JSON.stringify(query)
      query = wanted
      set({ loading: true, loadingMore: false, ...(isOther ? { rows: [], nextCursor: null } : {}) })
      const reply = await source.ask(wanted, undefined)
      if (mine !== newest) return
      if (!reply.ok) {
        set({ loading: false, trouble: { code: reply.code, message: reply.message } })
        return
      }
      const { nextCursor } = reply.value
      const rows = source.rowsOf(reply.value)
      set({ head: reply.value, rows, nextCursor, loading: false, trouble: null, moreTrouble: null })
    },
    async more() {
      const { nextCursor, loading, loadingMore } = get()
      if (nextCursor === null || loading || loadingMore) return
      const mine = newest
      set({ loadingMore: true, moreTrouble: null })
      const reply = await source.ask(query, nextCursor)
      if (mine !== newest) return
      if (!reply.ok) {
        const moreTrouble = { code: reply.code, message: reply.message }
        set({ loadingMore: false, moreTrouble })
        return
      }
      const rows = [...get().rows, ...source.rowsOf(reply.value)]
      set({ rows, nextCursor: reply.value.nextCursor, loadingMore: false })
    },
    change(turn) {
      set({ rows: get().rows.map(turn) })
    },
  }))
}
