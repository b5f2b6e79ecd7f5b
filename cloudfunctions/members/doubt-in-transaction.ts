import { accept } from '../../shared/refusal'
import { inTransaction } from '../runtime/database'
import type { Member } from '../runtime/people'
import { memberIn, saveInvitation } from './invitation-document'
import { livingIds } from './repository'

/**
 * Somebody who was invited tried to bind a phone that is proved to be her inviter's: her invitation
 * waits for a person. Of an invitation that is decided, or of another's phone, nothing is changed.
 * It is a transaction of its own, since what it follows from is refused.
 */
export async function doubtInvitation(
  { _id, invitation: known }: Member,
  { samePhoneAs, todayOn }: { readonly samePhoneAs: string | null; readonly todayOn: string },
): Promise<void> {
  if (known?.state !== 'pending') return
  const livingOf = await livingIds([known.inviterId])
  if (livingOf(known.inviterId) !== samePhoneAs) return
  await inTransaction(async (tx) => {
    const invited = await memberIn(tx, _id)
    const invitation = invited?.invitation
    if (!invited || invitation?.state !== 'pending') return accept(null)
    const held = { state: 'held', why: 'samePhone', checkOn: todayOn } as const
    await saveInvitation(tx, invited, { ...invitation, ...held })
    return accept(null)
  })
}
