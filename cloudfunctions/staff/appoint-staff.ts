import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { AppointAnswer, staff } from '../../shared/contract/staff'
import { maskName } from '../../shared/masked-name'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { memberByNumber } from '../members/repository'
import { admitMember } from '../runtime/caller'
import type { StaffContext, UseCase } from '../runtime/context'
import { command, inTransaction, type Transaction } from '../runtime/database'
import { type Recorder, recorded } from '../runtime/once'
import type { Member, StaffDocument } from '../runtime/people'
import { type GivenRoles, managesStore, saveRoles } from '../runtime/roles'
import { proveShown, readShown } from '../runtime/shown-code'

type Wish = ParsedInputOf<typeof staff.appoint>

/**
 * Gives a person a role at a store that the caller manages, or ends it. Her code proves that she
 * is there. Refuses STORE_FOREIGN; SELF_SERVICE: nobody appoints herself; and OWNER_REQUIRED:
 * owners alone make an owner, change one's roles or end it, so the last one stays.
 */
export const appointStaff: UseCase<typeof staff.appoint> = async (input, context) => {
  if (!context.shop.stores.some(({ storeId }) => storeId === input.storeId)) {
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
    return appoint({ member, input, context }, record)
  })
}

interface Appointment {
  readonly member: Member
  readonly input: Wish
  readonly context: StaffContext
}

function appoint(appointment: Appointment, record: Recorder<AppointAnswer>) {
  const { member, input } = appointment
  return inTransaction<AppointAnswer>(async (tx) => {
    const known = await tx.get<StaffDocument>('staff', member._id)
    const roles = rolesAfter(known, input, maskName(member.nickname))
    const wasOwner = known?.owner ?? false
    if (wasOwner || roles.owner) {
      const acting = await actAsOwner(tx, appointment)
      if (!acting.ok) return acting
    }
    await saveRoles(tx, member, roles)
    const stores = Object.entries(roles.stores).map(([storeId, role]) => ({ storeId, role }))
    const { displayName, communityOwner, owner: isOwner } = roles
    const answer = { memberId: member._id, displayName, stores, communityOwner, isOwner }
    await record(tx, answer)
    return accept(answer)
  })
}

/**
 * Owners alone make an owner, change one's roles or end it. The caller's own document is read and
 * written here: two who end each other meet at it, and so does one who is ended at this moment.
 */
async function actAsOwner(
  tx: Transaction,
  { member, context }: Appointment,
): Promise<Outcome<null>> {
  const { memberId, now } = context
  const mine = await tx.get<StaffDocument>('staff', memberId)
  if (!mine?.owner) return refuse('OWNER_REQUIRED')
  const actedOnOwner = command.set({ memberId: member._id, at: now })
  await tx.update('staff', memberId, { actedOnOwner })
  return accept(null)
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
