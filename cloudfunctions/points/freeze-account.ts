import type { FreezeAnswer, points } from '../../shared/contract/points'
import { maskName } from '../../shared/masked-name'
import { freeze, unfreeze } from '../../shared/points/freezing'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { memberByNumber } from '../members/repository'
import { admitMember } from '../runtime/caller'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import type { Member } from '../runtime/people'
import { enter, openBook, post } from './ledger'
import { readEntry } from './repository'

interface Wish {
  readonly reason: 'frozen' | 'unfrozen'
  readonly memberNumber: string
  readonly note: string
}

/**
 * Stops a member's points from being spent, and from expiring, until they are unfrozen. Refuses
 * ACCOUNT_FROZEN, MEMBER_NOT_FOUND, and SELF_SERVICE.
 */
export const freezeAccount: UseCase<typeof points.freeze> = (input, context) =>
  decide({ reason: 'frozen', memberNumber: input.memberNumber, note: input.reason }, context)

/** Lets a frozen member spend again. Refuses ACCOUNT_NOT_FROZEN besides. */
export const unfreezeAccount: UseCase<typeof points.unfreeze> = (input, context) =>
  decide({ reason: 'unfrozen', memberNumber: input.memberNumber, note: input.reason }, context)

function decide(wish: Wish, context: StaffContext): Promise<Outcome<FreezeAnswer>> {
  const key = `${wish.reason}:${context.requestKey}`
  const asked = { meaning: { ...wish }, find: () => readEntry<FreezeAnswer>(key) }
  return recorded<FreezeAnswer>(context, asked, async ({ hash }) => {
    const member = await memberByNumber(wish.memberNumber)
    if (!member) return refuse('MEMBER_NOT_FOUND')
    const admitted = admitMember(member)
    if (!admitted.ok) return admitted
    if (member._id === context.memberId) return refuse('SELF_SERVICE')
    return bookFreeze(member, { wish, key, hash }, context)
  })
}

function bookFreeze(
  member: Member,
  { wish, key, hash }: { wish: Wish; key: string; hash: string },
  context: StaffContext,
) {
  const { todayOn, now, staff } = context
  const { reason, note } = wish
  return inTransaction<FreezeAnswer>(async (tx) => {
    const book = await openBook(tx, member._id, context)
    const step =
      reason === 'frozen'
        ? freeze(book.account, { todayOn, reason: note })
        : unfreeze(book.account, todayOn)
    if (!step.ok) return step
    const answer: FreezeAnswer = {
      maskedName: maskName(member.nickname),
      isFrozen: reason === 'frozen',
      balancePoints: step.value.account.balancePoints,
      at: now,
    }
    const request = { hash, answer }
    await post(
      tx,
      enter(book, step.value, { key, reason, staffId: staff._id, facts: { note }, request }),
    )
    return accept(answer)
  })
}
