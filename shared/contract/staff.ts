import * as v from 'valibot'
import type { Tier } from '../tiers/tier'
import type { WalletCoupon } from './coupons'
import { endpoint } from './endpoint'
import { documentId, memberCode, nothing, setupCode, shortText } from './fields'
import type { WaitingLine } from './list-pickup'
import type { PickupPreview } from './mall'
import { staffToday } from './staff-today'

export type StoreRole = 'staff' | 'manager'

export interface StaffMe {
  isStaff: boolean
  isManager: boolean
  /** The whole shop is hers; `stores` are then all of them, with her as their manager. */
  isOwner: boolean
  communityOwner: boolean
  /** Nobody owns the shop yet: whoever has its set-up code may begin. Absent: somebody does. */
  awaitsOwner?: true
  displayName: string
  stores: { storeId: string; name: string; role: StoreRole }[]
}

export interface ScanAnswer {
  serverNow: number
  /** The business date of `serverNow`. */
  todayOn: string
  /** Accepted in place of the code for ten minutes, by the same person in this store. */
  ticket: string
  ticketUntilAt: number
  storeId: string
  storeName: string
  maskedName: string
  avatar: string
  tier: { tierId: Tier; title: string }
  balancePoints: number
  debtPoints: number
  coupons: WalletCoupon[]
  waitingPickups: PickupPreview[]
  /** Of group-buy lists, what waits for her at this store. */
  waitingLines: WaitingLine[]
  /** The largest bill that whoever scanned may book; null where she manages the store. */
  capFen: number | null
  /** This code has settled a purchase: things are handed over for it, a bill needs a fresh one. */
  codeUsed: boolean
  /** How many days back a forgotten receipt may be. */
  receiptWithinDays: number
  /** One line that tells staff what to do or say. */
  prompt: string
}

export interface AppointAnswer {
  memberId: string
  displayName: string
  /** Those where she was appointed; an owner works in the others too. */
  stores: { storeId: string; role: StoreRole }[]
  communityOwner: boolean
  isOwner: boolean
}

/** Where somebody serves, as what, and since when; null: nobody wrote it down then. */
export interface StaffStore {
  storeId: string
  name: string
  role: StoreRole
  sinceAt: number | null
  /** The caller manages it: she may end the role there. */
  isManaged: boolean
}

export interface StaffRow {
  memberId: string
  displayName: string
  isMe: boolean
  isOwner: boolean
  ownerSinceAt: number | null
  communityOwner: boolean
  stores: StaffStore[]
  /** There is something of hers that the caller may end. */
  mayEnd: boolean
}

export interface StaffList {
  serverNow: number
  staff: StaffRow[]
  /** False when there are more than one list holds. */
  isWhole: boolean
}

export const staff = {
  me: endpoint<StaffMe>()({ role: 'anyone', identity: 'staff', mutates: false, input: nothing }),
  scan: endpoint<ScanAnswer>()({
    role: 'staff',
    identity: 'staff',
    mutates: false,
    input: v.object({ memberCode, storeId: v.optional(documentId) }),
  }),
  appoint: endpoint<AppointAnswer>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({
      memberCode,
      storeId: documentId,
      /** `none` ends the appointment at this store. */
      role: v.picklist(['staff', 'manager', 'none']),
      displayName: v.optional(shortText),
      communityOwner: v.optional(v.boolean()),
      /** Makes or ends an owner of the whole shop; owners alone may. */
      owner: v.optional(v.boolean()),
    }),
  }),
  ...staffToday,
  /** Who serves at the stores that the caller manages, and the shop's owners. */
  list: endpoint<StaffList>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: nothing,
  }),
  /**
   * Ends what she is at one store, or at every store that the caller manages; an owner ends
   * ownership with it. Whoever has left shows no code.
   */
  end: endpoint<AppointAnswer>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ memberId: documentId, storeId: v.optional(documentId) }),
  }),
  /** Makes the first owner of an empty shop; the code works once. */
  setUp: endpoint<StaffMe>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object({ setupCode, displayName: shortText }),
  }),
}
