import type { Store } from './engine/store'

/** What must be added to the machine's time; or where the clock stands still. */
export interface ClockReading {
  readonly offsetMs: number
  readonly heldAtMs: number | null
}

/** The cloud's time: the machine's, moved by an offset that outlives the process. */
export interface Clock {
  now(): number
  set(ms: number): void
  /** Moves to an instant on the way to another: as `set`, but kept in memory only. */
  pass(ms: number): void
  advance(ms: number): void
  /** Stands still at an instant until it is moved again, in memory only: for runs at an edge. */
  hold(ms: number): void
  /** How workers, which are told with every invocation, come to the same time. */
  readonly reading: ClockReading
  /** Resolves when the last move is safe on the disk. */
  saved(): Promise<void>
}

const factName = 'clockOffsetMs'

/** JavaScript's own bounds; beyond them a Date is invalid. */
const latestMs = 8.64e15

export function openClock(store: Store): Clock {
  let offsetMs = Number(store.readFact(factName) ?? 0)
  let heldAtMs: number | null = null
  let saving: Promise<void> = Promise.resolve()
  const now = (): number => heldAtMs ?? Date.now() + offsetMs
  const shift = (toOffsetMs: number): void => {
    if (!Number.isFinite(toOffsetMs) || Math.abs(Date.now() + toOffsetMs) > latestMs) {
      throw new RangeError('the clock cannot be moved there')
    }
    offsetMs = Math.round(toOffsetMs)
    heldAtMs = null
  }
  const move = (toOffsetMs: number): void => {
    shift(toOffsetMs)
    saving = store.writeFact(factName, String(offsetMs))
    // A full disk is told to whoever asks `saved`; nobody else must stumble over it.
    saving.catch(() => {})
  }
  return {
    now,
    set: (ms) => move(ms - Date.now()),
    pass: (ms) => shift(ms - Date.now()),
    advance: (ms) => move((heldAtMs === null ? offsetMs : heldAtMs - Date.now()) + ms),
    hold(ms) {
      shift(ms - Date.now())
      heldAtMs = ms
    },
    get reading() {
      return { offsetMs, heldAtMs }
    },
    saved: () => saving,
  }
}
