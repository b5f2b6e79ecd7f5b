/** A daily certificate as it is stored. */
import type { DayFigures, Standing } from '../../shared/audit/day-figures'
import type { Stored } from '../runtime/database'
import type { DayDigest } from './day-digest'

/** A member whose account and entries did not agree. */
export interface Finding {
  readonly memberId: string
  /** How a manager names her; null when she is no member. */
  readonly memberNumber: string | null
  readonly maskedName: string
  readonly sentences: readonly string[]
  /** True when an entry itself cannot be believed: then a rebuild does not help. */
  readonly isEntryBroken: boolean
}

/** Append-only: the certificate of a business date, which is its `_id`. */
export interface CertificateDocument {
  readonly madeAt: number
  /** The date of the run that read the books; later than its own when days were caught up. */
  readonly checkedOn: string
  readonly memberCount: number
  /** All entries that were read, of all days. */
  readonly readCount: number
  readonly figures: DayFigures
  readonly day: DayDigest
  readonly opening: Standing
  readonly closing: Standing
  /** Σ balances − Σ debts less what the entries of the whole shop say: 0 when the books balance. */
  readonly offPoints: number
  readonly findings: readonly Finding[]
  readonly findingCount: number
  /** What is wrong with the days before it, in sentences that name the day. */
  readonly dayFindings: readonly string[]
  readonly prevHash: string
  readonly hash: string
}

export type Certificate = Stored<CertificateDocument>
