import { openingLotsOf } from '../../shared/openings/opening-points'
import type { Transaction } from '../runtime/database'
import type { OpeningDocument } from './repository'

export interface OpeningWish {
  readonly expiresOn: string
  readonly points: number
}

/**
 * Adds what is new of an import to the points that wait under a phone, in the caller's transaction.
 * What is there already stays as it is, and nothing comes to points that were claimed. Answers how
 * each row stands now: `kept` by this import, `there` before it, `taken` by another figure, `late`.
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
  const stands = wishes.map(({ expiresOn, points }) => {
    const held = rows[expiresOn]
    if (held !== undefined && held !== points) return 'taken'
    if (held !== undefined) return importedBy[expiresOn] === jobId ? 'kept' : 'there'
    if (isClaimed) return 'late'
    rows[expiresOn] = points
    importedBy[expiresOn] = jobId
    return 'kept'
  })
  const isNew = Object.keys(rows).length > Object.keys(known?.rows ?? {}).length
  if (!isNew) return stands
  const lots = openingLotsOf(rows)
  const broughtBy = [...new Set([...(known?.broughtBy ?? []), staffId])]
  const kept = { rows, importedBy, broughtBy, lots }
  const opening: OpeningDocument = { state: 'waiting', ...kept, claimed: null }
  await tx.put('opening_points', { _id: phoneHash, ...opening })
  return stands
}
