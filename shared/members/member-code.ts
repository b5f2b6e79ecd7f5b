/**
 * The member code: 18 digits, an 8-digit member number and 10 digits of a keyed hash over number
 * and minute. QR, barcode and typing carry the same digits. The code of this minute and of the
 * one before are accepted, so a screenshot three minutes old is worth nothing.
 */
import { accept, type Outcome, refuse } from '../refusal'

export const MEMBER_NUMBER_DIGITS = 8
export const CODE_STEP_MS = 60_000
/** This minute and the next five: what a phone without network can still show. */
export const CODE_STEPS_AHEAD = 5

export interface CodeParts {
  readonly memberNumber: string
  readonly proof: string
}

/** The minute that an instant lies in, counted from the epoch. One division, rounded down. */
export function codeStepOf(at: number): number {
  return Math.floor(at / CODE_STEP_MS)
}

export function splitMemberCode(memberCode: string): CodeParts {
  return {
    memberNumber: memberCode.slice(0, MEMBER_NUMBER_DIGITS),
    proof: memberCode.slice(MEMBER_NUMBER_DIGITS),
  }
}

/**
 * Which minute's code is this? `proofOf` is the keyed hash, known to the server alone.
 * Looks a few minutes further back only to tell "expired" from "wrong".
 */
export function matchCodeStep(
  proof: string,
  nowStep: number,
  proofOf: (step: number) => string,
): Outcome<number> {
  for (const step of [nowStep, nowStep - 1]) {
    if (proofOf(step) === proof) return accept(step)
  }
  for (let step = nowStep - 2; step >= nowStep - 60; step -= 1) {
    if (proofOf(step) === proof) return refuse('CODE_EXPIRED')
  }
  return refuse('CODE_INVALID')
}
