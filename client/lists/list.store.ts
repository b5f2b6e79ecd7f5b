import { createStore } from 'zustand/vanilla'
import { api, type OutputAt } from '../api'
import type { Trouble } from '../reading'
import { createSubmission } from '../submission'
import { mergedRows, type ShownEntry } from './rows'

export type ListShown = OutputAt<'lists.show'>
export type ShownItem = ListShown['items'][number]
export type MyEntry = NonNullable<ListShown['mine']>

interface OpenList {
  listId: string
  /** All but its rows, as the newest answer told it. */
  head: ListShown | null
  /** By number, as far as they were read. */
  rows: readonly ShownEntry[]
  /** Where the next page begins; null when all are there. */
  nextCursor: string | null
  /** Where the last page that was read begins: it is read again when there are more. */
  lastCursor: string | null
  loading: boolean
  loadingMore: boolean
  trouble: Trouble | null
  moreTrouble: Trouble | null
}

export const listStore = createStore<OpenList>(() => ({
  listId: '',
  head: null,
  rows: [],
  nextCursor: null,
  lastCursor: null,
  loading: false,
  loadingMore: false,
  trouble: null,
  moreTrouble: null,
}))

export const joinShopStore = createSubmission('members.join')
export const joinListStore = createSubmission('lists.join')
export const changeStore = createSubmission('lists.change')
export const cancelStore = createSubmission('lists.cancel')
export const takeUpStore = createSubmission('lists.takeUp')
export const claimStore = createSubmission('lists.claimEntry')

/** Opens a list: of another one nothing is shown meanwhile. */
export function beginList(listId: string): void {
  if (listStore.getState().listId === listId) return
  listStore.setState({ ...listStore.getInitialState(), listId })
}

let newest = 0

/**
 * Reads it anew: figures, her own entry, and the first rows. Rows that were read before stay as
 * they are, so that a long list is not drawn again.
 */
export async function loadList(): Promise<void> {
  newest += 1
  const mine = newest
  const { listId } = listStore.getState()
  listStore.setState({ loading: true })
  const reply = await api.call('lists.show', { listId })
  if (mine !== newest) return
  if (!reply.ok) {
    const trouble = { code: reply.code, message: reply.message }
    listStore.setState({ loading: false, trouble })
    return
  }
  const { rows, nextCursor } = listStore.getState()
  const isFirst = rows.length === 0
  listStore.setState({
    head: reply.value,
    rows: mergedRows(rows, reply.value.entries),
    nextCursor: isFirst ? reply.value.nextCursor : nextCursor,
    loading: false,
    trouble: null,
  })
  await readTail()
}

/** The same while it is looked at: whoever still waits for an answer asks for no other. */
export async function lookAtList(): Promise<void> {
  if (!listStore.getState().loading) await loadList()
}

/** The next page of rows, if there is one and none is under way. */
export async function moreRows(): Promise<void> {
  const { listId, nextCursor: cursor, loading, loadingMore } = listStore.getState()
  if (cursor === null || loading || loadingMore) return
  const mine = newest
  listStore.setState({ loadingMore: true, moreTrouble: null })
  const reply = await api.call('lists.show', { listId, cursor })
  if (mine !== newest) {
    listStore.setState({ loadingMore: false })
    return
  }
  if (!reply.ok) {
    const moreTrouble = { code: reply.code, message: reply.message }
    listStore.setState({ loadingMore: false, moreTrouble })
    return
  }
  const { entries, nextCursor } = reply.value
  listStore.setState({
    rows: mergedRows(listStore.getState().rows, entries),
    nextCursor,
    lastCursor: cursor,
    loadingMore: false,
  })
}

/** Whoever has read to the end sees who joined since: the last page is read again. */
async function readTail(): Promise<void> {
  const { head, nextCursor, lastCursor } = listStore.getState()
  if (head === null || head.nextCursor === null || nextCursor !== null) return
  listStore.setState({ nextCursor: lastCursor ?? head.nextCursor })
  if (lastCursor !== null) await moreRows()
}

/** What a refusal told of the stock: the form stays, with what is there now. */
export function noteLeft(itemId: string, leftCount: number): void {
  const { head } = listStore.getState()
  if (head === null) return
  const items = head.items.map((item) => (item.itemId === itemId ? { ...item, leftCount } : item))
  listStore.setState({ head: { ...head, items } })
}
