import { maskName } from '../../shared/masked-name'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { memberByNumber } from '../members/repository'
import { admitMember } from '../runtime/caller'
import type { StaffContext } from '../runtime/context'
import { proveShown, type Shown } from '../runtime/shown-code'

/** The member at the till, as far as the clerk may know her. */
export interface KnownMember {
  readonly memberId: string
  readonly maskedName: string
  readonly codeStep: number
}

/**
 * Proves what was shown and finds the member behind it: no call with a ticket, one with a code.
 * Refuses SELF_SERVICE when the clerk is the member, besides what the proof refuses.
 */
export async function recogniseMember(
  shown: Shown,
  storeId: string,
  context: StaffContext,
): Promise<Outcome<KnownMember>> {
  const step = await proveShown(shown, storeId, context)
  if (!step.ok) return step
  const found = shown.ticket ? accept(shown.ticket) : await byNumber(shown.memberNumber)
  if (!found.ok) return found
  const known = found.value
  if (known.memberId === context.memberId) return refuse('SELF_SERVICE')
  return accept({
    memberId: known.memberId,
    maskedName: known.maskedName,
    codeStep: step.value,
  })
}

async function byNumber(
  memberNumber: string,
): Promise<Outcome<{ memberId: string; maskedName: string }>> {
  const member = await memberByNumber(memberNumber)
  if (!member) return refuse('CODE_INVALID')
  const admitted = admitMember(member)
  if (!admitted.ok) return admitted
  return accept({ memberId: member._id, maskedName: maskName(member.nickname) })
}
