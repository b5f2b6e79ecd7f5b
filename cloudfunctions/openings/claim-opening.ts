import type { OpeningAnswer, openings } from '../../shared/contract/openings'
import { maskName } from '../../shared/masked-name'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { doubtInvitation } from '../members/doubt-in-transaction'
import { phoneDocumentOf } from '../members/phone-document'
import { holderOf, insertPhone, phoneOfMember } from '../members/repository'
import { type MemberContext, meaningHashOf, type UseCase } from '../runtime/context'
import { recorded } from '../runtime/once'
import { phoneNumberBehind } from '../runtime/phone-number'
import { bookClaim, claimedBefore } from './opening-claim'

/**
 * An old member takes the points that wait under her phone, once ever: every later request, however
 * it is made, answers the first result. A verified phone stays bound to her, so it is verified and
 * paid for once. Refuses what the phone and the points refuse, and PHONE_TAKEN.
 */
export const claimOpening: UseCase<typeof openings.claimOpening> = ({ phoneCode }, context) => {
  const { memberId, member } = context
  const meaning = { memberId }
  const find = async () => {
    const first = (await claimedBefore(memberId))?.request
    // At the desk the same was asked for in other words.
    return first ? { request: { ...first, hash: meaningHashOf(meaning) } } : null
  }
  return recorded<OpeningAnswer>(context, { meaning, find }, async ({ hash }) => {
    const phoneHash = await provedPhone(phoneCode, context)
    if (!phoneHash.ok) return phoneHash
    const her = { memberId, maskedName: maskName(member.nickname) }
    return bookClaim({ member: her, phoneHash: phoneHash.value, staffId: null, hash }, context)
  })
}

/** The phone that is hers already, or the one that she proves now. */
async function provedPhone(
  phoneCode: string | undefined,
  { member, memberId, now, todayOn }: MemberContext,
): Promise<Outcome<string>> {
  const bound = await phoneOfMember(memberId)
  if (bound) return accept(bound._id)
  if (phoneCode === undefined) return refuse('PHONE_CODE_INVALID')
  const phone = await phoneNumberBehind(phoneCode)
  if (!phone.ok) return phone
  const proved = phoneDocumentOf(phone.value, { memberId, boundAt: now })
  const { _id } = proved
  if ((await insertPhone(proved)).ok) return accept(_id)
  const holderId = await holderOf(_id)
  if (holderId === memberId) return accept(_id)
  await doubtInvitation(member, { samePhoneAs: holderId, todayOn })
  return refuse('PHONE_TAKEN')
}
