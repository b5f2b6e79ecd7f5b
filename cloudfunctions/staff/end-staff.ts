import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { AppointAnswer, staff } from '../../shared/contract/staff'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import type { StaffDocument } from '../runtime/people'
import { managesStore, saveRoles, sinceAfter } from '../runtime/roles'
import { keepChange } from '../runtime/shop-changes'
import { actAsOwner } from './act-as-owner'
import { answerOf } from './appoint-staff'
import { shopWith } from './known-shop'
import { staffChange } from './staff-change'

type Wish = ParsedInputOf<typeof staff.end>

/**
 * Ends what somebody is at one store, or at every store that the caller manages; of an owner, asked
 * without a store, also that. She shows no code, and from the next call on she serves no longer.
 * What she looks after as a community owner stays. Refuses STAFF_NOT_FOUND, STORE_FOREIGN,
 * SELF_SERVICE, and OWNER_REQUIRED for what an owner is.
 */
export const endStaff: UseCase<typeof staff.end> = (input, context) => {
  const meaning = { memberId: input.memberId, storeId: input.storeId ?? null }
  return recorded<AppointAnswer>(context, { meaning }, async ({ record }) => {
    if (input.memberId === context.memberId) return refuse('SELF_SERVICE')
    const shop = input.storeId ? await shopWith(input.storeId, context.shop) : context.shop
    return inTransaction(async (tx) => {
      const outcome = await endIn(tx, input, { ...context, shop })
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    })
  })
}

async function endIn(
  tx: Transaction,
  { memberId, storeId }: Wish,
  context: StaffContext,
): Promise<Outcome<AppointAnswer>> {
  const known = await tx.get<StaffDocument>('staff', memberId)
  const held = Object.keys(known?.stores ?? {})
  if (!known || (held.length === 0 && !known.owner)) return refuse('STAFF_NOT_FOUND')
  if (storeId !== undefined && !held.includes(storeId)) return refuse('STAFF_NOT_FOUND')
  const ends = held.filter(
    (each) => (storeId ?? each) === each && managesStore(context.staff, each),
  )
  if (known.owner) {
    const acting = await actAsOwner(tx, memberId, context)
    if (!acting.ok) return acting
  } else if (ends.length === 0) return refuse('STORE_FOREIGN')
  const left = Object.entries(known.stores).filter(([each]) => !ends.includes(each))
  const { displayName, communityOwner } = known
  const owner = known.owner && storeId !== undefined
  const roles = { displayName, communityOwner, owner, stores: Object.fromEntries(left) }
  const after = { ...roles, ...sinceAfter(known, roles, context.now) }
  await saveRoles(tx, { _id: memberId }, after)
  const change = staffChange(memberId, { before: known, after, shop: context.shop })
  await keepChange(tx, context, change)
  return accept(answerOf(memberId, after))
}
