/** Lists and their entries as they are stored. */
import type { MadeList } from '../../shared/contract/list-planning'
import type { HeldState } from '../../shared/contract/moderation'
import type {
  EntryState,
  EntryTier,
  ListPlan,
  ListState,
  OrderedLine,
  SoldOutChoice,
} from '../../shared/lists/list'
import type { PaidState } from '../../shared/lists/payable'
import type { Belonging } from '../runtime/belongings'
import type { Stored } from '../runtime/database'
import type { Booked } from '../runtime/once'

export interface ListDocument extends ListPlan {
  readonly ownerId: string
  readonly ownerName: string
  readonly communityId: string | null
  readonly communityName: string | null
  /** Whose managers look after it: the community's store. */
  readonly storeId: string
  readonly state: ListState
  /** What is worst of its texts; how each of them stands says `review`. */
  readonly textState: HeldState
  readonly review: ListReview
  /** Whether a manager has approved its goods; only what is published is asked about. */
  readonly goodsState: HeldState
  /** Why it came back from a manager; null else. */
  readonly returnReason: string | null
  /** As its plan says; `cutOffAt` moves when it is closed early or extended. */
  readonly plannedCutOffAt: number
  readonly isExtended: boolean
  /** Of the collected amount: as it was when the list was published. */
  readonly commissionPercent: number
  readonly pickupDays: number
  readonly createdAt: number
  readonly publishedAt: number | null
  /** When the job had worked out what is bought; entries are final from then on. */
  readonly orderedAt: number | null
  readonly arrivedAt: number | null
  /** Pieces or grams of each item that its owner typed. */
  readonly arrived: Readonly<Record<string, number>>
  /** The last business date of its pick-up; null before it arrived. */
  readonly pickupUntilOn: string | null
  /** The list that it repeats or copies. */
  readonly copiedFrom: string | null
  /** By it the job finds what is due: a cut-off, a repeat, a last day; 0 when nothing is. */
  readonly dueAt: number
  /** Since when entries are to be brought to what arrived; absent once all of them are. */
  readonly sharingAt?: number
  /** The last time that all who have not fetched were reminded, and by which request. */
  readonly reminded?: { readonly on: string; readonly requestKey: string }
  readonly request: Booked<MadeList>
}
export type List = Stored<ListDocument>

/** Texts that others read, by the part of the form that they are written in. */
export const listTextFields = ['title', 'words', 'items', 'pickupPoints'] as const
export type ListTextField = (typeof listTextFields)[number]

/** How each text stands that was ever published, and its pictures together. */
export type ListReview = Readonly<Partial<Record<ListTextField | 'pictures', TextReview>>>

export interface TextReview {
  /** A hash of the text that it is about; another text is to be looked at anew. */
  readonly of: string
  readonly state: HeldState
  /** What it waits for, or was decided by; null where nobody had to look, or WeChat still does. */
  readonly heldId: string | null
}

/**
 * What many fight for: one document a list (`_id` is the list's), written by single test-and-sets
 * alone, never in a transaction. It is the truth of numbers, stock and who has joined; an entry's
 * own document follows it by the mark that the same update leaves here (`todo`), which whoever
 * comes next, or the sweeper, carries out to its end. So nothing is ever taken back, and no number
 * is lost.
 */
export interface ListBookDocument {
  readonly isOpen: boolean
  readonly opensAt: number
  readonly cutOffAt: number
  /** Pieces or grams that are left; an item without an end has no field. */
  readonly left: Readonly<Record<string, number>>
  /** What entries hold of each item: joined ones, held places, what awaits its payment. */
  readonly ordered: Readonly<Record<string, number>>
  /** How many entries wait for an item: nobody is served before them. */
  readonly waiting: Readonly<Record<string, number>>
  /** Entry ids by number, from 1; one that was cancelled keeps its place. */
  readonly order: readonly string[]
  /** How many of them have ended: cancelled, lapsed or released; absent while none has. */
  readonly goneCount?: number
  /** Names of the last five who joined, the newest last. */
  readonly lastNames: readonly string[]
  /** Who has an entry that is not cancelled. */
  readonly holders: Readonly<Record<string, string>>
  /** Entry id → how often the book has changed it; who is not named, never. */
  readonly steps?: Readonly<Record<string, number>>
  /** Entry id → what its document is still to be brought to. */
  readonly todo: Readonly<Record<string, EntryTodo>>
  /** No mark is older; absent when there surely is none. By its index the sweeper reads. */
  readonly markedAt?: number
}
export type ListBook = Stored<ListBookDocument>

/** The whole entry as it is to be, and the request that made it so. */
export interface EntryTodo {
  readonly at: number
  readonly requestKey: string
  /** Something came free with it: whoever carries it out lets the queue in. */
  readonly frees: boolean
  /** What its member is told with it; null: she did it herself. */
  readonly tells: EntryTidings | null
  /** Without its number, which is its place in `order`. */
  readonly entry: Omit<EntryDocument, 'entryNo'>
}

/** A place came for her and is hers, or is held; it ran out; somebody else cancelled or changed. */
export type EntryTidings = 'placed' | 'held' | 'lapsed' | 'cancelled' | 'changed' | 'released'

export interface EntryDocument extends Pick<Belonging, 'mergeId'> {
  readonly listId: string
  readonly entryNo: number
  /** Null: taken for somebody without an account. */
  readonly memberId: string | null
  /** Under which id the book has her among `holders`; it stays when memberships are merged. */
  readonly holderId: string | null
  readonly name: string
  readonly isByOwner: boolean
  /** The keyed hash of the phone that may take it over. */
  readonly phoneHash: string | null
  /** The member who says that it is hers, until its owner confirms. */
  readonly askedBy: string | null
  readonly lines: readonly EntryDocumentLine[]
  readonly pickupPointId: string
  /** The store that hands it over, and so books its purchase. */
  readonly storeId: string
  readonly remark: string | null
  /** As it was last taken from a pasted text: a newer copy is told from it. */
  readonly fromText?: TakenText
  readonly ifSoldOut: SoldOutChoice
  readonly state: EntryState
  /** While it waits: the items for which the book counts it in `waiting`. */
  readonly waitsFor: readonly string[]
  /** How often the book has changed it: what the book's `steps` must say for the next change. */
  readonly step: number
  readonly untilAt: number | null
  /** Her level when she joined. */
  readonly tier: EntryTier
  readonly version: number
  readonly changes: readonly EntryChange[]
  readonly joinedAt: number
  /** Answers the same request again. */
  readonly requestKey: string
  readonly requestHash: string
  readonly payment: EntryPayment
  /** Drawn once it has arrived; unique where it is one, its own id else. */
  readonly pickupCode: string
  /** By it the job finds what is due: a hold, a payment, a step after arrival; 0 when none is. */
  readonly dueAt: number
  /** Since when something of it waits to be fetched; absent when nothing does. */
  readonly waitingSince?: number
  /** The business date on which she was last reminded of it. */
  readonly remindedOn?: string
}
export type Entry = Stored<EntryDocument>

export interface TakenText {
  /** As it stood in front of it. */
  readonly number: number
  /** Pieces, or jin. */
  readonly lines: readonly { readonly itemId: string; readonly quantity: number }[]
  /** Which request took it, and what it was told: the same again is told the same. */
  readonly requestKey: string
  readonly seen: 'new' | 'changed'
}

export interface EntryDocumentLine extends OrderedLine {
  /** What this entry pays for a piece or a jin. */
  readonly priceFen: number
  /** Of what arrived; null before. */
  readonly gotCount: number | null
  readonly weighedGrams: number | null
  readonly collected: readonly {
    readonly count: number
    readonly at: number
    readonly staffId: string
    readonly staffName: string
    readonly isProxy: boolean
  }[]
  /** Given back for damage. */
  readonly refundedFen: number
}

/** One change, kept for ever: what it was before. */
export interface EntryChange {
  readonly at: number
  readonly by: string
  readonly what: 'change' | 'cancel' | 'takeUp' | 'claim'
  readonly lines: readonly OrderedLine[]
  /** Answers the same request again. */
  readonly requestKey: string
  readonly requestHash: string
}

export interface EntryPayment {
  readonly state: PaidState
  readonly paidFen: number
  readonly paidAt: number | null
  /** Who took the money; null online. */
  readonly paidTo: string | null
  /** The order of the payments room, when it is paid online. */
  readonly orderId: string | null
  /** The purchase in the member's books; null before, and of an entry without a member. */
  readonly purchaseId: string | null
}
