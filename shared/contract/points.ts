import * as v from 'valibot'
import type { EntryKind, EntryReason } from '../ledger'
import { endpoint } from './endpoint'
import { cursor } from './fields'

export interface HistoryEntry {
  entryId: string
  kind: EntryKind
  reason: EntryReason
  /** What the member gained (+) or lost (−), debt repaid or made included. */
  points: number
  balanceAfterPoints: number
  debtAfterPoints: number
  at: number
  storeName: string | null
  /** The purchase or redemption it came from. */
  sourceId: string | null
  /** One sentence for the shopper: shop, receipt, reward, rule. */
  sentence: string
}

export interface PointsHistory {
  serverNow: number
  balancePoints: number
  debtPoints: number
  pendingPoints: number
  /** All coming expiries, the earliest first; they sum to the balance. */
  expiries: { points: number; expiresOn: string }[]
  entries: HistoryEntry[]
  nextCursor: string | null
}

export const points = {
  history: endpoint<PointsHistory>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: v.object({
      cursor: v.optional(cursor),
      direction: v.optional(v.picklist(['in', 'out'])),
    }),
  }),
}
