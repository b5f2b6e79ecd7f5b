import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createSubmission } from '../submission'

export type PaymentFlag = OutputAt<'payments.flags'>['flags'][number]

/** Money that a person must look at, the newest first. */
export const flagsStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('payments.flags', cursor ? { cursor } : {}),
    rowsOf: (page) => page.flags,
  },
  {},
)

export function loadFlags(): Promise<void> {
  return flagsStore.getState().load({})
}

export const seeFlagStore = createSubmission('payments.seeFlag')

/** Ticks one off; its row alone changes. Answers why not. */
export async function seeFlag(flagId: string): Promise<string | null> {
  const { open } = seeFlagStore.getState()
  open({ flagId })
  await seeFlagStore.getState().send()
  const { answer, refused } = seeFlagStore.getState()
  if (answer) {
    const { seen } = answer
    flagsStore.getState().change((row) => (row.flagId === flagId ? { ...row, seen } : row))
  }
  return refused?.message ?? null
}
