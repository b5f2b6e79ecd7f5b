/**
 * A group-buy list (接龙): goods that neighbours order together until a cut-off, and fetch at a
 * pick-up point. Whatever a list promises (prices, method of a shortage, threshold) is published
 * with it and stays as it is.
 */
import type { TierId } from '../tiers/tier'

/** Sold by piece, or by weight: a jin is 500 g. */
export const listUnits = ['piece', 'jin'] as const
export type ListUnit = (typeof listUnits)[number]

/** Paid in the store at the pick-up, to the list's owner, or by WeChat when one joins. */
export const listPayments = ['atPickup', 'toOwner', 'online'] as const
export type ListPayment = (typeof listPayments)[number]

/** Who is served first when less arrives: by number, or the higher level and then by number. */
export const shortageMethods = ['byNumber', 'byTier'] as const
export type ShortageMethod = (typeof shortageMethods)[number]

/** What happens when fewer 份 are ordered than the threshold says. */
export const belowThresholds = ['release', 'deliver', 'extend'] as const
export type BelowThreshold = (typeof belowThresholds)[number]

/** What one does whose choice is sold out: leave, or queue; it is then hers, or held for her. */
export const soldOutChoices = ['none', 'fill', 'hold'] as const
export type SoldOutChoice = (typeof soldOutChoices)[number]

/** What one wants of a line when not all of it arrives: what there is, or none of it. */
export const shortChoices = ['less', 'drop'] as const
export type ShortChoice = (typeof shortChoices)[number]

export interface ListItem {
  /** `i1`, `i2` …: unique in its list. */
  readonly itemId: string
  readonly name: string
  readonly spec: string | null
  /** A piece, or a jin as it is estimated. */
  readonly priceFen: number
  /** What members pay; null: the same. */
  readonly memberPriceFen: number | null
  /** Pieces, or grams where sold by the jin; null: as many as are ordered. */
  readonly stockCount: number | null
  /** Of one entry, in the same unit; null: no limit. */
  readonly limitCount: number | null
  readonly unit: ListUnit
  readonly category: string | null
}

export interface PickupPoint {
  /** `p1`, `p2` …: unique in its list. */
  readonly pickupPointId: string
  readonly name: string
  /** The store whose staff hand over there; null: the owner does. */
  readonly storeId: string | null
  /** Days and hours, in words. */
  readonly hours: string
}

export interface ListThreshold {
  /** 份 over all items, of entries that stand. */
  readonly count: number
  readonly below: BelowThreshold
}

/** All that its owner decides. */
export interface ListPlan {
  readonly title: string
  readonly words: string
  /** Files in storage, content-checked. */
  readonly pictures: readonly string[]
  readonly items: readonly ListItem[]
  readonly pickupPoints: readonly PickupPoint[]
  /** Null: as soon as it is published. */
  readonly opensAt: number | null
  readonly cutOffAt: number
  readonly payment: ListPayment
  readonly threshold: ListThreshold | null
  readonly shortage: ShortageMethod
  readonly repeatsWeekly: boolean
}

/**
 * `waiting` for a manager's word; `running` until its cut-off; `settling` while the job is at it;
 * `ordered`: the sheet for the purchase stands; `arrived`: it is being fetched; `closed`; `failed`:
 * too few ordered, all entries were released; `withdrawn` by its owner before its cut-off.
 */
export type ListState =
  | 'draft'
  | 'waiting'
  | 'running'
  | 'settling'
  | 'ordered'
  | 'arrived'
  | 'closed'
  | 'failed'
  | 'withdrawn'

/** As it is shown: running but not begun is `coming`, running past its cut-off is `settling`. */
export type ShownListState = ListState | 'coming'

/**
 * `awaiting` its payment online, for a quarter of an hour; `joined`; `waiting` for a place; `held`:
 * a place is kept until she takes it; `cancelled` by herself or the owner; `lapsed`: neither paid
 * nor taken up in time, or no place came; `released`: the list failed or nothing of it arrived.
 */
export type EntryState =
  | 'awaiting'
  | 'joined'
  | 'waiting'
  | 'held'
  | 'cancelled'
  | 'lapsed'
  | 'released'

/** What one line of an entry orders, in pieces or grams. */
export interface OrderedLine {
  readonly itemId: string
  readonly count: number
  readonly ifShort: ShortChoice
}

/** Who may see and do what at a list's desk. */
export interface ListOrganiser {
  readonly ownerId: string
  readonly storeId: string
}

/** The level by which a shortage is shared out; null: no member. */
export type EntryTier = TierId | 'plain' | null
