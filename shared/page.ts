/**
 * A page of a list that runs back in time. It ends where two instants differ, so that rows of one
 * millisecond stay together and none is skipped between two pages.
 */
export interface Page<T> {
  readonly rows: readonly T[]
  /** The instant of the last row, as the cursor of the next page; null when there is none. */
  readonly nextCursor: string | null
}

/** `found` holds up to `limit + 1` rows, the newest first: the last one only tells of more. */
export function pageByInstant<T>(
  found: readonly T[],
  limit: number,
  instantOf: (row: T) => number,
): Page<T> {
  const beyond = found[limit]
  if (beyond === undefined) return { rows: found, nextCursor: null }
  const full = found.slice(0, limit)
  const whole = full.filter((row) => instantOf(row) !== instantOf(beyond))
  // A page of one single instant is shown as it is: it could not be cut anywhere.
  const rows = whole.length > 0 ? whole : full
  const last = rows[rows.length - 1]
  return { rows, nextCursor: last === undefined ? null : String(instantOf(last)) }
}

/** A cursor read back: null for the first page, `undefined` when it is no instant. */
export function instantOfCursor(cursor: string | undefined): number | null | undefined {
  if (cursor === undefined) return null
  const at = Number(cursor)
  return Number.isSafeInteger(at) ? at : undefined
}
