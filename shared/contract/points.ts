import * as v from 'valibot'
import type { FrozenNotice } from '../explain'
import type { EntryKind, EntryReason } from '../ledger'
import { endpoint } from './endpoint'
import { cursor, memberNumber, reason } from './fields'

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
  /** Set while her points cannot be spent. */
  frozen: FrozenNotice | null
  /** All coming expiries, the earliest first; they sum to the balance. */
  expiries: { points: number; expiresOn: string }[]
  entries: HistoryEntry[]
  nextCursor: string | null
}

/** Who may be seen by the manager who froze or unfroze her points. */
export interface FreezeAnswer {
  maskedName: string
  isFrozen: boolean
  balancePoints: number
  at: number
}

/** A manager names the member by the number that her code begins with; the member reads why. */
const freezing = v.object({ memberNumber, reason })

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
  /** Nothing is spent or expires until `unfreeze`. */
  freeze: endpoint<FreezeAnswer>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: freezing,
  }),
  unfreeze: endpoint<FreezeAnswer>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: freezing,
  }),
}
