import { keep, kept } from '../cache'
import { isServerTimeKnown, serverNow } from '../clock'
import type { Scanned } from './desk.store'
import type { Till } from './till-state'
import { nothingTyped, type TypedBill } from './typed-bill'

/** A purchase as far as it was typed: it outlives the page, and the app. */
export interface Draft {
  readonly scanned: Scanned
  /** Of the purchase, so that one whose answer was lost is not booked twice. */
  readonly requestId: string
  readonly typed: TypedBill
  readonly field: 'bill' | 'excluded'
  readonly couponIds: readonly string[]
  readonly ownCoupons: boolean
  readonly roundOffFen: number
  readonly receiptNo: string
}

interface KeptDraft extends Draft {
  /** By the server's clock; what the phone believes of the time decides nothing. */
  readonly keptAt: number
}

const KEPT_AS = 'till-draft'
/** As long as a ticket is good: later it is another purchase of hers, or somebody else's. */
const RESUMED_WITHIN_MS = 10 * 60_000

/** What was typed when the page went, if anything was. */
export function keptDraft(): KeptDraft | null {
  return kept<KeptDraft | null>(KEPT_AS)
}

/** Keeps what is typed now; null, or nothing typed, forgets it. */
export function keepDraft(draft: Draft | null): void {
  const before = keptDraft()
  if (draft === null || !isTyped(draft)) {
    if (before !== null) keep(KEPT_AS, null)
    return
  }
  // After a reload the time is not known until the first answer: then the older one still stands.
  const keptAt = isServerTimeKnown() ? serverNow() : (before?.keptAt ?? 0)
  keep(KEPT_AS, { ...draft, keptAt })
}

/** Is what was kept still the purchase of whoever was scanned a moment ago, at this `now`? */
export function isResumable({ keptAt, scanned }: KeptDraft, again: Scanned, now: number): boolean {
  const isSame = scanned.maskedName === again.maskedName && scanned.avatar === again.avatar
  return isSame && scanned.storeId === again.storeId && now - keptAt <= RESUMED_WITHIN_MS
}

/** What of a till outlives the page. */
export function draftOf(till: Till | KeptDraft | null): Draft | null {
  if (!till?.scanned) return null
  const { scanned, requestId, typed, field, couponIds, ownCoupons, roundOffFen, receiptNo } = till
  return { scanned, requestId, typed, field, couponIds, ownCoupons, roundOffFen, receiptNo }
}

function isTyped({ typed, receiptNo }: Draft): boolean {
  return receiptNo !== '' || JSON.stringify(typed) !== JSON.stringify(nothingTyped)
}
