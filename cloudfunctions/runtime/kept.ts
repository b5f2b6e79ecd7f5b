/**
 * What an instance may keep for a while of data that seldom changes: for a minute what a manager
 * edits, for seconds what hurries. Ages are told by the monotonic clock. Identity and roles are
 * never kept.
 */

const MINUTE_MS = 60_000
/** A key that is unknown now may be made at any moment. */
const ABSENT_KEPT_MS = 3_000
const MOST_KEYS = 1_000

export interface KeptByKey<T> {
  readonly read: (key: string) => Promise<T | null>
  /** This instance changed one of them itself. */
  readonly forget: () => void
}

export interface KeptBriefly<T> {
  /** Keeps what `load` answers if `mayKeep` says so. */
  readonly read: (
    key: string,
    load: () => Promise<T>,
    mayKeep?: (value: T) => boolean,
  ) => Promise<T>
  readonly forget: (key: string) => void
}

/** Read anew once what an instance holds is a minute old. */
export function keptAMinute<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: { value: T; readAt: number } | null = null
  return async () => {
    const readAt = performance.now()
    if (kept && readAt - kept.readAt < MINUTE_MS) return kept.value
    kept = { value: await load(), readAt }
    return kept.value
  }
}

/** The same by key, for at most so many; what is not there is asked for again after seconds. */
export function keptByKey<T>(load: (key: string) => Promise<T | null>): KeptByKey<T> {
  const kept = new Map<string, { value: T | null; readAt: number }>()
  return {
    read: async (key) => {
      const readAt = performance.now()
      const known = kept.get(key)
      const keptMs = known?.value === null ? ABSENT_KEPT_MS : MINUTE_MS
      if (known && readAt - known.readAt < keptMs) return known.value
      const value = await load(key)
      if (kept.size >= MOST_KEYS) kept.clear()
      kept.set(key, { value, readAt })
      return value
    },
    forget: () => kept.clear(),
  }
}

/** By key, for so many milliseconds, and only where the reader lets it be kept. */
export function keptBriefly<T>(keptMs: number): KeptBriefly<T> {
  const kept = new Map<string, { value: T; readAt: number }>()
  return {
    read: async (key, load, mayKeep = () => true) => {
      const readAt = performance.now()
      const known = kept.get(key)
      if (known && readAt - known.readAt < keptMs) return known.value
      kept.delete(key)
      const value = await load()
      if (kept.size >= MOST_KEYS) kept.clear()
      if (mayKeep(value)) kept.set(key, { value, readAt })
      return value
    },
    forget: (key) => {
      kept.delete(key)
    },
  }
}
