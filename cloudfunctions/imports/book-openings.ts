/** Old members' points of a file: those of one phone together. */
import { accept } from '../../shared/refusal'
import { keepOpening, type OpeningWish } from '../openings/opening-in-transaction'
import { inTransaction } from '../runtime/database'
import type { OpeningImportRow } from './import-jobs'

const PHONES_AT_ONCE = 4

/** Keeps rows that were found fine. Null when a phone was busy: the caller comes again. */
export async function bookOpenings(
  rows: readonly OpeningImportRow[],
  source: { readonly jobId: string; readonly staffId: string },
): Promise<readonly OpeningImportRow[] | null> {
  const fine = rows.filter(({ verdict, isLate }) => verdict === 'fine' || isLate)
  const phones = [...new Set(fine.map(({ phoneHash }) => phoneHash))]
  const judged = new Map<number, OpeningImportRow>()
  for (let from = 0; from < phones.length; from += PHONES_AT_ONCE) {
    const together = phones.slice(from, from + PHONES_AT_ONCE).map((phoneHash) => {
      const own = fine.filter((row) => row.phoneHash === phoneHash)
      return keepRows(own, { phoneHash, ...source })
    })
    for (const kept of await Promise.all(together)) {
      if (!kept) return null
      for (const row of kept) judged.set(row.rowNo, row)
    }
  }
  return rows.map((row) => judged.get(row.rowNo) ?? row)
}

function wishOf({ expiresOn, sumPoints, replacesPoints }: OpeningImportRow): OpeningWish {
  return { expiresOn, points: sumPoints, replacesPoints }
}

async function keepRows(
  rows: readonly OpeningImportRow[],
  { phoneHash, ...source }: { phoneHash: string; jobId: string; staffId: string },
): Promise<OpeningImportRow[] | null> {
  const outcome = await inTransaction(async (tx) =>
    accept(await keepOpening(tx, phoneHash, { wishes: rows.map(wishOf), ...source })),
  )
  if (!outcome.ok) return null
  const verdicts = {
    kept: 'fine',
    there: 'there',
    taken: 'openingTaken',
    late: 'openingClaimed',
  } as const
  return rows.map((row, place) => {
    const verdict = verdicts[outcome.value[place] ?? 'kept']
    return { ...row, verdict, isLate: verdict !== 'fine' }
  })
}
