import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createSubmission } from '../submission'

export type RedemptionCard = OutputAt<'mall.redemptions'>['redemptions'][number]

/** What this member redeemed, the newest first. */
export const redemptionsStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('mall.redemptions', cursor ? { cursor } : {}),
    rowsOf: (page) => page.redemptions,
  },
  {},
)

export const cancelStore = createSubmission('mall.cancelRedemption')

export function loadRedemptions(): Promise<void> {
  return redemptionsStore.getState().load({})
}

const PAGES_LOOKED_THROUGH = 5

/** Reads on until the wanted redemption is there, for who comes from an old line of the books. */
export async function loadUntil(redemptionId: string): Promise<void> {
  await loadRedemptions()
  for (let page = 1; page < PAGES_LOOKED_THROUGH; page += 1) {
    const { rows, nextCursor, more } = redemptionsStore.getState()
    const found = rows.some((row) => row.redemptionId === redemptionId)
    if (found || nextCursor === null) return
    await more()
  }
}

/**
 * What became of one that waits, quietly: its row alone changes, so that a page of it neither
 * flickers nor complains of a lost answer. One that has left the first page stays as it was.
 */
export async function lookAgain(redemptionId: string): Promise<void> {
  const reply = await api.call('mall.redemptions', {})
  if (!reply.ok) return
  const now = reply.value.redemptions.find((row) => row.redemptionId === redemptionId)
  if (now)
    redemptionsStore.getState().change((row) => (row.redemptionId === now.redemptionId ? now : row))
}
