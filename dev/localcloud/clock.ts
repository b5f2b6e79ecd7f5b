import type { Store } from './engine/store'

/** The cloud's time: the machine's, moved by an offset that outlives the process. */
export interface Clock {
  now(): number
  set(ms: number): void
  /** Moves to an instant on the way to another: as `set`, but kept in memory only. */
  pass(ms: number): void
  advance(ms: number): void
  /** What must be added to the machine's time; workers are given it with every invocation. */
  readonly offsetMs: number
  /** Resolves when the last move is safe on the disk. */
  saved(): Promise<void>
}

const factName = 'clockOffsetMs'

/** JavaScript's own bounds; beyond them a Date is invalid. */
const latestMs = 8.64e15

export function openClock(store: Store): Clock {
  let offsetMs = Number(store.readFact(factName) ?? 0)
  let saving: Promise<void> = Promise.resolve()
  const shift = (toOffsetMs: number): void => {
    if (!Number.isFinite(toOffsetMs) || Math.abs(Date.now() + toOffsetMs) > latestMs) {
      throw new RangeError('the clock cannot be moved there')
    }
    offsetMs = Math.round(toOffsetMs)
  }
  const move = (toOffsetMs: number): void => {
    shift(toOffsetMs)
    saving = store.writeFact(factName, String(offsetMs))
    // A full disk is told to whoever asks `saved`; nobody else must stumble over it.
    saving.catch(() => {})
  }
  return {
    now: () => Date.now() + offsetMs,
    set: (ms) => move(ms - Date.now()),
    pass: (ms) => shift(ms - Date.now()),
    advance: (ms) => move(offsetMs + ms),
    get offsetMs() {
      return offsetMs
    },
    saved: () => saving,
  }
}
