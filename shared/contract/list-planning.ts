/** What an owner, or a manager, does with a list before anybody joins, and how all see it. */
import * as v from 'valibot'
import type {
  ListPayment,
  ListThreshold,
  ListUnit,
  ShortageMethod,
  ShownListState,
} from '../lists/list'
import { endpoint } from './endpoint'
import { cursor, documentId, nothing, reason } from './fields'
import type { MyEntry, ShownEntry } from './list-entries'
import { listPlan } from './list-fields'
import type { HeldState } from './moderation'

const atDesk = { role: 'communityDesk', identity: 'staff' } as const
const oneList = { listId: documentId }

/** A card of the tab. */
export interface ListCard {
  listId: string
  title: string
  picture: string | null
  ownerName: string
  communityName: string | null
  state: ShownListState
  opensAt: number | null
  cutOffAt: number
  /** The cheapest item's, as a member pays it. */
  fromFen: number
  entryCount: number
  /** First letters or faces of the last who joined, the newest first, at most five. */
  lastNames: string[]
  /** 份 that stand, and how many are needed; null without a threshold. */
  threshold: { count: number; reachedCount: number } | null
  /** Her own number; null when she has not joined. */
  myEntryNo: number | null
}

export interface ShownItem {
  itemId: string
  name: string
  spec: string | null
  priceFen: number
  memberPriceFen: number | null
  unit: ListUnit
  category: string | null
  /** Pieces, or jin; null when there is no end of it. */
  leftCount: number | null
  limitPerMember: number | null
  /** How many 份 of it are ordered, and how many wait for it. */
  orderedQuantity: number
  waitingCount: number
}

export interface ShownPoint {
  pickupPointId: string
  name: string
  storeId: string | null
  hours: string
}

export interface ListShown {
  serverNow: number
  listId: string
  title: string
  words: string
  pictures: string[]
  ownerName: string
  communityId: string | null
  communityName: string | null
  state: ShownListState
  opensAt: number | null
  cutOffAt: number
  isExtended: boolean
  payment: ListPayment
  threshold: (ListThreshold & { reachedCount: number }) | null
  shortage: ShortageMethod
  items: ShownItem[]
  pickupPoints: ShownPoint[]
  entryCount: number
  /** By number, a page at a time; cancelled ones among them. */
  entries: ShownEntry[]
  nextCursor: string | null
  /** Null when she has none. */
  mine: MyEntry | null
  /** She may look after it: its owner, or a manager of its store. */
  isDesk: boolean
  isMember: boolean
}

/** A list as it stands on its owner's desk. */
export interface OwnedList {
  listId: string
  title: string
  state: ShownListState
  /** Its texts and pictures: nobody else sees it before they are approved. */
  textState: HeldState
  /** Whether a manager has approved its goods. */
  goodsState: HeldState
  cutOffAt: number
  repeatsWeekly: boolean
  isExtended: boolean
  /** Who has a number that stands, also those who wait, or got nothing of what arrived. */
  entryCount: number
  /** Of them those that `amountFen` is of, as in `totals`. */
  joinedCount: number
  amountFen: number
  unpaidCount: number
  uncollectedCount: number
  ownerName: string
  /** The caller's own; else one of a store that she manages. */
  isOwn: boolean
  communityName: string | null
}

export interface MadeList {
  listId: string
  items: { itemId: string; name: string }[]
  pickupPoints: { pickupPointId: string; name: string }[]
}

export interface PublishedList {
  listId: string
  state: 'running' | 'waiting'
  /** What it waits for while it does: a look at its texts and pictures, a word on its goods. */
  textState: HeldState
  goodsState: HeldState
}

export const listPlanning = {
  create: endpoint<MadeList>()({ ...atDesk, mutates: true, input: v.object(listPlan) }),
  /** A draft, all of it anew. */
  save: endpoint<MadeList>()({
    ...atDesk,
    mutates: true,
    input: v.object({ ...oneList, ...listPlan }),
  }),
  /** A draft as it was saved, to go on with it. */
  draft: endpoint<{
    listId: string
    plan: v.InferInput<v.ObjectSchema<typeof listPlan, undefined>>
  }>()({
    ...atDesk,
    mutates: false,
    input: v.object(oneList),
  }),
  publish: endpoint<PublishedList>()({ ...atDesk, mutates: true, input: v.object(oneList) }),
  /** A draft with the same goods, its cut-off as many days after today as it was then. */
  copy: endpoint<{ listId: string }>()({ ...atDesk, mutates: true, input: v.object(oneList) }),
  /** A draft goes away; a list that nobody has joined is withdrawn, and so is its weekly repeat. */
  withdraw: endpoint<{ listId: string; state: ShownListState }>()({
    ...atDesk,
    mutates: true,
    input: v.object(oneList),
  }),
  /** Its cut-off is now. */
  close: endpoint<{ listId: string; cutOffAt: number }>()({
    ...atDesk,
    mutates: true,
    input: v.object(oneList),
  }),
  /** Once, by 24 hours, before its cut-off. */
  extend: endpoint<{ listId: string; cutOffAt: number }>()({
    ...atDesk,
    mutates: true,
    input: v.object(oneList),
  }),
  /** A weekly list opens no more. */
  endRepeat: endpoint<{ listId: string }>()({ ...atDesk, mutates: true, input: v.object(oneList) }),
  /** Goods that no manager has approved yet, of lists that wait for it. */
  approve: endpoint<{ listId: string; state: ShownListState }>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ ...oneList, isApproved: v.boolean(), reason: v.optional(reason) }),
  }),
  /**
   * Her own lists, or those of the manager's stores, the latest first; of `goods` those that wait
   * for a manager's word, of her stores.
   */
  owned: endpoint<{ serverNow: number; lists: OwnedList[]; nextCursor: string | null }>()({
    ...atDesk,
    mutates: false,
    input: v.object({
      which: v.optional(v.picklist(['all', 'goods']), 'all'),
      cursor: v.optional(cursor),
    }),
  }),
  running: endpoint<{ serverNow: number; lists: ListCard[]; nextCursor: string | null }>()({
    role: 'anyone',
    identity: 'staff',
    mutates: false,
    input: v.object({
      which: v.optional(v.picklist(['running', 'coming', 'over', 'mine']), 'running'),
      cursor: v.optional(cursor),
    }),
  }),
  show: endpoint<ListShown>()({
    role: 'anyone',
    identity: 'staff',
    mutates: false,
    input: v.object({ ...oneList, cursor: v.optional(cursor) }),
  }),
  /** A picture that opens the list when it is scanned; null when WeChat makes none. */
  posterCode: endpoint<{ base64: string | null }>()({
    role: 'anyone',
    identity: 'staff',
    mutates: false,
    input: v.object(oneList),
  }),
  /** What a shop allows its owners, for their pages. */
  terms: endpoint<{
    pickupDays: number
    commissionPercent: number
    stores: { storeId: string; name: string }[]
  }>()({
    ...atDesk,
    mutates: false,
    input: nothing,
  }),
}
