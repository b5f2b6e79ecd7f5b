import type { OpeningAnswer, openings } from '../../shared/contract/openings'
import { maskName } from '../../shared/masked-name'
import { refuse } from '../../shared/refusal'
import { meaningHashOf, type UseCase } from '../runtime/context'
import { recorded } from '../runtime/once'
import { countGuess, proveOldCard, readOldCard } from './old-card'
import { bookClaim, claimedBefore } from './opening-claim'

/**
 * Staff hand an old member's points over: she shows her code and her old card, they type the card's
 * phone. Refuses what the code refuses, SELF_SERVICE, PHONE_TAKEN, OPENING_NOT_FOUND,
 * OPENING_CLAIMED and OPENING_EXPIRED.
 */
export const claimOpeningAtDesk: UseCase<typeof openings.claimOpeningAtDesk> = async (
  input,
  context,
) => {
  const card = await readOldCard(input, context)
  if (!card.ok) return card
  const { member, phoneHash } = card.value
  const meaning = { memberId: member._id, phoneHash }
  const first = (await claimedBefore(member._id))?.request
  if (first && first.hash !== meaningHashOf(meaning)) return refuse('OPENING_CLAIMED')
  const her = { memberId: member._id, maskedName: maskName(member.nickname) }
  const find = () => claimedBefore(member._id)
  return recorded<OpeningAnswer>(context, { meaning, find }, async ({ hash }) => {
    const proved = await proveOldCard(card.value, context)
    if (!proved.ok) return proved
    const claim = { member: her, phoneHash, staffId: context.staff._id, hash }
    const outcome = await bookClaim(claim, context)
    await countGuess(outcome, context)
    return outcome
  })
}
