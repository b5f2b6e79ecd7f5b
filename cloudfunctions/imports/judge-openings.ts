/** What becomes of old members' rows: those of one phone and one expiry count together. */
import type { ImportVerdict } from '../../shared/imports/purchase-import'
import { MAX_ADJUSTED_POINTS } from '../../shared/limits'
import { openingsOf } from '../openings/repository'
import type { OpeningImportRow } from './import-jobs'

/** Points of all rows with one phone and one expiry: two old cards add up. */
export type OpeningSums = ReadonlyMap<string, number>

export function openingSumsOf(rows: readonly OpeningImportRow[]): OpeningSums {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const key = openingKeyOf(row)
    sums.set(key, (sums.get(key) ?? 0) + row.points)
  }
  return sums
}

function openingKeyOf({ phoneHash, expiresOn }: OpeningImportRow): string {
  return `${phoneHash}/${expiresOn}`
}

/** Judges rows by the sums of their whole file, and by what waits or waited under their phones. */
export async function judgeOpenings(
  rows: readonly OpeningImportRow[],
  sums: OpeningSums,
): Promise<OpeningImportRow[]> {
  const found = await openingsOf(rows.map(({ phoneHash }) => phoneHash))
  const openings = new Map(found.map((known) => [known._id, known]))
  return rows.map((row) => {
    const sumPoints = sums.get(openingKeyOf(row)) ?? row.points
    const known = openings.get(row.phoneHash)
    const replacesPoints = known?.rows[row.expiresOn] ?? null
    const isClaimed = known?.state === 'claimed'
    const verdict = verdictOn({ sumPoints, replacesPoints, isClaimed })
    return { ...row, sumPoints, replacesPoints, verdict }
  })
}

/** What nobody has claimed is replaced by what a corrected file says. */
function verdictOn(row: {
  readonly sumPoints: number
  readonly replacesPoints: number | null
  readonly isClaimed: boolean
}): ImportVerdict {
  if (row.replacesPoints === row.sumPoints) return 'there'
  if (row.sumPoints > MAX_ADJUSTED_POINTS) return 'openingSumTooLarge'
  return row.isClaimed ? 'openingClaimed' : 'fine'
}
