/** After the cut-off: what arrived, what it weighs, what was paid, what was bad, what is owed. */
import * as v from 'valibot'
import { MAX_LIST_ITEMS } from '../limits'
import { endpoint } from './endpoint'
import { calendarMonth, cursor, documentId, reason } from './fields'
import { arrivedQuantity, grams, itemId, pictureFile, quantity } from './list-fields'

const atDesk = { role: 'communityDesk', identity: 'staff' } as const
const entryIds = v.pipe(v.array(documentId), v.minLength(1), v.maxLength(64))

export interface Allocation {
  entryId: string
  entryNo: number
  itemId: string
  gotCount: number
  releasedCount: number
}

export interface DamageRow {
  damageId: string
  listId: string
  listTitle: string
  entryId: string
  entryNo: number
  name: string
  itemName: string
  unit: 'piece' | 'jin'
  quantity: number
  amountFen: number
  picture: string
  words: string | null
  state: 'waiting' | 'granted' | 'refused'
  /** Above the owner's limit. */
  needsManager: boolean
  reason: string | null
  at: number
}

export interface Statement {
  month: string
  ownerName: string
  lists: {
    listId: string
    title: string
    collectedFen: number
    refundedFen: number
    commissionFen: number
    /** What she took in herself and has not given back. */
    heldFen: number
    /** `heldFen` less her commission: what she owes the shop; below 0 the shop owes her. */
    owedFen: number
  }[]
  collectedFen: number
  refundedFen: number
  commissionFen: number
  heldFen: number
  owedFen: number
}

export const listArrival = {
  /** Once an item; what is left out stays open. */
  arrive: endpoint<{
    allocations: Allocation[]
    reached: { permitCount: number; inboxCount: number }
  }>()({
    ...atDesk,
    mutates: true,
    input: v.object({
      listId: documentId,
      items: v.pipe(
        v.array(v.object({ itemId, arrivedCount: arrivedQuantity })),
        v.minLength(1),
        v.maxLength(MAX_LIST_ITEMS),
      ),
    }),
  }),
  /** By its owner, staff of the point's store, or a manager. */
  markPaid: endpoint<{ entries: { entryId: string; entryNo: number; paidFen: number }[] }>()({
    role: 'onDuty',
    identity: 'staff',
    mutates: true,
    input: v.object({ entryIds }),
  }),
  weigh: endpoint<{ entryId: string; payableFen: number }>()({
    role: 'onDuty',
    identity: 'staff',
    mutates: true,
    input: v.object({ entryId: documentId, itemId, grams }),
  }),
  /** 到货通知 once more to whoever has not fetched; once a day a list. */
  remind: endpoint<{ permitCount: number; inboxCount: number }>()({
    ...atDesk,
    mutates: true,
    input: v.object({ listId: documentId }),
  }),
  /** Who was reached, who reads it in her inbox alone, and who is not told yet. */
  reached: endpoint<{
    entries: { entryNo: number; name: string; way: 'wechat' | 'inbox' | 'none' | 'notYet' }[]
    nextCursor: string | null
  }>()({
    ...atDesk,
    mutates: false,
    input: v.object({ listId: documentId, cursor: v.optional(cursor) }),
  }),
  /** 坏果包赔: within 24 hours of the pick-up, with a picture. */
  reportDamage: endpoint<{
    damageId: string
    state: 'waiting'
    amountFen: number
    needsManager: boolean
  }>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object({
      entryId: documentId,
      itemId,
      quantity,
      picture: pictureFile,
      words: v.optional(reason),
    }),
  }),
  decideDamage: endpoint<{ damageId: string; state: 'granted' | 'refused'; refundFen: number }>()({
    ...atDesk,
    mutates: true,
    input: v.object({ damageId: documentId, isGranted: v.boolean(), reason: v.optional(reason) }),
  }),
  damages: endpoint<{ damages: DamageRow[]; nextCursor: string | null }>()({
    ...atDesk,
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
  /** One month of the caller's own lists; a manager names whose. */
  statement: endpoint<Statement>()({
    ...atDesk,
    mutates: false,
    input: v.object({ month: calendarMonth, ownerId: v.optional(documentId) }),
  }),
}
