import type { Store } from '../engine/store'

/** Counters that outlive the process, such as the messages that a member still allows. */
export interface LastingCounts {
  get(key: string): number
  /** Counts at once; resolves when the count is safe on the disk. */
  set(key: string, count: number): Promise<void>
}

/** A fact is seen in the store only after its write, so the newest counts are kept beside it. */
export function openCounts(store: Store, name: string): LastingCounts {
  const known = new Map<string, number>()
  const factOf = (key: string): string => `${name}:${key}`
  return {
    get: (key) => known.get(key) ?? Number(store.readFact(factOf(key)) ?? 0),
    set(key, count) {
      known.set(key, count)
      return store.writeFact(factOf(key), String(count))
    },
  }
}
