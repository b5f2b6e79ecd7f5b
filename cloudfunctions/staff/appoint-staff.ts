import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { AppointAnswer, staff } from '../../shared/contract/staff'
import { maskName } from '../../shared/masked-name'
import { accept, refuse } from '../../shared/refusal'
import { memberByNumber } from '../members/repository'
import { admitMember } from '../runtime/caller'
import type { UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { type Recorder, recorded } from '../runtime/once'
import type { Member, StaffDocument } from '../runtime/people'
import { managesStore, saveRoles } from '../runtime/roles'
import { proveShown, readShown } from '../runtime/shown-code'

type Wish = ParsedInputOf<typeof staff.appoint>

/**
 * Gives a person a role at a store that the caller manages, or ends it. Her code proves that she
 * is there. Refuses STORE_FOREIGN, and SELF_SERVICE: nobody appoints herself.
 */
export const appointStaff: UseCase<typeof staff.appoint> = async (input, context) => {
  if (!context.shop.stores.some(({ storeId }) => storeId === input.storeId)) {
    return refuse('STORE_FOREIGN')
  }
  if (!managesStore(context.staff, input.storeId)) return refuse('STORE_FOREIGN')
  const shown = readShown({ memberCode: input.memberCode })
  if (!shown.ok) return shown
  const { memberNumber } = shown.value
  const { storeId, role, displayName = null, communityOwner = null } = input
  const meaning = { memberNumber, storeId, role, displayName, communityOwner }
  return recorded<AppointAnswer>(context, { meaning }, async ({ record }) => {
    const step = await proveShown(shown.value, storeId, context)
    if (!step.ok) return step
    const member = await memberByNumber(memberNumber)
    if (!member) return refuse('MEMBER_NOT_FOUND')
    const admitted = admitMember(member)
    if (!admitted.ok) return admitted
    if (member._id === context.memberId) return refuse('SELF_SERVICE')
    return appoint(member, input, record)
  })
}

function appoint(member: Member, input: Wish, record: Recorder<AppointAnswer>) {
  return inTransaction<AppointAnswer>(async (tx) => {
    const known = await tx.get<StaffDocument>('staff', member._id)
    const roles = rolesAfter(known, input, maskName(member.nickname))
    await saveRoles(tx, member, roles)
    const stores = Object.entries(roles.stores).map(([storeId, role]) => ({ storeId, role }))
    const { displayName, communityOwner } = roles
    const answer = { memberId: member._id, displayName, stores, communityOwner }
    await record(tx, answer)
    return accept(answer)
  })
}

function rolesAfter(
  known: StaffDocument | null,
  input: Wish,
  maskedName: string,
): Omit<StaffDocument, 'codeFailures'> {
  const others = Object.entries(known?.stores ?? {}).filter(([id]) => id !== input.storeId)
  const own = input.role === 'none' ? [] : [[input.storeId, input.role] as const]
  return {
    displayName: input.displayName ?? known?.displayName ?? maskedName,
    stores: Object.fromEntries([...others, ...own]),
    communityOwner: input.communityOwner ?? known?.communityOwner ?? false,
  }
}
