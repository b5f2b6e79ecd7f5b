/** Joining a list and what one may do with an entry until the cut-off. */
import * as v from 'valibot'
import type { EntryState, ShortChoice } from '../lists/list'
import type { PaidState } from '../lists/payable'
import { endpoint } from './endpoint'
import { cursor, documentId, phone } from './fields'
import {
  changedLines,
  entryName,
  entryRemark,
  orderedLines,
  pickupPointId,
  soldOutChoice,
} from './list-fields'

const atDesk = { role: 'communityDesk', identity: 'staff' } as const
const byMember = { role: 'member', identity: 'member' } as const
const oneEntry = { entryId: documentId }
const order = {
  lines: orderedLines,
  /** Where there are several. */
  pickupPointId: v.optional(pickupPointId),
  remark: v.optional(entryRemark),
}
const changedOrder = {
  lines: changedLines,
  pickupPointId: v.optional(pickupPointId),
  /** Null takes it away; what is not said stays. */
  remark: v.optional(v.nullable(entryRemark)),
}

export interface ShownLine {
  itemId: string
  quantity: number
}

/** A row of the list, as everybody sees it. */
export interface ShownEntry {
  entryNo: number
  name: string
  lines: ShownLine[]
  state: EntryState
  /** Struck through: it gave its place back. */
  cancelled: boolean
  isMine: boolean
}

export interface EntryLine extends ShownLine {
  name: string
  spec: string | null
  unit: 'piece' | 'jin'
  priceFen: number
  ifShort: ShortChoice
  /** As ordered, or as settled once it has arrived; weighed goods after their weight. */
  amountFen: number
  /** What it got of what arrived; null before. */
  gotQuantity: number | null
  weighedGrams: number | null
  collectedQuantity: number
}

export type PaymentState = PaidState

export interface MyEntry {
  entryId: string
  entryNo: number
  name: string
  state: EntryState
  lines: EntryLine[]
  pickupPointId: string
  remark: string | null
  payableFen: number
  /** What of it is still to be taken from her. */
  dueFen: number
  /** What she paid in person and is still to get back there. */
  returnFen: number
  paymentState: PaymentState
  /** Until when a held place may be taken up, or an awaited payment made. */
  untilAt: number | null
  /** After it has arrived. */
  pickupCode: string | null
  /** Last business date on which it can be fetched. */
  pickupUntilOn: string | null
  /** How often it was changed. */
  changeCount: number
}

/** An entry as the desk sees it. */
export interface DeskEntry extends MyEntry {
  isByOwner: boolean
  /** A member of that name asks for an entry that was taken for her. */
  askedBy: { maskedName: string } | null
  joinedAt: number
  paidAt: number | null
}

/** What was ordered of an item at the cut-off, and what arrived; null while nobody typed it. */
export interface ItemArrival {
  itemId: string
  name: string
  spec: string | null
  unit: 'piece' | 'jin'
  orderedQuantity: number
  arrivedQuantity: number | null
}

export interface JoinedList {
  entryId: string
  entryNo: number
  payableFen: number
  /** `awaiting` where it is paid online first. */
  state: 'joined' | 'waiting' | 'awaiting'
}

export const listEntries = {
  join: endpoint<JoinedList>()({
    ...byMember,
    mutates: true,
    input: v.object({
      listId: documentId,
      ...order,
      ifSoldOut: v.optional(soldOutChoice, 'none'),
    }),
  }),
  /** The number stays; all lines anew. */
  change: endpoint<JoinedList>()({
    ...byMember,
    mutates: true,
    input: v.object({ ...oneEntry, ...changedOrder }),
  }),
  cancel: endpoint<{ entryId: string; entryNo: number; state: EntryState }>()({
    ...byMember,
    mutates: true,
    input: v.object(oneEntry),
  }),
  /** Takes a place that is held for her. */
  takeUp: endpoint<JoinedList>()({ ...byMember, mutates: true, input: v.object(oneEntry) }),
  /** 代接龙: for somebody without an account, by a name; her phone lets her take it over later. */
  joinFor: endpoint<JoinedList>()({
    ...atDesk,
    mutates: true,
    input: v.object({
      listId: documentId,
      ...order,
      name: entryName,
      phone: v.optional(phone),
      ifSoldOut: v.optional(soldOutChoice, 'none'),
    }),
  }),
  changeFor: endpoint<JoinedList>()({
    ...atDesk,
    mutates: true,
    input: v.object({ ...oneEntry, ...changedOrder }),
  }),
  cancelFor: endpoint<{ entryId: string; entryNo: number; state: EntryState }>()({
    ...atDesk,
    mutates: true,
    input: v.object(oneEntry),
  }),
  /** "That is me": hers at once by her verified phone, else when the owner confirms it. */
  claimEntry: endpoint<{ entryId: string; state: 'yours' | 'asked' }>()({
    ...byMember,
    mutates: true,
    input: v.object({
      listId: documentId,
      entryNo: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100_000)),
    }),
  }),
  confirmClaim: endpoint<{ entryId: string; isConfirmed: boolean }>()({
    ...atDesk,
    mutates: true,
    input: v.object({ ...oneEntry, isConfirmed: v.boolean() }),
  }),
  /** Entries as the desk sees them, by number. */
  entries: endpoint<{ entries: DeskEntry[]; nextCursor: string | null }>()({
    ...atDesk,
    mutates: false,
    input: v.object({
      listId: documentId,
      which: v.optional(v.picklist(['all', 'unpaid', 'uncollected', 'asked']), 'all'),
      cursor: v.optional(cursor),
    }),
  }),
  totals: endpoint<{
    items: {
      itemId: string
      name: string
      spec: string | null
      unit: 'piece' | 'jin'
      quantity: number
      amountFen: number
    }[]
    /** The purchase sheet: what of each item goes to which point. */
    points: {
      pickupPointId: string
      name: string
      items: { itemId: string; quantity: number; amountFen: number }[]
    }[]
    /** For whoever types what arrived: what was ordered, also by those who got nothing of it. */
    arrivals: ItemArrival[]
    entryCount: number
    amountFen: number
    waitingCount: number
  }>()({ ...atDesk, mutates: false, input: v.object({ listId: documentId }) }),
}
