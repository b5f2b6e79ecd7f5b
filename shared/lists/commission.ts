/**
 * 团长佣金: one level, a share of what was collected of a list and not refunded, as its percentage
 * stood when it was published; rounded down, once for the list. Whoever took the money in has to
 * account for it: what its owner took is the shop's, less her commission on all of the list.
 */
import { type PaidPart, takenBy, withoutFen } from './paid-parts'

/** What was paid for one entry, and what of it was given back. */
export interface CollectedEntry {
  readonly paidFen: number
  readonly refundedFen: number
  readonly parts: readonly PaidPart[]
}

export interface ListSums {
  readonly collectedFen: number
  readonly refundedFen: number
  readonly commissionFen: number
  /** What the owner took herself and has not given back: the rest of the money is the shop's. */
  readonly heldFen: number
  /** What the owner owes the shop; below 0 the shop owes her. */
  readonly owedFen: number
}

export function listSumsOf(
  entries: readonly CollectedEntry[],
  { ownerId, commissionPercent }: { readonly ownerId: string; readonly commissionPercent: number },
): ListSums {
  const sumOf = (some: readonly CollectedEntry[], fen: 'paidFen' | 'refundedFen') =>
    some.reduce((sum, entry) => sum + entry[fen], 0)
  const collectedFen = sumOf(entries, 'paidFen')
  const refundedFen = sumOf(entries, 'refundedFen')
  // The one division: rounded down, so that no more is paid out than the percentage says.
  const commissionFen = Math.floor(((collectedFen - refundedFen) * commissionPercent) / 100)
  // Each accounts for what she took herself and has not given back.
  const heldFen = entries.reduce((sum, { parts, refundedFen: backFen }) => {
    return sum + takenBy(withoutFen(parts, backFen), ownerId)
  }, 0)
  return { collectedFen, refundedFen, commissionFen, heldFen, owedFen: heldFen - commissionFen }
}

/** A month: the sums of its lists. */
export function monthSumsOf(lists: readonly ListSums[]): ListSums {
  return lists.reduce<ListSums>(
    (sums, list) => ({
      collectedFen: sums.collectedFen + list.collectedFen,
      refundedFen: sums.refundedFen + list.refundedFen,
      commissionFen: sums.commissionFen + list.commissionFen,
      heldFen: sums.heldFen + list.heldFen,
      owedFen: sums.owedFen + list.owedFen,
    }),
    { collectedFen: 0, refundedFen: 0, commissionFen: 0, heldFen: 0, owedFen: 0 },
  )
}
