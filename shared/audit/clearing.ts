/**
 * Which store's points were spent at which store, so that stores of different owners can settle
 * with each other. Within a lot the points that came first go first; points of no store (a pack, an
 * import, a correction) stay points of no store.
 */
import { sumOf } from '../points/lots'
import type { Movement } from '../points/points-account'

/** Points of one store in one lot. */
export interface Part {
  readonly storeId: string | null
  readonly points: number
}

/** Where a member's points came from. */
export interface Origins {
  readonly lots: Readonly<Record<string, readonly Part[]>>
  /** What the newest spends took, so that a return brings the same back. */
  readonly spends: readonly { readonly sourceId: string; readonly parts: readonly Part[] }[]
}

export interface TracedEntry extends Pick<Movement, 'lotChanges'> {
  readonly posting: { readonly from: string; readonly to: string; readonly points: number }
  readonly storeId: string | null
  readonly sourceId: string | null
}

export const noOrigins: Origins = { lots: {}, spends: [] }

/** Older spends are returned as points of no store. */
const MAX_SPENDS = 10
const MAX_PARTS = 40

/** The origins after an entry, and which stores' points it spent (+) or brought back (−). */
export function traceEntry(
  before: Origins,
  entry: TracedEntry,
): { readonly origins: Origins; readonly cleared: readonly Part[] } {
  const { posting, lotChanges, storeId, sourceId } = entry
  const lots = new Map(Object.entries(before.lots))
  const taken: Part[] = []
  for (const { expiresOn, points } of lotChanges.filter((lot) => lot.points < 0)) {
    const { left, gone } = takeParts(lots.get(expiresOn) ?? [], 0 - points)
    lots.set(expiresOn, left)
    taken.push(...gone)
  }
  const isReturn = posting.from === 'program:redeemed'
  const spend = before.spends.find((one) => isReturn && one.sourceId === sourceId)
  // Points that change their lot keep their store; points that come in have the entry's.
  let coming: readonly Part[] = spend?.parts ?? (posting.from === posting.to ? taken : [])
  const source = isReturn || posting.from === posting.to ? null : storeId
  const returned: Part[] = []
  for (const { expiresOn, points } of lotChanges.filter((lot) => lot.points > 0)) {
    const { left, gone } = takeParts(coming, points, source)
    coming = left
    returned.push(...gone)
    lots.set(expiresOn, merged([...(lots.get(expiresOn) ?? []), ...gone]))
  }
  const isSpend = posting.to === 'program:redeemed'
  // What repaid a debt went into no lot; of a purchase, a later part brings back the rest.
  const open = before.spends.map((one) =>
    one === spend
      ? { ...one, parts: takeParts(coming, posting.points - sumOf(returned)).left }
      : one,
  )
  const spends = isSpend && sourceId ? [...open, { sourceId, parts: taken }] : open
  const kept = [...lots].filter(([, parts]) => parts.length > 0)
  const cleared = isReturn ? returned.map(negated) : isSpend ? taken : []
  return {
    origins: { lots: Object.fromEntries(kept), spends: spends.slice(-MAX_SPENDS) },
    cleared: merged(cleared),
  }
}

/** The first so many points; what is missing comes from `missingOf`. */
function takeParts(
  parts: readonly Part[],
  points: number,
  missingOf: string | null = null,
): { left: readonly Part[]; gone: readonly Part[] } {
  const left: Part[] = []
  const gone: Part[] = []
  let wanted = points
  for (const part of parts) {
    const taken = Math.min(part.points, wanted)
    wanted -= taken
    if (taken > 0) gone.push({ ...part, points: taken })
    if (part.points > taken) left.push({ ...part, points: part.points - taken })
  }
  if (wanted > 0) gone.push({ storeId: missingOf, points: wanted })
  return { left, gone }
}

/** Neighbours of one store as one part; in a lot of very many parts, each store is one. */
function merged(parts: readonly Part[]): readonly Part[] {
  if (parts.length > MAX_PARTS) return byStore(parts)
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last?.storeId === part.storeId) {
      joined.splice(-1, 1, { ...part, points: last.points + part.points })
    } else joined.push(part)
  }
  return joined
}

function byStore(parts: readonly Part[]): readonly Part[] {
  const sums = new Map<string | null, number>()
  for (const { storeId, points } of parts) sums.set(storeId, (sums.get(storeId) ?? 0) + points)
  return [...sums].map(([storeId, points]) => ({ storeId, points }))
}

function negated(part: Part): Part {
  return { ...part, points: 0 - part.points }
}
