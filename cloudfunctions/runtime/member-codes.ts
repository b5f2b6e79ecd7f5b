/** The secret half of member codes, and the signed tickets that a scan gives in their place. */
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import {
  CODE_STEP_MS,
  CODE_STEPS_AHEAD,
  codeStepOf,
  matchCodeStep,
  splitMemberCode,
} from '../../shared/members/member-code'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { codeSecret } from './config'

export interface Ticket {
  readonly memberId: string
  readonly memberNumber: string
  readonly maskedName: string
  readonly staffId: string
  readonly storeId: string
  /** The minute of the code that was scanned: one use per purpose. */
  readonly codeStep: number
  readonly untilAt: number
}

const PROOF_MODULUS = 10_000_000_000n
const PROOF_DIGITS = 10
const TICKET_LIFE_MS = 10 * 60_000

/** The codes of this minute and the next five: `{ memberCode, fromAt, untilAt }`, epoch ms. */
export function codesFrom(memberNumber: string, now: number) {
  const first = codeStepOf(now)
  return Array.from({ length: CODE_STEPS_AHEAD + 1 }, (_, ahead) => ({
    memberCode: memberNumber + proofOf(memberNumber, first + ahead),
    fromAt: (first + ahead) * CODE_STEP_MS,
    untilAt: (first + ahead + 1) * CODE_STEP_MS,
  }))
}

/** The minute a code belongs to. Refuses CODE_INVALID and CODE_EXPIRED. */
export function checkMemberCode(memberCode: string, now: number): Outcome<number> {
  const { memberNumber, proof } = splitMemberCode(memberCode)
  return matchCodeStep(proof, codeStepOf(now), (step) => proofOf(memberNumber, step))
}

export function newMemberNumber(): string {
  return String(randomInt(10_000_000, 100_000_000))
}

export function newPickupCode(): string {
  return String(randomInt(100_000, 1_000_000)) + String(randomInt(0, 1_000_000)).padStart(6, '0')
}

export function ticketUntilAt(now: number): number {
  return now + TICKET_LIFE_MS
}

export function signTicket(ticket: Ticket): string {
  const body = Buffer.from(JSON.stringify(ticket)).toString('base64url')
  return `${body}.${signatureOf(body)}`
}

/** Reads a ticket that we signed, of whatever age. Refuses TICKET_INVALID. */
export function readTicket(text: string): Outcome<Ticket> {
  const [body = '', signature = ''] = text.split('.')
  const expected = Buffer.from(signatureOf(body))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return refuse('TICKET_INVALID')
  }
  // Parse edge: the signature says that these bytes are a ticket of ours.
  return accept(JSON.parse(Buffer.from(body, 'base64url').toString()) as Ticket)
}

/** Keyed hash over number and minute, as ten decimal digits. */
function proofOf(memberNumber: string, step: number): string {
  const digest = createHmac('sha256', codeSecret()).update(`code/${memberNumber}/${step}`).digest()
  return String(digest.readBigUInt64BE(0) % PROOF_MODULUS).padStart(PROOF_DIGITS, '0')
}

function signatureOf(body: string): string {
  return createHmac('sha256', codeSecret()).update(`ticket/${body}`).digest('base64url')
}
