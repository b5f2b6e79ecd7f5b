/** Whose goods are fetched, by what was shown: her ticket, a pick-up code, a proxy's code. */
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext } from '../runtime/context'
import { admitAttempt, countFailure } from '../runtime/roles'
import { proveShown, readShown } from '../runtime/shown-code'
import { entryByCode } from './pickup-document'
import { admitProxy, proxyByCode } from './proxy-document'

export interface ShownInput {
  readonly ticket?: string | undefined
  readonly pickupCode?: string | undefined
  readonly proxyCode?: string | undefined
}

export interface Fetcher {
  /** Null: an entry of nobody with an account. */
  readonly memberId: string | null
  /** The only entry that it opens; null: all of the member's. */
  readonly entryId: string | null
  /** The store of the till where she was scanned; null: whichever serves there. */
  readonly storeId: string | null
  readonly proxyCode: string | null
}

/**
 * Refuses INPUT_INVALID for none or several of them, PICKUP_NOT_FOUND (counted like a wrong member
 * code), CODE_ATTEMPTS, PROXY_USED, PROXY_EXPIRED, SELF_SERVICE, and what a ticket refuses.
 */
export async function whoFetches(
  { ticket, pickupCode, proxyCode }: ShownInput,
  context: StaffContext,
): Promise<Outcome<Fetcher>> {
  const shown = [ticket, pickupCode, proxyCode].filter((one) => one !== undefined)
  if (shown.length !== 1) return refuse('INPUT_INVALID', { field: 'ticket' })
  const attempt = admitAttempt(context.staff, context.now)
  if (!attempt.ok) return attempt
  const found = await byShown({ ticket, pickupCode, proxyCode }, context)
  if (!found.ok && found.code === 'PICKUP_NOT_FOUND') {
    await countFailure(context.staff, context.now)
  }
  if (!found.ok) return found
  return found.value.memberId === context.memberId ? refuse('SELF_SERVICE') : found
}

async function byShown(
  { ticket, pickupCode, proxyCode }: ShownInput,
  context: StaffContext,
): Promise<Outcome<Fetcher>> {
  const all = { entryId: null, storeId: null, proxyCode: null }
  if (pickupCode !== undefined) {
    const entry = await entryByCode(pickupCode)
    if (!entry) return refuse('PICKUP_NOT_FOUND')
    const { memberId, _id } = entry
    return accept({ ...all, memberId, entryId: memberId === null ? _id : null })
  }
  if (proxyCode !== undefined) {
    const proxy = await proxyByCode(proxyCode)
    if (!proxy) return refuse('PICKUP_NOT_FOUND')
    const admitted = admitProxy(proxy, context.now)
    return admitted.ok ? accept({ ...all, memberId: proxy._id, proxyCode }) : admitted
  }
  return byTicket(ticket, context)
}

async function byTicket(ticket: string | undefined, context: StaffContext) {
  const shown = readShown({ ticket })
  if (!shown.ok) return shown
  const read = shown.value.ticket
  if (!read) return refuse('TICKET_INVALID')
  const proved = await proveShown(shown.value, read.storeId, context)
  if (!proved.ok) return proved
  const { memberId, storeId } = read
  return accept({ memberId, storeId, entryId: null, proxyCode: null })
}
