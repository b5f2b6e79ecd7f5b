import { setTimeout as pause } from 'node:timers/promises'
import type { Store } from './store'

/** How the disk does: `full` refuses every write, a slow one takes longer for each batch. */
export type DiskState = 'well' | 'full' | { readonly slowMs: number }

/** The laboratory's hand on the disk. */
export interface Disk {
  readonly state: DiskState
  set(state: DiskState): void
}

/** A store whose disk can be made to fail, and the switch that does it. Reads always go on. */
export function faultyStore(store: Store): { store: Store; disk: Disk } {
  let state: DiskState = 'well'
  const write = async (work: () => Promise<void>): Promise<void> => {
    if (typeof state === 'object') await pause(state.slowMs)
    if (state === 'full') throw new Error('ENOSPC: no space left on device')
    await work()
  }
  return {
    store: {
      ...store,
      commit: (writes) => write(() => store.commit(writes)),
      writeFact: (name, value) => write(() => store.writeFact(name, value)),
    },
    disk: {
      get state() {
        return state
      },
      set(wanted) {
        state = wanted
      },
    },
  }
}
