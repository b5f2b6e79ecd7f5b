/** Fetching what has arrived: one code a member, across all her lists. */
import * as v from 'valibot'
import { MAX_LIST_ITEMS } from '../limits'
import { endpoint } from './endpoint'
import { cursor, documentId, nothing, pickupCode, ticket } from './fields'
import { itemId, quantity } from './list-fields'

const proxyCode = v.pipe(v.string(), v.regex(/^\d{12}$/))

/** A line that waits to be fetched. */
export interface WaitingLine {
  entryId: string
  entryNo: number
  listId: string
  listTitle: string
  pickupPointId: string
  pickupPointName: string
  itemId: string
  itemName: string
  spec: string | null
  unit: 'piece' | 'jin'
  /** Of what it got, what is still here. */
  quantity: number
  /** Weighed goods: null until they are weighed. */
  grams: number | null
  amountFen: number
  /** To be paid with it to whoever hands it over; 0 when it is paid, or paid to the owner. */
  dueFen: number
  /** What the list's owner has still to get for it: whoever hands it over takes none of it. */
  toOwnerFen: number
  untilOn: string | null
}

export interface HandedOver {
  entries: { entryId: string; entryNo: number; collectedAll: boolean; paidFen: number }[]
  maskedName: string
}

export const listPickup = {
  /**
   * By staff of the points' store with her ticket, pick-up code or proxy's code; an owner ticks off
   * lines of her own lists without a code, never her own entry.
   */
  handOver: endpoint<HandedOver>()({
    role: 'onDuty',
    identity: 'staff',
    mutates: true,
    input: v.object({
      ticket: v.optional(ticket),
      pickupCode: v.optional(pickupCode),
      proxyCode: v.optional(proxyCode),
      lines: v.pipe(
        v.array(v.object({ entryId: documentId, itemId, quantity })),
        v.minLength(1),
        v.maxLength(MAX_LIST_ITEMS),
      ),
    }),
  }),
  /** What waits behind a code, for whoever hands it over. */
  waiting: endpoint<{ maskedName: string; lines: WaitingLine[]; isProxy: boolean }>()({
    role: 'onDuty',
    identity: 'staff',
    mutates: false,
    input: v.object({
      ticket: v.optional(ticket),
      pickupCode: v.optional(pickupCode),
      proxyCode: v.optional(proxyCode),
    }),
  }),
  /** What the caller can fetch, by which code, and until when her proxy's works. */
  mine: endpoint<{
    lines: WaitingLine[]
    pickupCode: string | null
    proxyUntilAt: number | null
  }>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: nothing,
  }),
  /** 代取: somebody else fetches all that waits, once, within 24 hours; an earlier code is dead. */
  proxyCode: endpoint<{ proxyCode: string; untilAt: number }>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: nothing,
  }),
  /** What nobody has fetched, and until when it waits. */
  uncollected: endpoint<{ lines: (WaitingLine & { name: string })[]; nextCursor: string | null }>()(
    {
      role: 'onDuty',
      identity: 'staff',
      mutates: false,
      input: v.object({
        listId: v.optional(documentId),
        storeId: v.optional(documentId),
        cursor: v.optional(cursor),
      }),
    },
  ),
}
