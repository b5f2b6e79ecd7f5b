/**
 * An old card on the desk: the member beside it is told by her code or ticket, the card by the
 * phone that it was made out to. A phone with nothing under it counts like a wrong code, so that
 * nobody can try numbers.
 */
import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { openings } from '../../shared/contract/openings'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { holderOf, memberByNumber } from '../members/repository'
import type { StaffContext } from '../runtime/context'
import type { Member } from '../runtime/people'
import { phoneHashOf } from '../runtime/phone-hash'
import { admitAttempt, countFailure, storeOf } from '../runtime/roles'
import { proveShown, readShown, type Shown } from '../runtime/shown-code'

export interface OldCard {
  readonly shown: Shown
  readonly storeId: string
  readonly member: Member
  readonly phoneHash: string
}

/** Who is meant. Refuses what cannot be read of the code or the store, and SELF_SERVICE. */
export async function readOldCard(
  input: ParsedInputOf<typeof openings.claimOpeningAtDesk>,
  { staff, shop, memberId }: StaffContext,
): Promise<Outcome<OldCard>> {
  const shown = readShown(input)
  if (!shown.ok) return shown
  const store = storeOf(staff, shop, input.storeId ?? shown.value.ticket?.storeId)
  if (!store.ok) return store
  const member = await memberByNumber(shown.value.memberNumber)
  if (!member) return refuse('CODE_INVALID')
  if (member._id === memberId) return refuse('SELF_SERVICE')
  const { storeId } = store.value
  return accept({ shown: shown.value, storeId, member, phoneHash: phoneHashOf(input.phone) })
}

/**
 * Is she here, and may the card be hers? Refuses CODE_ATTEMPTS, what her code refuses, and
 * PHONE_TAKEN when another member has proved that phone.
 */
export async function proveOldCard(card: OldCard, context: StaffContext): Promise<Outcome<null>> {
  const attempt = admitAttempt(context.staff, context.now)
  if (!attempt.ok) return attempt
  const proved = await proveShown(card.shown, card.storeId, context)
  if (!proved.ok) return proved
  const holderId = await holderOf(card.phoneHash)
  const isOthers = holderId !== null && holderId !== card.member._id
  return isOthers ? refuse('PHONE_TAKEN') : accept(null)
}

/** Counts a phone under which nothing waits. */
export async function countGuess(
  outcome: Outcome<unknown>,
  { staff, now }: StaffContext,
): Promise<void> {
  if (!outcome.ok && outcome.code === 'OPENING_NOT_FOUND') await countFailure(staff, now)
}
