/** What the clock does with lists, each minute. */
import type { Chore, Timer } from '../runtime/chores'
import type { JobContext } from '../runtime/context'
import { changeIf, command } from '../runtime/database'
import { takeVerdict } from '../runtime/pictures'
import { lapseHolds, sweepMarks } from './entry-chores'
import { bringBook } from './keep-book'
import type { List } from './list-document'
import { dueLists } from './list-pages'
import { lookAgain } from './look-again'
import { settleList } from './settle-list'
import { arrivalChores } from './tend-arrivals'

const LISTS_AT_ONCE = 50

type Done = 'settled' | 'brought' | 'looked' | 'closed'

/** What is due: cut-offs, books that follow their list, pictures that were looked at, last days. */
const settleDue: Chore = {
  name: 'settle',
  every: 'tick',
  isDue: async ({ now }) => (await dueLists(now, 1)).length > 0,
  run: async (context) => {
    const found = await dueLists(context.now, LISTS_AT_ONCE)
    const counts: Record<Done, number> = { settled: 0, brought: 0, looked: 0, closed: 0 }
    const faults: unknown[] = []
    for (const list of found) {
      if (!context.hasTimeLeft()) return { ...counts, unfinished: 1 }
      try {
        const did = await settleOne(list, context)
        if (did) counts[did] += 1
      } catch (fault) {
        // One list that cannot be settled keeps no other one waiting.
        faults.push(fault)
      }
    }
    if (faults.length > 0) throw faults[0]
    return counts
  },
}

export const settleLists: Timer = {
  chores: [settleDue, sweepMarks, lapseHolds, ...arrivalChores],
  takePush: takeVerdict,
}

async function settleOne(list: List, context: JobContext): Promise<Done | null> {
  const { _id, state, cutOffAt } = list
  const { now } = context
  const isOver = cutOffAt <= now
  if (state === 'settling' || (state === 'running' && isOver)) {
    return (await settleList(_id, context)) ? 'settled' : null
  }
  if (state === 'running' || state === 'withdrawn') {
    await bringBook(_id)
    return 'brought'
  }
  if (state === 'waiting') return (await lookAgain(list, now)) ? 'looked' : null
  // The last day on which it could be fetched is over; what is left the owner sees.
  const due = { _id, state: 'arrived', dueAt: command.lte(now) }
  return (await changeIf('lists', due, { state: 'closed', dueAt: 0 })) ? 'closed' : null
}
