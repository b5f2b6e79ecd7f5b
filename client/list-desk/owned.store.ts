import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type OwnedList = OutputAt<'lists.owned'>['lists'][number]

/** Her lists, or those of a manager's stores, the latest first. */
export const ownedStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('lists.owned', cursor ? { cursor } : {}),
    rowsOf: (page) => page.lists,
  },
  {},
)

export function loadOwned(): Promise<void> {
  return ownedStore.getState().load({})
}

/** What waits for a manager's word on its goods. */
export const newGoodsStore = createPaged(
  {
    ask: (_query: object, cursor) =>
      api.call('lists.owned', { which: 'goods', ...(cursor ? { cursor } : {}) }),
    rowsOf: (page) => page.lists,
  },
  {},
)

export function loadNewGoods(): Promise<void> {
  return newGoodsStore.getState().load({})
}

/** Reads on until a list is there; of very old ones nobody asks here. */
export async function loadUntil(listId: string): Promise<void> {
  await loadOwned()
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const { rows, nextCursor, moreTrouble } = ownedStore.getState()
    const isThere = rows.some((row) => row.listId === listId)
    if (isThere || nextCursor === null || moreTrouble) return
    await ownedStore.getState().more()
  }
}

const MOST_PAGES = 10

/** What the shop allows its owners. */
export const termsStore = createReading('lists.terms')

/** A list as its page shows it: for its items, points and who looks after it. */
export const shownStore = createReading('lists.show')

export type OwnedShown = OutputAt<'lists.show'>

export const publishStore = createSubmission('lists.publish')
export const copyStore = createSubmission('lists.copy')
export const withdrawStore = createSubmission('lists.withdraw')
export const closeStore = createSubmission('lists.close')
export const extendStore = createSubmission('lists.extend')
export const endRepeatStore = createSubmission('lists.endRepeat')
export const approveStore = createSubmission('lists.approve')

/** A draft with the same goods, in one tap; answers its id, or null when it was refused. */
export async function copyList(listId: string): Promise<string | null> {
  if (copyStore.getState().sending) return null
  copyStore.getState().open({ listId })
  await copyStore.getState().send()
  return copyStore.getState().answer?.listId ?? null
}
