/**
 * The same request again has one effect and one answer. What was booked keeps a hash of its
 * meaning and its answer; a loser that finds the first still under way looks again for up to
 * two seconds, then says BUSY, and the client asks again with the same request id.
 */
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { type Context, meaningHashOf } from './context'
import { getById, insertNew, pause, type Transaction } from './database'
import { underLease } from './lease'
import type { Fleeting } from './retention'

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
  for (let attempt = LOOK_AGAIN_FROM_ATTEMPT; ; attempt += 1) {
    if (typeof outcome !== 'string' && outcome.ok) return outcome
    // A twin may have booked this very request meanwhile: what it spent is no reason to refuse.
    const booked = await request.find()
    if (booked) return sameOrRefused(booked, request.hash)
    if (typeof outcome !== 'string') return outcome
    if (performance.now() >= until) return refuse('BUSY')
    await pause(attempt)
    if (outcome === 'underWay') outcome = await request.book()
  }
}

/** Recorded answers that nobody asks for again (see `retention.ts`). */
export const oldAnswers: Fleeting = { collection: 'requests', datedBy: { at: 'at' } }

/** Records what a request did, in the transaction that does it. */
export type Recorder<T> = (tx: Transaction, answer: T) => Promise<void>

/**
 * `onceOnly` for a request that changes documents and makes none whose `_id` could be its key:
 * what it meant and answered is recorded beside the change, in the same transaction.
 */
export function onceRecorded<T>(
  context: Pick<Context, 'requestKey' | 'now'>,
  meaning: Parameters<typeof meaningHashOf>[0],
  book: (record: Recorder<T>) => Promise<Outcome<T> | 'duplicate'>,
): Promise<Outcome<T>> {
  const { requestKey, now } = context
  const hash = meaningHashOf(meaning)
  return onceOnly<T>({
    hash,
    find: () => getById<Booked<T>>('requests', requestKey),
    book: () =>
      book((tx, answer) => tx.insert('requests', { _id: requestKey, hash, answer, at: now })),
  })
}

/** The first answer, when the meaning is the same; otherwise REQUEST_REUSED. */
export function sameOrRefused<T>(booked: Booked<T>, hash: string): Outcome<T> {
  return booked.hash === hash ? accept(booked.answer) : refuse('REQUEST_REUSED')
}

/**
 * A long piece of work that is asked for step by step: alone under a lease, and its answer is
 * recorded once the step is done. A step that was killed is done by whoever asks next; who meets
 * another at it looks again, then is told BUSY.
 */
export function onceLeased<T>(
  context: Pick<Context, 'requestKey' | 'now'>,
  { lease, meaning }: { lease: string; meaning: Parameters<typeof meaningHashOf>[0] },
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { requestKey, now } = context
  const hash = meaningHashOf(meaning)
  return onceOnly<T>({
    hash,
    find: () => getById<Booked<T>>('requests', requestKey),
    book: async () => {
      const outcome = await underLease({ job: lease, holder: requestKey }, now, work)
      if (outcome === 'held') return 'underWay'
      if (!outcome.ok) return outcome
      const record = { _id: requestKey, hash, answer: outcome.value, at: now }
      return (await insertNew('requests', record)) === 'duplicate' ? 'duplicate' : outcome
    },
  })
}
