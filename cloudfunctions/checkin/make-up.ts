import { businessDateOf, expiryOf } from '../../shared/business-date'
import { makeUpOn } from '../../shared/checkin/streak'
import type { CheckInAnswer, checkin } from '../../shared/contract/checkin'
import { earn } from '../../shared/points/ledger'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { enter, openBook, post } from '../points/ledger'
import { readEntry } from '../points/repository'
import { type MemberContext, meaningHashOf, type UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'

/**
 * Mends a missed day with a make-up card of this month. It brings no points of its own, but the
 * bonus of a streak that it made long enough. Its entry is named by member and day; the same
 * request is answered the same, another for that day is refused. Refuses what `makeUpOn` refuses.
 */
export const makeUp: UseCase<typeof checkin.makeUp> = ({ on }, context) => {
  const key = `makeup:${context.member._id}:${on}`
  const meaning = { key, requestKey: context.requestKey }
  const hash = meaningHashOf(meaning)
  const find = async () => {
    const entry = await readEntry<CheckInAnswer>(key)
    return entry?.request?.hash === hash ? entry : null
  }
  return recorded<CheckInAnswer>(context, { meaning, find }, () =>
    inTransaction((tx) => makeUpIn(tx, { context, on, key, hash })),
  )
}

async function makeUpIn(
  tx: Transaction,
  wish: { context: MemberContext; on: string; key: string; hash: string },
): Promise<Outcome<CheckInAnswer>> {
  const { context, on, key, hash } = wish
  const { member, shop, now, todayOn } = context
  const book = await openBook(tx, member._id, context)
  if (book.account._id !== member._id) return refuse('MEMBERSHIP_MERGED')
  const step = makeUpOn(book.account.checkIns, shop.checkIn, {
    on,
    todayOn: businessDateOf(now),
    joinedOn: businessDateOf(member.joinedAt),
  })
  if (!step.ok) return step
  const { bonusPoints, streakDays, checkIns } = step.value
  const expiresOn = expiryOf(todayOn, shop.earnRule.validityMonths)
  const earned = earn(book.account, bonusPoints, expiresOn)
  const { balancePoints } = earned.account
  const answer = { points: 0, bonusPoints, streakDays, balancePoints }
  const entered = enter(book, earned, {
    ...{ key, reason: 'madeUp', rule: shop.checkIn },
    facts: { checkIn: { streakDays, bonusPoints, madeUpOn: on } },
    request: { hash, answer },
  })
  await post(tx, entered, { checkIns })
  return accept(answer)
}
