import { stateAt } from '../../shared/drops/drop'
import { accept } from '../../shared/refusal'
import { readCommunity } from '../communities/repository'
import { tell } from '../messages/tell-in-transaction'
import type { Chore, Timer } from '../runtime/chores'
import { inTransaction } from '../runtime/database'
import { remindOfComingDrops } from './remind-members'
import { type Drop, readDrop, unannouncedDrops } from './repository'
import { isPublic } from './review'

const DROPS_AT_ONCE = 50

/**
 * Tells the owners of a drop's communities that it has opened, in the transaction that says so:
 * late or doubled ticks tell once. A drop opens by its time, whether or not anybody was told.
 */
const announceOpenDrops: Chore = {
  name: 'announce',
  every: 'tick',
  isDue: async ({ now }) => (await unannouncedDrops(now, 1)).length > 0,
  run: async ({ now, hasTimeLeft }) => {
    const found = await unannouncedDrops(now, DROPS_AT_ONCE)
    let announced = 0
    for (const { _id, communityIds } of found) {
      if (!hasTimeLeft()) return { announced, unfinished: 1 }
      if (await announce(_id, await ownersOf(communityIds), now)) announced += 1
    }
    return { announced, ...(found.length === DROPS_AT_ONCE ? { unfinished: 1 } : {}) }
  },
}

/** What the timer of every minute does. */
export const announceDrops: Timer = { chores: [remindOfComingDrops, announceOpenDrops] }

async function announce(dropId: string, owners: readonly string[], now: number): Promise<boolean> {
  const outcome = await inTransaction<boolean>(async (tx) => {
    const drop = await readDrop(dropId, tx)
    if (drop?.announcedAt !== null) return accept(false)
    await tx.put('drops', { ...drop, announcedAt: now })
    // Nobody is told of one that is over by now, or whose texts may not be shown.
    const isNews = stateAt(drop, now) === 'open' && isPublic(drop)
    for (const memberId of isNews ? owners : []) await tell(tx, openingOf(drop, memberId, now))
    return accept(isNews)
  })
  return outcome.ok && outcome.value
}

function openingOf({ _id: source, title, opensAt, closesAt }: Drop, memberId: string, at: number) {
  const facts = { title, opensAt }
  return { memberId, source, at, kind: 'dropOpened', facts, isNewsUntilAt: closesAt } as const
}

async function ownersOf(communityIds: readonly string[]): Promise<readonly string[]> {
  const communities = await Promise.all(communityIds.map(readCommunity))
  return [...new Set(communities.flatMap((community) => community?.ownerId ?? []))]
}
