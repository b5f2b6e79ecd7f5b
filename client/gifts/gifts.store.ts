import type { OutputAt } from '../api'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type WaitingGift = OutputAt<'gifts.waiting'>['gifts'][number]

/** What waits for her tap, kept for the next start. */
export const waitingStore = createReading('gifts.waiting', { keepAs: 'gifts' })

export function loadWaiting(): Promise<void> {
  return waitingStore.getState().load({})
}

/** Claiming a gift: once for its occasion, also when the answer was lost and it is tapped again. */
export const packStore = createSubmission('gifts.claim')
