import type { drops } from '../../shared/contract/drops'
import { stateAt } from '../../shared/drops/drop'
import { accept, refuse } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import type { Chore } from '../runtime/chores'
import type { JobContext, UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import {
  dropsToRemindOf,
  endReminding,
  insertReminder,
  markTold,
  readReminder,
  untoldReminders,
} from './reminder-document'
import { type Drop, readPublicDrop } from './repository'

/** So long before its opening: what is due goes to WeChat every five minutes. */
const AHEAD_MS = 10 * 60_000
const DROPS_AT_ONCE = 50
const PAGE_REMINDERS = 50

/**
 * Notes that she wishes to be told before a drop opens. Of one that is open already there is
 * nothing to wait for. Refuses DROP_NOT_FOUND, and DROP_CLOSED when it is over.
 */
export const remindMe: UseCase<typeof drops.remindMe> = async ({ dropId }, context) => {
  const { member, now } = context
  const drop = await readPublicDrop(dropId)
  if (!drop) return refuse('DROP_NOT_FOUND')
  const state = stateAt(drop, now)
  if (state !== 'scheduled' && state !== 'open') return refuse('DROP_CLOSED')
  if (state === 'scheduled') await insertReminder(dropId, member._id, now)
  const isReminded = (await readReminder(dropId, member._id)) !== null
  return accept({ dropId, isReminded })
}

/** Tells them in pages, each with the mark that says so: late or doubled ticks tell once. */
export const remindOfComingDrops: Chore = {
  name: 'remind',
  every: 'tick',
  isDue: async ({ now }) => {
    const coming = await dropsToRemindOf(now + AHEAD_MS, DROPS_AT_ONCE)
    if (coming.some((drop) => stateAt(drop, now) !== 'scheduled')) return true
    const untold = await Promise.all(coming.map(({ _id }) => untoldReminders(_id, 1)))
    return untold.some((found) => found.length > 0)
  },
  run: async (context) => {
    let reminded = 0
    for (const drop of await dropsToRemindOf(context.now + AHEAD_MS, DROPS_AT_ONCE)) {
      reminded += await remindOf(drop, context)
      if (!context.hasTimeLeft()) return { reminded, unfinished: 1 }
    }
    return { reminded, unfinished: 0 }
  },
}

async function remindOf(drop: Drop, { now, hasTimeLeft }: JobContext): Promise<number> {
  let told = 0
  for (;;) {
    const page = await untoldReminders(drop._id, PAGE_REMINDERS)
    for (const { _id, memberId } of page) {
      if (!hasTimeLeft()) return told
      const outcome = await inTransaction(async (tx) => {
        if (!(await markTold(tx, _id, now))) return accept(0)
        const facts = { dropId: drop._id, title: drop.title, opensAt: drop.opensAt, preset: null }
        await tell(tx, {
          ...{ memberId, source: drop._id, at: now, isNewsUntilAt: drop.closesAt },
          ...{ kind: 'dropSoon', facts },
        })
        return accept(1)
      })
      told += outcome.ok ? outcome.value : 0
    }
    if (page.length < PAGE_REMINDERS) break
  }
  if (stateAt(drop, now) !== 'scheduled') await endReminding(drop._id, now)
  return told
}
