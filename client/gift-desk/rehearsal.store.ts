import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import type { Span } from './rehearsal-span'

export type Rehearsal = OutputAt<'gifts.rehearse'>
export type RehearsedDay = Rehearsal['days'][number]
export type RehearsedGrant = Rehearsal['grants'][number]

/** Pages that one tap on a day may turn before it asks again. */
const MOST_PAGES_A_TAP = 20

export const rehearsalStore = createPaged(
  {
    async ask({ fromOn, days }: Span, cursor) {
      const reply = await api.call('gifts.rehearse', {
        ...{ fromOn, days },
        ...(cursor ? { cursor } : {}),
      })
      if (!reply.ok) return reply
      return { ...reply, value: { ...reply.value, nextCursor: reply.value.cursor ?? null } }
    },
    rowsOf: (page) => page.grants,
  },
  { fromOn: '', days: 0 },
)

/**
 * Reads on until the day's gifts are begun: each day goes on after the one before, so that a day
 * by itself would be another one.
 */
export async function readUpTo(on: string): Promise<void> {
  for (let page = 0; page < MOST_PAGES_A_TAP; page += 1) {
    const { rows, nextCursor, moreTrouble, more } = rehearsalStore.getState()
    const isBegun = rows.some((grant) => grant.on >= on)
    if (isBegun || nextCursor === null || (page > 0 && moreTrouble)) return
    await more()
  }
}
