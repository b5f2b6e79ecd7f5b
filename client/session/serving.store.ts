import { createStore } from 'zustand/vanilla'
import type { OutputAt } from '../api'
import { keep, kept } from '../cache'
import { rolesStore } from './roles.store'

export type OwnStore = OutputAt<'staff.me'>['stores'][number]

interface Serving {
  /** The store that was chosen last; only asked of those who serve in several. */
  chosenStoreId: string | null
  chooseStore(storeId: string): void
}

const KEPT_AS = 'desk-store'

/** Where this member of staff serves today: it stays chosen on this phone. */
export const servingStore = createStore<Serving>((set) => ({
  chosenStoreId: kept<string>(KEPT_AS),
  chooseStore(storeId) {
    keep(KEPT_AS, storeId)
    set({ chosenStoreId: storeId })
  },
}))

/** The store that somebody stands in; null when she has several and has not said which. */
export function currentStore(
  stores: readonly OwnStore[],
  chosenStoreId: string | null,
): OwnStore | null {
  if (stores.length === 1) return stores[0] ?? null
  return stores.find((store) => store.storeId === chosenStoreId) ?? null
}

/** The store as endpoints take it; without it the server refuses those who have several. */
export function storeInput(): { storeId?: string } {
  const stores = rolesStore.getState().data?.stores ?? []
  const store = currentStore(stores, servingStore.getState().chosenStoreId)
  return store ? { storeId: store.storeId } : {}
}
