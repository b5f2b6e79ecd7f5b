/**
 * Things that are handed over for a code of twelve digits, of whatever kind. The document that
 * was booked (a redemption, later a list's order or a gift) is the pick-up itself: it carries the
 * code under a unique index, who may fetch it, and what was fetched. A document beside it would
 * cost each booking a call and a write more.
 */
import type { PickupPreview } from '../../shared/contract/mall'
import type { Outcome } from '../../shared/refusal'
import type { CollectionName } from './collections'
import { findWhere, type Stored, type Transaction } from './database'

/** Where, when and by whom it was handed over. */
export interface Collected {
  readonly at: number
  readonly storeId: string
  readonly storeName: string
  readonly staffId: string
  readonly staffName: string
}

/** What every document carries that is fetched with a code. */
export interface PickupDocument {
  readonly memberId: string
  readonly pickupCode: string
  /** Last business date on which it can be fetched. */
  readonly expiresOn: string
  readonly collected: Collected | null
}

/** What lies behind a code, as far as staff need to know. */
export interface Pickup {
  readonly what: { readonly kind: string; readonly id: string }
  readonly memberId: string
  readonly collected: Collected | null
  readonly preview: PickupPreview
  /** May it be handed over on this business date? */
  readonly admit: (todayOn: string) => Outcome<null>
}

/** One row of the table of kinds. */
export interface PickupKind {
  readonly kind: string
  /** One call, by the index on the code. */
  readonly find: (pickupCode: string) => Promise<Pickup | null>
  /** The same in the transaction that hands it over. */
  readonly open: (tx: Transaction, id: string) => Promise<OpenPickup | null>
}

export interface OpenPickup {
  readonly pickup: Pickup
  /** Writes down that it was handed over. */
  readonly collect: (collected: Collected) => Promise<void>
}

export interface PickupTerms<D extends PickupDocument> {
  readonly kind: string
  readonly collection: CollectionName
  readonly admit: (document: Stored<D>, todayOn: string) => Outcome<null>
  readonly previewOf: (document: Stored<D>) => PickupPreview
  readonly collectedAs: (document: Stored<D>, collected: Collected) => Stored<D>
}

/** A kind whose documents are these, under these terms. */
export function pickupKind<D extends PickupDocument>(terms: PickupTerms<D>): PickupKind {
  const { kind, collection } = terms
  const pickupOf = (document: Stored<D>): Pickup => ({
    what: { kind, id: document._id },
    memberId: document.memberId,
    collected: document.collected,
    preview: terms.previewOf(document),
    admit: (todayOn) => terms.admit(document, todayOn),
  })
  return {
    kind,
    find: async (pickupCode) => {
      const [document] = await findWhere<D>(collection, { pickupCode }, { limit: 1 })
      return document ? pickupOf(document) : null
    },
    open: async (tx, id) => {
      const document = await tx.get<D>(collection, id)
      if (!document) return null
      const collect = (collected: Collected) =>
        tx.put(collection, terms.collectedAs(document, collected))
      return { pickup: pickupOf(document), collect }
    },
  }
}

/**
 * What a code is for, whichever kind it is. Should two kinds have drawn the same digits, it is the
 * one that can still be fetched.
 */
export async function pickupByCode(
  kinds: readonly PickupKind[],
  pickupCode: string,
  todayOn: string,
): Promise<Pickup | null> {
  const found = await Promise.all(kinds.map(({ find }) => find(pickupCode)))
  const pickups = found.filter((pickup) => pickup !== null)
  return pickups.find(({ admit }) => admit(todayOn).ok) ?? pickups[0] ?? null
}

/** The pick-up in the transaction that hands it over. */
export async function openPickup(
  kinds: readonly PickupKind[],
  { kind, id }: Pickup['what'],
  tx: Transaction,
): Promise<OpenPickup | null> {
  const known = kinds.find((each) => each.kind === kind)
  return known ? known.open(tx, id) : null
}
