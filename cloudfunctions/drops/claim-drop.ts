import type { DropClaimed, drops } from '../../shared/contract/drops'
import { admitClaim } from '../../shared/drops/drop'
import { accept, type Outcome, type Refusal, refuse } from '../../shared/refusal'
import { communityOfGroup } from '../communities/repository'
import { type Coupon, walletCouponOf } from '../coupons/coupon-document'
import { couponByClaimKeys, couponFrom, namedCoupon } from '../coupons/repository'
import type { EnteredContext, MemberContext, UseCase } from '../runtime/context'
import { insertNew } from '../runtime/database'
import { requireGroup } from '../runtime/entered-group'
import { levelFor } from './level-for'
import { type Drop, dropForClaim, nextDropAt } from './repository'
import { type Place, refresh, type Slots, slotKeyOf, slotsAt, takeNext } from './slots'

type Context = MemberContext & EnteredContext

interface Claim {
  readonly drop: Drop
  readonly place: Place
  readonly slots: Slots
  readonly claimKey: string
  readonly context: Context
}

/** As often as claims may meet each other before this one is told to come again. */
const MAX_ATTEMPTS = 12

/**
 * Takes one coupon of the drop, in the community of the card that she entered by. The coupon is
 * one document that stands in a free slot and names drop and member, both unique: so none is given
 * twice, nobody has two, and a claim that dies leaves nothing half-done. Most claims are one
 * insert. The same request again answers the same coupon.
 *
 * Refuses GROUP_REQUIRED, GROUP_UNKNOWN, DROP_NOT_FOUND, GROUP_NOT_INVITED, COMMUNITY_PAUSED,
 * DROP_NOT_OPEN, DROP_CLOSED, DROP_NOT_FOR_YOU, DROP_CLAIMED with her coupon, DROP_SOLD_OUT with
 * when the next one opens, REQUEST_REUSED, BUSY.
 */
export const claimDrop: UseCase<typeof drops.claim> = async ({ dropId }, context) => {
  const admitted = await admittedPlace(dropId, context)
  if (!admitted.ok) return ownOr(admitted, dropId, context)
  const { drop, place, quota } = admitted.value
  const claimKey = claimKeyOf(dropId, context)
  // Who has taken in another membership has what that one took: only she pays a call for it.
  const before = context.member.tookIn?.length ? await claimedBy(dropId, context) : null
  if (before) return answerOf(before, dropId, context)
  // Of a key that is a hash, so that instances begin far from each other.
  const start = Number.parseInt(context.requestKey.slice(0, 8), 16)
  return claimIn({ drop, place, slots: slotsAt(place, quota, start), claimKey, context })
}

/** One for each member, whatever community she is in. */
function claimKeyOf(dropId: string, { memberId }: Pick<Context, 'memberId'>): string {
  return `${dropId}:${memberId}`
}

/** What she, or a membership that was merged into hers, claimed of a drop. */
export function claimedBy(
  dropId: string,
  { memberId, member }: Pick<Context, 'memberId' | 'member'>,
): Promise<Coupon | null> {
  const ids = [memberId, ...(member.tookIn ?? [])]
  return couponByClaimKeys(ids.map((each) => claimKeyOf(dropId, { memberId: each })))
}

/**
 * Where nothing is given to her any more, what she took before stays hers: a phone whose answer was
 * lost in the last second asks again after it. Before the opening nobody has one.
 */
async function ownOr(
  refused: Refusal,
  dropId: string,
  context: Context,
): Promise<Outcome<DropClaimed>> {
  if (refused.code === 'DROP_NOT_FOUND' || refused.code === 'DROP_NOT_OPEN') return refused
  const own = await claimedBy(dropId, context)
  return own ? answerOf(own, dropId, context) : refused
}

interface Invited {
  readonly drop: Drop
  readonly place: Place
  readonly quota: number
}

/** Is the drop open, for her, and in the community of her card? */
async function admittedPlace(dropId: string, context: Context): Promise<Outcome<Invited>> {
  const { now, member } = context
  const group = requireGroup(context)
  if (!group.ok) return group
  const drop = await dropForClaim(dropId, now)
  if (!drop) return refuse('DROP_NOT_FOUND')
  const community = await communityOfGroup(group.value)
  const visit = { member, groupKey: group.value, community, ...(await levelFor(drop, context)) }
  const admitted = admitClaim(drop, visit, now)
  if (!admitted.ok) return admitted
  const { communityId, quota } = admitted.value
  return accept({ drop, place: { dropId, communityId }, quota })
}

async function claimIn(claim: Claim): Promise<Outcome<DropClaimed>> {
  const { drop, place, slots, claimKey, context } = claim
  if (slots.isSoldOut) return overFor(claim)
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const slot = takeNext(slots)
    if (slot !== null) {
      const coupon = couponAt(claim, slot)
      const inserted = await insertNew('coupons', coupon)
      if (inserted.ok) {
        slots.claims.set(claimKey, coupon._id)
        return accept(claimedOf(coupon, context))
      }
    }
    // The slot was taken, or she has one, or this request was another claim: the database knows.
    const own = await refresh(slots, place, { claimKey, requestKey: context.requestKey })
    if (own) return answerOf(own, drop._id, context)
    if (slots.isSoldOut) return overFor(claim)
  }
  return refuse('BUSY')
}

/** Nothing is left. Only who has one of it is looked up: the others cost no call. */
async function overFor({ place, slots, claimKey, drop, context }: Claim) {
  const couponId = slots.claims.get(claimKey)
  const own = couponId === undefined ? null : await namedCoupon(couponId)
  if (own) return answerOf(own, drop._id, context)
  const at = await nextDropAt(place.communityId, context.now)
  return refuse('DROP_SOLD_OUT', { nextDropAt: at })
}

/** Her coupon to the request that claimed it; to another one, that she has it. */
function answerOf(own: Coupon, dropId: string, context: Context): Outcome<DropClaimed> {
  if (own.source.id !== dropId) return refuse('REQUEST_REUSED')
  if (own.requestKey === context.requestKey) return accept(claimedOf(own, context))
  return refuse('DROP_CLAIMED', claimOf(own))
}

function couponAt({ drop, place, claimKey, context }: Claim, slot: number): Coupon {
  const { memberId, now: at, todayOn, requestKey } = context
  return couponFrom(drop.template, {
    ...{ couponId: slotKeyOf(place, slot), memberId, at, todayOn, claimKey, requestKey },
    ...{ source: { kind: 'drop', id: drop._id }, batchId: drop.batchId },
    communityId: place.communityId,
  })
}

/** What she is told of the coupon that she has. */
export function claimOf({ _id: couponId, issuedAt: claimedAt }: Coupon) {
  return { couponId, claimedAt }
}

function claimedOf(coupon: Coupon, context: Context): DropClaimed {
  const { _id: couponId, source, communityId, issuedAt: claimedAt } = coupon
  return {
    ...{ couponId, dropId: source.id, communityId: communityId ?? '', claimedAt },
    // As it was given, whatever became of it since.
    coupon: walletCouponOf({ ...coupon, state: 'issued', usedAt: null, heldBy: null }, context),
  }
}
