/** The one way in which points that waited under a phone come to a member. */
import type { OpeningAnswer } from '../../shared/contract/openings'
import { claimableOn } from '../../shared/openings/opening-points'
import { receiveOpening } from '../../shared/points/ledger'
import { type Lot, sumOf } from '../../shared/points/lots'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { enter, openBook, post } from '../points/ledger'
import { readEntry } from '../points/repository'
import type { Context } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { type Opening, readOpening } from './repository'

export interface Claim {
  readonly member: { readonly memberId: string; readonly maskedName: string }
  readonly phoneHash: string
  /** Who hands them over at the desk; null when she proved her phone herself. */
  readonly staffId: string | null
  readonly hash: string
}

type ClaimContext = Pick<Context, 'now' | 'todayOn'>

/** Nature's key: a member claims once ever, whichever way. */
export function openingEntryKey(memberId: string): string {
  return `opening:${memberId}`
}

/** The entry that says what a member has claimed before, if she has. */
export function claimedBefore(memberId: string) {
  return readEntry<OpeningAnswer>(openingEntryKey(memberId))
}

/**
 * Books what waits: the entry's key makes it once for the member, the state under the phone once
 * for the phone, both in one transaction. Refuses OPENING_NOT_FOUND, OPENING_CLAIMED,
 * OPENING_EXPIRED, SELF_SERVICE for what she imported herself, ALREADY_THERE when the member has
 * claimed before.
 */
export function bookClaim(claim: Claim, context: ClaimContext): Promise<Outcome<OpeningAnswer>> {
  return inTransaction((tx) => claimIn(tx, claim, context))
}

/** What waits, and which of it this member gets today. */
export function claimableBy(
  memberId: string,
  opening: Opening | null,
  { todayOn }: Pick<Context, 'todayOn'>,
): Outcome<{ opening: Opening; lots: readonly Lot[] }> {
  if (!opening) return refuse('OPENING_NOT_FOUND')
  if (opening.broughtBy?.includes(memberId)) return refuse('SELF_SERVICE')
  const lots = claimableOn(opening, todayOn)
  return lots.ok ? accept({ opening, lots: lots.value }) : lots
}

async function claimIn(
  tx: Transaction,
  { member, phoneHash, staffId, hash }: Claim,
  context: ClaimContext,
): Promise<Outcome<OpeningAnswer>> {
  const { memberId, maskedName } = member
  const found = claimableBy(memberId, await readOpening(phoneHash, tx), context)
  if (!found.ok) return found
  const { opening, lots } = found.value
  const book = await openBook(tx, memberId, context)
  const step = receiveOpening(book.account, lots)
  const points = sumOf(lots)
  const answer: OpeningAnswer = {
    maskedName,
    points,
    lots: lots.map((lot) => ({ ...lot })),
    expiredPoints: sumOf(opening.lots) - points,
    debtRepaidPoints: 0 - step.movement.debtChangePoints,
    balancePoints: step.account.balancePoints,
    claimedAt: context.now,
  }
  const words = {
    key: openingEntryKey(memberId),
    reason: 'openingClaimed' as const,
    ...(staffId === null ? {} : { staffId }),
    request: { hash, answer },
  }
  await post(tx, enter(book, step, words))
  const claimed = { memberId, staffId, at: context.now, points }
  await tx.put('opening_points', { ...opening, state: 'claimed', claimed })
  return accept(answer)
}
