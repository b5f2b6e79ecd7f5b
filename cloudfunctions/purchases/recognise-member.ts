import { maskName } from '../../shared/masked-name'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Store } from '../../shared/rules/shop'
import { memberByNumber } from '../members/repository'
import { admitMember } from '../runtime/caller'
import type { StaffContext } from '../runtime/context'
import { managesStore, storeOf } from '../runtime/roles'
import { proveShown, readShown, type Shown } from '../runtime/shown-code'

/** What was shown at the till, and of which store the till is. */
export interface Counter {
  readonly shown: Shown
  readonly store: Store
}

/** The member at the till, as far as staff may know her. */
export interface KnownMember {
  readonly memberId: string
  readonly maskedName: string
  readonly codeStep: number
}

type ShownInput = Parameters<typeof readShown>[0] & { readonly storeId?: string | undefined }

/** Reads what was shown, and where; no call. Refuses what the code, the ticket and the store do. */
export function counterOf(input: ShownInput, { staff, shop }: StaffContext): Outcome<Counter> {
  const shown = readShown(input)
  if (!shown.ok) return shown
  const store = storeOf(staff, shop, input.storeId ?? shown.value.ticket?.storeId)
  return store.ok ? accept({ shown: shown.value, store: store.value }) : store
}

/**
 * Proves what was shown and finds the member behind it: no call with a ticket, one with a code.
 * Refuses SELF_SERVICE when who serves is the member, besides what the proof refuses.
 */
export async function recogniseMember(
  { shown, store }: Counter,
  context: StaffContext,
): Promise<Outcome<KnownMember>> {
  const step = await proveShown(shown, store.storeId, context)
  if (!step.ok) return step
  const found = shown.ticket ? accept(shown.ticket) : await byNumber(shown.memberNumber)
  if (!found.ok) return found
  const { memberId, maskedName } = found.value
  if (memberId === context.memberId) return refuse('SELF_SERVICE')
  return accept({ memberId, maskedName, codeStep: step.value })
}

/** The same for a bill; PURCHASE_OVER_CAP for what only a manager may book. */
export async function recogniseBuyer(
  counter: Counter,
  billFen: number,
  context: StaffContext,
): Promise<Outcome<KnownMember>> {
  const member = await recogniseMember(counter, context)
  const { purchaseCapFen: capFen } = context.shop
  if (!member.ok || billFen <= capFen) return member
  const isManaged = managesStore(context.staff, counter.store.storeId)
  return isManaged ? member : refuse('PURCHASE_OVER_CAP', { capFen })
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
