/**
 * Old members' points from the system before. They wait under the hash of a phone number, lot by
 * lot, in nobody's account; who proves the phone, or shows her old card, takes them once. What ran
 * out while it waited is not taken. Every expiry snaps up to the end of its month.
 */
import { endOfMonth, expiryOf } from '../business-date'
import type { ImportCells } from '../imports/import-columns'
import { reasonFor } from '../imports/import-reasons'
import type { Read } from '../imports/purchase-import'
import { MAX_ADJUSTED_POINTS } from '../limits'
import { type Lot, putInto } from '../points/lots'
import { readDate } from '../reading/date'
import { readPhone } from '../reading/phone'
import { readWhole } from '../reading/whole'
import { accept, type Outcome, refuse } from '../refusal'

export interface OpeningRow {
  readonly phone: string
  readonly points: number
  /** As the file says; it is the row's key beside the phone. */
  readonly expiresOn: string
}

export type OpeningState = 'waiting' | 'claimed'

/** Reads one row; without a date the points live as long as points earned today. */
export function readOpeningRow(
  cells: ImportCells | null,
  { todayOn, validityMonths }: { todayOn: string; validityMonths: number },
): Read<OpeningRow> {
  if (!cells) return { ok: false, reason: 'columns' }
  const phone = readPhone(cells.phone ?? '')
  if (!phone.ok) return { ok: false, reason: reasonFor('phone', phone.fault) }
  const points = readWhole(cells.points ?? '', { least: 1, most: MAX_ADJUSTED_POINTS })
  if (!points.ok) return { ok: false, reason: reasonFor('points', points.fault) }
  const read = readDate(cells.expires ?? '')
  if (!read.ok && read.fault !== 'blank') {
    return { ok: false, reason: reasonFor('expires', read.fault) }
  }
  const expiresOn = read.ok ? read.value : expiryOf(todayOn, validityMonths)
  if (expiresOn < todayOn) return { ok: false, reason: 'expiryPast' }
  return { ok: true, row: { phone: phone.value, points: points.value, expiresOn } }
}

/** The lots of some rows of one phone: the file's dates, snapped up to the end of their month. */
export function openingLotsOf(rows: Readonly<Record<string, number>>): readonly Lot[] {
  return Object.entries(rows).reduce<readonly Lot[]>(
    (lots, [expiresOn, points]) => putInto(lots, { expiresOn: endOfMonth(expiresOn), points }),
    [],
  )
}

/** What a claim brings today. Refuses OPENING_CLAIMED, and OPENING_EXPIRED when all ran out. */
export function claimableOn(
  opening: { readonly state: OpeningState; readonly lots: readonly Lot[] },
  todayOn: string,
): Outcome<readonly Lot[]> {
  if (opening.state === 'claimed') return refuse('OPENING_CLAIMED')
  const live = opening.lots.filter((lot) => lot.expiresOn >= todayOn)
  return live.length > 0 ? accept(live) : refuse('OPENING_EXPIRED')
}
