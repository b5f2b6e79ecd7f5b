import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { AppointAnswer, staff } from '../../shared/contract/staff'
import { maskName } from '../../shared/masked-name'
import { accept, refuse } from '../../shared/refusal'
import { memberByNumber } from '../members/repository'
import { admitMember } from '../runtime/caller'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { type Recorder, recorded } from '../runtime/once'
import type { Member, StaffDocument } from '../runtime/people'
import { type GivenRoles, managesStore, saveRoles, sinceAfter } from '../runtime/roles'
import { keepChange } from '../runtime/shop-changes'
import { proveShown, readShown } from '../runtime/shown-code'
import { actAsOwner } from './act-as-owner'
import { shopWith } from './known-shop'
import { staffChange } from './staff-change'

type Wish = ParsedInputOf<typeof staff.appoint>

/**
 * Gives a person a role at a store that the caller manages, or ends it. Her code proves that she
 * is there. Refuses STORE_FOREIGN; SELF_SERVICE: nobody appoints herself; and OWNER_REQUIRED:
 * owners alone make an owner, change one's roles or end it, so the last one stays.
 */
export const appointStaff: UseCase<typeof staff.appoint> = async (input, context) => {
  const shop = await shopWith(input.storeId, context.shop)
  if (!shop.stores.some(({ storeId }) => storeId === input.storeId)) {
    return refuse('STORE_FOREIGN')
  }
  if (!managesStore(context.staff, input.storeId)) return refuse('STORE_FOREIGN')
  const shown = readShown({ memberCode: input.memberCode })
  if (!shown.ok) return shown
  const { memberNumber } = shown.value
  const { storeId, role, displayName = null, communityOwner = null, owner = null } = input
  const meaning = { memberNumber, storeId, role, displayName, communityOwner, owner }
  return recorded<AppointAnswer>(context, { meaning }, async ({ record }) => {
    const step = await proveShown(shown.value, storeId, context)
    if (!step.ok) return step
    const member = await memberByNumber(memberNumber)
    if (!member) return refuse('MEMBER_NOT_FOUND')
    const admitted = admitMember(member)
    if (!admitted.ok) return admitted
    if (member._id === context.memberId) return refuse('SELF_SERVICE')
    return appoint({ member, input, context: { ...context, shop } }, record)
  })
}

interface Appointment {
  readonly member: Member
  readonly input: Wish
  readonly context: StaffContext
}

function appoint({ member, input, context }: Appointment, record: Recorder<AppointAnswer>) {
  return inTransaction<AppointAnswer>(async (tx) => {
    const known = await tx.get<StaffDocument>('staff', member._id)
    const given = rolesAfter(known, input, maskName(member.nickname))
    const roles = { ...given, ...sinceAfter(known, given, context.now) }
    const wasOwner = known?.owner ?? false
    if (wasOwner || roles.owner) {
      const acting = await actAsOwner(tx, member._id, context)
      if (!acting.ok) return acting
    }
    await saveRoles(tx, member, roles)
    const { shop } = context
    await keepChange(tx, context, staffChange(member._id, { before: known, after: roles, shop }))
    const answer = answerOf(member._id, roles)
    await record(tx, answer)
    return accept(answer)
  })
}

/** Where she serves now, and as what. */
export function answerOf(memberId: string, roles: GivenRoles): AppointAnswer {
  const stores = Object.entries(roles.stores).map(([storeId, role]) => ({ storeId, role }))
  const { displayName, communityOwner, owner: isOwner } = roles
  return { memberId, displayName, stores, communityOwner, isOwner }
}

function rolesAfter(known: StaffDocument | null, input: Wish, maskedName: string): GivenRoles {
  const others = Object.entries(known?.stores ?? {}).filter(([id]) => id !== input.storeId)
  const own = input.role === 'none' ? [] : [[input.storeId, input.role] as const]
  return {
    displayName: input.displayName ?? known?.displayName ?? maskedName,
    stores: Object.fromEntries([...others, ...own]),
    communityOwner: input.communityOwner ?? known?.communityOwner ?? false,
    owner: input.owner ?? known?.owner ?? false,
  }
}
