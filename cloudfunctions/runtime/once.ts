/**
 * The same request again has one effect and one answer. What was booked keeps a hash of its
 * meaning and its answer; a loser that finds the first still under way looks again for up to
 * two seconds, then says BUSY, and the client asks again with the same request id.
 */
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { pause } from './database'

export interface Booked<T> {
  readonly hash: string
  readonly answer: T
}

const LOOK_AGAIN_MS = 2_000
const LOOK_AGAIN_FROM_ATTEMPT = 2

export interface OnceOnly<T> {
  readonly hash: string
  /** Looks the key up: one database call. */
  find(): Promise<Booked<T> | null>
  /** Books it; `duplicate` when the key is there by now, `underWay` when it may come. */
  book(): Promise<Outcome<T> | 'duplicate' | 'underWay'>
}

/** Answers the first result for an equal meaning; refuses REQUEST_REUSED for another, or BUSY. */
export async function onceOnly<T>(request: OnceOnly<T>): Promise<Outcome<T>> {
  const first = await request.find()
  if (first) return sameOrRefused(first, request.hash)
  const until = performance.now() + LOOK_AGAIN_MS
  let outcome = await request.book()
  for (let attempt = LOOK_AGAIN_FROM_ATTEMPT; performance.now() < until; attempt += 1) {
    if (outcome !== 'duplicate' && outcome !== 'underWay') return outcome
    const booked = await request.find()
    if (booked) return sameOrRefused(booked, request.hash)
    await pause(attempt)
    if (outcome === 'underWay') outcome = await request.book()
  }
  return typeof outcome === 'string' ? refuse('BUSY') : outcome
}

/** The first answer, when the meaning is the same; otherwise REQUEST_REUSED. */
export function sameOrRefused<T>(booked: Booked<T>, hash: string): Outcome<T> {
  return booked.hash === hash ? accept(booked.answer) : refuse('REQUEST_REUSED')
}
