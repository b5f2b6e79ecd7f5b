/** Gifts that wait for her tap: shown while they can be claimed, over when they waited in vain. */
import type { gifts } from '../../shared/contract/gifts'
import { waitingFor } from '../../shared/gifts/waiting'
import { accept } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import { readAccount } from '../points/repository'
import type { Chore } from '../runtime/chores'
import type { UseCase } from '../runtime/context'
import { command, findWhere, inTransaction } from '../runtime/database'
import { type GrantDocument, readGrant, saveGrant } from './grant-document'
import { factsOf, giftDesk } from './repository'

const PAGE_GRANTS = 50

/** What waits for her tap, what ends first before the rest. */
export const listWaiting: UseCase<typeof gifts.waiting> = async (_input, context) => {
  const { member, shop, now } = context
  const [desk, account] = await Promise.all([giftDesk(shop), readAccount(member._id)])
  const facts = factsOf(member, account)
  const her = { memberId: member._id, facts, care: account.care, now, todayOn: context.todayOn }
  return accept({ serverNow: now, gifts: [...waitingFor(desk.lawful, her, desk.world)] })
}

/** A gift that waited in vain is over, and she is told in the transaction that says so. */
export const lapseGifts: Chore = {
  name: 'lapse',
  every: 'tick',
  isDue: async ({ todayOn }) => (await lapsedGrants(todayOn, 1)).length > 0,
  run: async ({ now, todayOn, hasTimeLeft }) => {
    const found = await lapsedGrants(todayOn, PAGE_GRANTS)
    let lapsed = 0
    for (const { _id } of found) {
      if (!hasTimeLeft()) break
      await inTransaction(async (tx) => {
        const waiting = await readGrant(_id, tx)
        if (waiting?.state !== 'waiting') return accept(null)
        await saveGrant(tx, { ...waiting, state: 'lapsed', why: 'tooLate', untilOn: null })
        const { memberId, title: giftTitle } = waiting
        const facts = { giftTitle }
        await tell(tx, { memberId, source: _id, at: now, kind: 'giftLapsed', facts })
        return accept(null)
      })
      lapsed += 1
    }
    const isMore = lapsed < found.length || found.length === PAGE_GRANTS
    return { lapsed, ...(isMore ? { unfinished: 1 } : {}) }
  },
}

function lapsedGrants(todayOn: string, limit: number) {
  const old = { state: 'waiting', untilOn: command.lt(todayOn) }
  return findWhere<GrantDocument>('grants', old, { orderBy: ['untilOn', 'asc'], limit })
}
