import type { Timer } from '../runtime/chores'
import type { JobContext } from '../runtime/context'
import { followUp } from './follow-up'
import { openMerges } from './repository'

const PAGE_MERGES = 20

/** Finishes what a crash left half-done, and brings what was booked while a merge was made. */
export const sweepMerges: Timer = {
  chores: [
    {
      name: 'follow-up',
      every: 'tick',
      isDue: async ({ now }) => (await openMerges(now, 1)).length > 0,
      run: sweep,
    },
  ],
}

async function sweep({ now, hasTimeLeft }: JobContext): Promise<Record<string, number>> {
  const counts = { finished: 0, unfinished: 0 }
  for (const { _id } of await openMerges(now, PAGE_MERGES)) {
    const isFinished = await followUp(_id, { now }, hasTimeLeft)
    counts[isFinished ? 'finished' : 'unfinished'] += 1
  }
  return counts
}
