/**
 * The person in front of staff: told by her code of this minute, or by the ticket of a scan.
 * What was shown is read first (who she is never ages), then proved (a code and a ticket do).
 */
import { splitMemberCode } from '../../shared/members/member-code'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext } from './context'
import { checkMemberCode, readTicket, type Ticket } from './member-codes'
import { admitAttempt, countFailure } from './roles'

export interface Shown {
  readonly memberNumber: string
  readonly memberCode: string | null
  readonly ticket: Ticket | null
}

/** Refuses INPUT_INVALID unless exactly one is given, TICKET_INVALID for a ticket not ours. */
export function readShown(input: {
  memberCode?: string | undefined
  ticket?: string | undefined
}): Outcome<Shown> {
  const { memberCode, ticket } = input
  if (memberCode !== undefined && ticket === undefined) {
    const { memberNumber } = splitMemberCode(memberCode)
    return accept({ memberNumber, memberCode, ticket: null })
  }
  if (ticket === undefined || memberCode !== undefined) {
    return refuse('INPUT_INVALID', { field: memberCode === undefined ? 'memberCode' : 'ticket' })
  }
  const read = readTicket(ticket)
  if (!read.ok) return read
  return accept({ memberNumber: read.value.memberNumber, memberCode: null, ticket: read.value })
}

/**
 * Proves what was shown and answers the minute of its code. Refuses CODE_INVALID (counted),
 * CODE_EXPIRED, CODE_ATTEMPTS, TICKET_EXPIRED, and TICKET_INVALID for somebody else's ticket.
 */
export async function proveShown(
  shown: Shown,
  storeId: string,
  context: StaffContext,
): Promise<Outcome<number>> {
  const { staff, now } = context
  if (shown.ticket) {
    const { staffId, storeId: ticketStoreId, untilAt, codeStep } = shown.ticket
    if (staffId !== staff._id || ticketStoreId !== storeId) return refuse('TICKET_INVALID')
    return now < untilAt ? accept(codeStep) : refuse('TICKET_EXPIRED')
  }
  const attempt = admitAttempt(staff, now)
  if (!attempt.ok) return attempt
  const step = checkMemberCode(shown.memberCode ?? '', now)
  if (!step.ok && step.code === 'CODE_INVALID') await countFailure(staff, now)
  return step
}
