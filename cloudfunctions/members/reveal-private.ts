import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { members, Revealed } from '../../shared/contract/members'
import { maskName, maskPhone } from '../../shared/masked-name'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { recorded } from '../runtime/once'
import type { Member } from '../runtime/people'
import { isManager, storeOf } from '../runtime/roles'
import { proveShown, readShown, type Shown } from '../runtime/shown-code'
import { birthdayOf } from './birthday-document'
import { phoneNumberOf } from './phone-document'
import { insertReveal, memberByNumber, phoneOfMember, readReveal } from './repository'

type Asked = ParsedInputOf<typeof members.reveal>

/**
 * Shows one of a member's private data to staff and keeps who saw it and why; the log has nothing
 * of what was seen. Who serves her shows her code or a scan of it, a manager may name her by her
 * number. Refuses ROLE_REQUIRED for a number from others, SELF_SERVICE, what the code refuses, and
 * PRIVATE_NOT_TOLD.
 */
export const revealPrivate: UseCase<typeof members.reveal> = async (input, context) => {
  const meant = await memberMeant(input, context)
  if (!meant.ok) return meant
  const { member, shown, storeId } = meant.value
  const { what, reason } = input
  const find = async () => {
    const kept = await readReveal(context.requestKey)
    const answer = kept && (await revealed(member, what))
    return kept && answer ? { request: { hash: kept.hash, answer } } : null
  }
  const meaning = { memberId: member._id, what, reason }
  return recorded<Revealed>(context, { meaning, find }, async ({ hash }) => {
    const proved = shown ? await proveShown(shown, storeId ?? '', context) : accept(0)
    if (!proved.ok) return proved
    const answer = await revealed(member, what)
    if (!answer) return refuse('PRIVATE_NOT_TOLD')
    const { requestKey: _id, now: at, staff } = context
    const { maskedName } = answer
    const seen = { memberId: member._id, maskedName, what, reason }
    const kept = await insertReveal({ _id, ...seen, staffId: staff._id, storeId, hash, at })
    return kept.ok ? accept(answer) : kept
  })
}

interface Meant {
  readonly member: Member
  /** Null for a member whom a manager names. */
  readonly shown: Shown | null
  readonly storeId: string | null
}

async function memberMeant(input: Asked, context: StaffContext): Promise<Outcome<Meant>> {
  const { staff, shop, memberId } = context
  const isNamed = input.memberNumber !== undefined
  if (isNamed && !isManager(staff)) return refuse('ROLE_REQUIRED')
  const shown = isNamed ? accept(null) : readShown(input)
  if (!shown.ok) return shown
  const store = isNamed ? accept(null) : storeOf(staff, shop, storeIdOf(input, shown.value))
  if (!store.ok) return store
  const member = await memberByNumber(input.memberNumber ?? shown.value?.memberNumber ?? '')
  if (!member) return refuse(isNamed ? 'MEMBER_NOT_FOUND' : 'CODE_INVALID')
  if (member._id === memberId) return refuse('SELF_SERVICE')
  return accept({ member, shown: shown.value, storeId: store.value?.storeId ?? null })
}

function storeIdOf(input: Asked, shown: Shown | null): string | undefined {
  return input.storeId ?? shown?.ticket?.storeId
}

/** Null when she never told it. */
async function revealed(member: Member, what: Asked['what']): Promise<Revealed | null> {
  const maskedName = maskName(member.nickname)
  if (what === 'birthday') {
    const birthday = birthdayOf(member)
    return birthday && { maskedName, what, phone: null, birthday }
  }
  const bound = await phoneOfMember(member._id)
  return bound && { maskedName, what, phone: maskPhone(phoneNumberOf(bound)), birthday: null }
}
