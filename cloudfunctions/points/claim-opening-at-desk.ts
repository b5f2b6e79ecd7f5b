import type { OpeningAnswer, openings } from '../../shared/contract/openings'
import { maskName } from '../../shared/masked-name'
import { refuse } from '../../shared/refusal'
import { holderOf, memberByNumber } from '../members/repository'
import { meaningHashOf, type UseCase } from '../runtime/context'
import { onceOnly } from '../runtime/once'
import { phoneHashOf } from '../runtime/phone-hash'
import { admitAttempt, countFailure, storeOf } from '../runtime/roles'
import { proveShown, readShown } from '../runtime/shown-code'
import { bookClaim, claimedBefore } from './opening-claim'

/**
 * Staff hand an old member's points over: she shows her code and her old card, they type the card's
 * phone. A phone with nothing under it counts like a wrong code, so that nobody can try numbers.
 * Refuses what the code refuses, SELF_SERVICE, PHONE_TAKEN, OPENING_NOT_FOUND, OPENING_CLAIMED and
 * OPENING_EXPIRED.
 */
export const claimOpeningAtDesk: UseCase<typeof openings.claimOpeningAtDesk> = async (
  input,
  context,
) => {
  const { staff, shop, now } = context
  const shown = readShown(input)
  if (!shown.ok) return shown
  const store = storeOf(staff, shop, input.storeId ?? shown.value.ticket?.storeId)
  if (!store.ok) return store
  const member = await memberByNumber(shown.value.memberNumber)
  if (!member) return refuse('CODE_INVALID')
  if (member._id === context.memberId) return refuse('SELF_SERVICE')
  const phoneHash = phoneHashOf(input.phone)
  const hash = meaningHashOf({ memberId: member._id, phoneHash })
  const first = await claimedBefore(member._id)
  if (first && first.hash !== hash) return refuse('OPENING_CLAIMED')
  const her = { memberId: member._id, maskedName: maskName(member.nickname) }
  return onceOnly<OpeningAnswer>({
    hash,
    find: () => claimedBefore(member._id),
    book: async () => {
      const attempt = admitAttempt(staff, now)
      if (!attempt.ok) return attempt
      const proved = await proveShown(shown.value, store.value.storeId, context)
      if (!proved.ok) return proved
      const holderId = await holderOf(phoneHash)
      if (holderId !== null && holderId !== member._id) return refuse('PHONE_TAKEN')
      const claim = { member: her, phoneHash, staffId: staff._id, hash }
      const outcome = await bookClaim(claim, context)
      const isGuess = outcome !== 'duplicate' && !outcome.ok && outcome.code === 'OPENING_NOT_FOUND'
      if (isGuess) await countFailure(staff, now)
      return outcome
    },
  })
}
