import { openingLotsOf } from '../../shared/openings/opening-points'
import type { Transaction } from '../runtime/database'
import type { OpeningDocument } from './repository'

export interface OpeningWish {
  readonly expiresOn: string
  readonly points: number
  /** What was there when it was decided; it alone is replaced. */
  readonly replacesPoints: number | null
}

/**
 * Writes what an import says of the points that wait under a phone, in the caller's transaction: it
 * adds what is new, and replaces what was there when it was looked at. Nothing comes to points that
 * were claimed. Answers how each row stands now: `kept` by this import, `there` before it, `taken`
 * by a figure that came since, `late`.
 */
export async function keepOpening(
  tx: Transaction,
  phoneHash: string,
  { wishes, jobId, staffId }: { wishes: readonly OpeningWish[]; jobId: string; staffId: string },
): Promise<('kept' | 'there' | 'taken' | 'late')[]> {
  const known = await tx.get<OpeningDocument>('opening_points', phoneHash)
  const rows: Record<string, number> = { ...known?.rows }
  const importedBy: Record<string, string> = { ...known?.importedBy }
  const isClaimed = known?.state === 'claimed'
  let isNew = false
  const stands = wishes.map(({ expiresOn, points, replacesPoints }) => {
    const held = rows[expiresOn]
    if (held === points) return importedBy[expiresOn] === jobId ? 'kept' : 'there'
    if (isClaimed) return 'late'
    if ((held ?? null) !== replacesPoints) return 'taken'
    isNew = true
    rows[expiresOn] = points
    importedBy[expiresOn] = jobId
    return 'kept'
  })
  if (!isNew) return stands
  const lots = openingLotsOf(rows)
  const broughtBy = [...new Set([...(known?.broughtBy ?? []), staffId])]
  const kept = { rows, importedBy, broughtBy, lots }
  const opening: OpeningDocument = { state: 'waiting', ...kept, claimed: null }
  await tx.put('opening_points', { _id: phoneHash, ...opening })
  return stands
}
