import * as v from 'valibot'
import type { Standing } from '../audit/day-figures'
import type { Liability } from '../audit/liability'
import { periodNames } from '../audit/report-period'
import { endpoint } from './endpoint'
import { businessDate, cursor, memberNumber, reason } from './fields'
import type { Waiting } from './openings'

export interface CertificateRow {
  on: string
  madeAt: number
  isBalanced: boolean
  /** Members and days with something wrong. */
  findingCount: number
  entryCount: number
  balancePoints: number
}

export interface CertificateList {
  serverNow: number
  certificates: CertificateRow[]
  /** The day that is being checked now, and how many entries were read; null when none is. */
  running: { on: string; readCount: number } | null
  nextCursor: string | null
}

export interface CertificateFinding {
  /** How she is named in other pages; null when she is no member. */
  memberNumber: string | null
  maskedName: string
  sentences: string[]
  /** True when an entry itself was changed: rebuilding the account does not help then. */
  isEntryBroken: boolean
}

export interface CertificateView {
  serverNow: number
  shopName: string
  on: string
  madeAt: number
  isBalanced: boolean
  memberCount: number
  readCount: number
  entryCount: number
  opening: Standing
  closing: Standing
  offPoints: number
  findings: CertificateFinding[]
  findingCount: number
  dayFindings: string[]
  hash: string
  prevHash: string
}

/** A certificate looked at again: its chain, and its day's entries as they are now. */
export interface Verification {
  serverNow: number
  /** Certificates of which hash and link were computed anew, from the first to the newest. */
  checkedCount: number
  /** What does not fit, each sentence with its day; none when all is as it was. */
  sentences: string[]
  /** Entries of the day that were read again; null when there are too many to do it at once. */
  entryCount: number | null
}

/** One account beside its entries, as a rebuild would find it. */
export interface AccountCheck {
  serverNow: number
  maskedName: string
  stored: Standing
  implied: Standing
  entryCount: number
  /** What differs; none when account and entries agree. */
  sentences: string[]
  isHeld: boolean
  isEntryBroken: boolean
  /** Names what was seen here, so that a rebuild does that and nothing else. */
  seen: string
}

export interface RebuildAnswer {
  maskedName: string
  balancePoints: number
  debtPoints: number
  at: number
}

export interface LiabilityReport extends Liability {
  serverNow: number
  fromOn: string
  untilOn: string
  /** The first and the last day with a certificate in the range; null when there is none. */
  firstOn: string | null
  lastOn: string | null
  fenPerHundredPoints: number
  storeNames: { storeId: string; name: string }[]
  /** As of `todayOn`, whatever the range: what has run out by then is left out. */
  waiting: Waiting
  todayOn: string
}

const range = v.object({ fromOn: businessDate, untilOn: businessDate })
const forManagers = { role: 'manager', identity: 'staff', mutates: false } as const

/** The manager's look at the books as a whole. */
export const audit = {
  certificates: endpoint<CertificateList>()({
    ...forManagers,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
  certificate: endpoint<CertificateView>()({
    ...forManagers,
    input: v.object({ on: businessDate }),
  }),
  verify: endpoint<Verification>()({
    ...forManagers,
    input: v.object({ on: businessDate }),
  }),
  /** A rebuild's dry run: shows the difference, changes nothing. */
  checkAccount: endpoint<AccountCheck>()({ ...forManagers, input: v.object({ memberNumber }) }),
  rebuild: endpoint<RebuildAnswer>()({
    ...forManagers,
    mutates: true,
    input: v.object({
      memberNumber,
      reason,
      seen: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
    }),
  }),
  /** From the first date to the last, both included; at most a year. Or a period by its name. */
  liability: endpoint<LiabilityReport>()({
    ...forManagers,
    input: v.object({
      period: v.optional(v.picklist(periodNames)),
      fromOn: v.optional(businessDate),
      untilOn: v.optional(businessDate),
    }),
  }),
  exportLiability: endpoint<{ fileName: string; csv: string }>()({ ...forManagers, input: range }),
}
