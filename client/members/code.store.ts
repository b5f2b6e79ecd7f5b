import { createStore } from 'zustand/vanilla'
import { createReading } from '../reading'
import { newlySettled, type Settled } from './held-codes'

/** The codes of the next minutes. They live in memory only: a code is worth a purchase. */
export const codeStore = createReading('members.code')

interface SettledSheet {
  settled: Settled | null
  dismiss(): void
}

/** What was booked at the till while the code was shown. */
export const settledStore = createStore<SettledSheet>((set) => ({
  settled: null,
  dismiss: () => set({ settled: null }),
}))

codeStore.subscribe((after, before) => {
  if (after.data === before.data) return
  const settled = newlySettled(before.data, after.data)
  if (settled) settledStore.setState({ settled })
})

/** Asks for codes and for what was settled; one question at a time. */
export async function loadCodes(): Promise<void> {
  const { loading, load } = codeStore.getState()
  if (!loading) await load({})
}
