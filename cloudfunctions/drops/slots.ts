/**
 * What this instance knows of the slots of a drop in one community. It may be behind, never wrong
 * about what is taken: that is for ever. Whether anything is left only the database says.
 */
import { middleOfLongest, nextFree } from '../../shared/drops/slots'
import type { Coupon } from '../coupons/coupon-document'
import { aggregate, command } from '../runtime/database'

export interface Slots {
  readonly quota: number
  /** Slots that somebody has. */
  readonly taken: Set<number>
  /** The coupon of each claim that this instance knows of, by the claim's key. */
  readonly claims: Map<string, string>
  /** Where the next claim goes on. */
  next: number | null
  /** Said by the database: none is left. */
  isSoldOut: boolean
}

export interface Place {
  readonly dropId: string
  readonly communityId: string
}

const MOST_KEPT = 500
const known = new Map<string, Slots>()

/** `start` is any number: where this instance begins, should it know nothing yet. */
export function slotsAt({ dropId, communityId }: Place, quota: number, start: number): Slots {
  const key = `${dropId}:${communityId}`
  const found = known.get(key)
  if (found && found.quota === quota) return found
  const slots: Slots = {
    ...{ quota, taken: new Set(), claims: new Map(), isSoldOut: false },
    next: 1 + (start % quota),
  }
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, slots)
  return slots
}

export function slotKeyOf({ dropId, communityId }: Place, slot: number | ''): string {
  return `drop:${dropId}:${communityId}:${slot}`
}

/** A slot that nobody has, as far as this instance knows; it is taken as soon as it is told. */
export function takeNext(slots: Slots): number | null {
  const slot = slots.next === null ? null : nextFree(slots.taken, slots.quota, slots.next)
  if (slot === null) return null
  slots.taken.add(slot)
  slots.next = (slot % slots.quota) + 1
  return slot
}

/** A claim as the database has it. */
interface StoredClaim {
  readonly couponId: string
  readonly claimKey: string
  /** The coupon itself where it is the one that is asked for: so nobody has to read it again. */
  readonly own: Coupon | null
}

/** What a claim and a request are told apart by; of each there is one coupon. */
interface Own {
  readonly claimKey: string
  readonly requestKey: string
}

/**
 * Asks the database, in one call, who has which slot, and what this claim or this request has
 * already, in whatever community or drop.
 */
export async function refresh(
  slots: Slots,
  { dropId, communityId }: Place,
  { claimKey, requestKey }: Own,
): Promise<Coupon | null> {
  const $ = command.aggregate
  const here = { 'source.id': dropId, communityId }
  const isOwn = $.or([$.eq(['$claimKey', claimKey]), $.eq(['$requestKey', requestKey])])
  const own = $.cond([isOwn, '$$ROOT', null])
  const [found] = await aggregate<{ claims: readonly StoredClaim[] }>('coupons', [
    ['match', command.or([here, { claimKey }, { requestKey }])],
    ['group', { _id: null, claims: $.push({ couponId: '$_id', claimKey: '$claimKey', own }) }],
  ])
  const claims = found?.claims ?? []
  const prefix = slotKeyOf({ dropId, communityId }, '')
  slots.taken.clear()
  for (const { couponId, claimKey: key } of claims) {
    if (!couponId.startsWith(prefix)) continue
    slots.taken.add(Number(couponId.slice(prefix.length)))
    slots.claims.set(key, couponId)
  }
  slots.isSoldOut = slots.taken.size >= slots.quota
  slots.next = middleOfLongest(slots.taken, slots.quota)
  const hers = claims.flatMap((claim) => claim.own ?? [])
  // What she has of this drop comes first: her request may have been another drop's.
  return hers.find((coupon) => coupon.claimKey === claimKey) ?? hers[0] ?? null
}
