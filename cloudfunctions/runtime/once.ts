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

/** Recorded answers that nobody asks for again (see `retention.ts`). */
export const oldAnswers: Fleeting = { collection: 'requests', datedBy: { at: 'at' } }

export type Meaning = Parameters<typeof meaningHashOf>[0]

/** Records what a request did, in the transaction that does it. */
export type Recorder<T> = (tx: Transaction, answer: T) => Promise<void>

export interface Asked<T> {
  readonly meaning: Meaning
  /**
   * What the request books, where that carries its own record: one database call. Without it the
   * record stands among the requests, and `book` puts it there by `record`.
   */
  readonly find?: () => Promise<{ readonly request: Booked<T> | null } | null>
}

/** Refuses ALREADY_THERE when the key is taken by now, UNDER_WAY when it may be at any moment. */
type Book<T> = (own: { readonly hash: string; readonly record: Recorder<T> }) => Promise<Outcome<T>>

const LOOK_AGAIN_MS = 2_000
const LOOK_AGAIN_FROM_ATTEMPT = 2

/** Answers the first result for an equal meaning; refuses REQUEST_REUSED for another, or BUSY. */
export async function recorded<T>(
  { requestKey, now }: Pick<Context, 'requestKey' | 'now'>,
  { meaning, find }: Asked<T>,
  book: Book<T>,
): Promise<Outcome<T>> {
  const hash = meaningHashOf(meaning)
  const look = async () =>
    find ? ((await find())?.request ?? null) : getById<Booked<T>>('requests', requestKey)
  const record: Recorder<T> = (tx, answer) =>
    tx.insert('requests', { _id: requestKey, hash, answer, at: now })
  const first = await look()
  if (first) return sameOrRefused(first, hash)
  const until = performance.now() + LOOK_AGAIN_MS
  let outcome = await book({ hash, record })
  for (let attempt = LOOK_AGAIN_FROM_ATTEMPT; !outcome.ok; attempt += 1) {
    // A twin may have booked this very request meanwhile: what it spent is no reason to refuse.
    const booked = await look()
    if (booked) return sameOrRefused(booked, hash)
    const { code } = outcome
    if (code !== 'ALREADY_THERE' && code !== 'UNDER_WAY') return outcome
    if (performance.now() >= until) return refuse('BUSY')
    await pause(attempt)
    if (code === 'UNDER_WAY') outcome = await book({ hash, record })
  }
  return outcome
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
export function recordedUnderLease<T>(
  context: Pick<Context, 'requestKey' | 'now'>,
  { lease, meaning }: { lease: string; meaning: Meaning },
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { requestKey, now } = context
  return recorded<T>(context, { meaning }, async ({ hash }) => {
    const outcome = await underLease({ job: lease, holder: requestKey }, now, work)
    if (!outcome.ok) return outcome
    const record = { _id: requestKey, hash, answer: outcome.value, at: now }
    const inserted = await insertNew('requests', record)
    return inserted.ok ? outcome : inserted
  })
}

/**
 * A piece of work that may be done again without harm, since it knows itself what it has done: its
 * answer is recorded once it is done, and a step that was killed is done by whoever asks next.
 */
export function recordedWhenDone<T>(
  context: Pick<Context, 'requestKey' | 'now'>,
  meaning: Meaning,
  work: (hash: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { requestKey, now } = context
  return recorded<T>(context, { meaning }, async ({ hash }) => {
    const outcome = await work(hash)
    if (!outcome.ok) return outcome
    const record = { _id: requestKey, hash, answer: outcome.value, at: now }
    const inserted = await insertNew('requests', record)
    return inserted.ok ? outcome : inserted
  })
}
