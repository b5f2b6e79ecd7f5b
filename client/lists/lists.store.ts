import { createStore } from 'zustand/vanilla'
import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'

export type ListCard = OutputAt<'lists.running'>['lists'][number]
export type Which = 'running' | 'coming' | 'over' | 'mine'

/** Which of the four views of the tab is looked at: it stays while the app is open. */
export const whichStore = createStore<{ readonly which: Which }>(() => ({ which: 'running' }))

/** Lists of one view, as cards. */
export const cardsStore = createPaged(
  {
    ask: ({ which }: { which: Which }, cursor) =>
      api.call('lists.running', { which, ...(cursor ? { cursor } : {}) }),
    rowsOf: (page) => page.lists,
  },
  { which: 'running' },
)

export function loadCards(): Promise<void> {
  return cardsStore.getState().load({ which: whichStore.getState().which })
}

export function look(which: Which): void {
  whichStore.setState({ which })
  loadCards()
}
