import type { OutputAt } from '../api'

export type ShownEntry = OutputAt<'lists.show'>['entries'][number]

/** How many rows are drawn as one piece: what changes in one leaves all others alone. */
const ROWS_OF_PIECE = 40

/**
 * Rows with what a newer answer says of them, by number. A row that says the same is the same one,
 * so that it is not drawn again.
 */
export function mergedRows(
  rows: readonly ShownEntry[],
  newer: readonly ShownEntry[],
): readonly ShownEntry[] {
  const byNumber = new Map(newer.map((row) => [row.entryNo, row]))
  const kept = rows.map((row) => {
    const told = byNumber.get(row.entryNo)
    byNumber.delete(row.entryNo)
    return told && JSON.stringify(told) !== JSON.stringify(row) ? told : row
  })
  return byNumber.size === 0 ? kept : inOrder([...kept, ...byNumber.values()])
}

/** Rows in pieces of forty, by number: a piece that is full never changes its size. */
export function piecesOf(rows: readonly ShownEntry[]): readonly (readonly ShownEntry[])[] {
  const count = Math.ceil(rows.length / ROWS_OF_PIECE)
  return Array.from({ length: count }, (_, place) =>
    rows.slice(place * ROWS_OF_PIECE, (place + 1) * ROWS_OF_PIECE),
  )
}

/** Two pieces with the very same rows. */
export function isSamePiece(one: readonly ShownEntry[], other: readonly ShownEntry[]): boolean {
  return one.length === other.length && one.every((row, place) => row === other[place])
}

function inOrder(rows: readonly ShownEntry[]): readonly ShownEntry[] {
  return [...rows].sort((one, other) => one.entryNo - other.entryNo)
}
