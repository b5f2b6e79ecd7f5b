/**
 * A drop gives coupons to the members of communities from one minute to another: so many in each
 * community, one to each member across all of them. Its state follows from the time, so that no
 * timer can be late with it.
 */
import { MAX_DROP_COMMUNITIES, MAX_DROP_QUOTA } from '../limits'
import { accept, type Outcome, refuse } from '../refusal'
import { isAtLeast, type TierId } from '../tiers/tier'

export interface DropQuota {
  readonly communityId: string
  readonly quota: number
}

/** Who may take one; what is null keeps nobody out. */
export interface DropAudience {
  /** Members who had joined before this business date. */
  readonly joinedBeforeOn: string | null
  /** The lowest tier. */
  readonly tierFrom: TierId | null
}

export interface DropPlan {
  readonly title: string
  readonly terms: string
  readonly who: DropAudience
  readonly templateId: string
  /** Epoch ms, whole minutes. */
  readonly opensAt: number
  readonly closesAt: number
  readonly quotas: readonly DropQuota[]
}

export interface DropTimes extends Pick<DropPlan, 'opensAt' | 'closesAt'> {
  /** Closed before its time. */
  readonly closedAt: number | null
  readonly cancelledAt: number | null
}

/** `soldOut` is an open one of which nothing is left. */
export type DropState = 'scheduled' | 'open' | 'soldOut' | 'closed' | 'cancelled'

const MINUTE_MS = 60_000
/** A drop is for an evening or a week, not for ever. */
const LONGEST_MS = 31 * 24 * 60 * MINUTE_MS
const FURTHEST_MS = 92 * 24 * 60 * MINUTE_MS

/**
 * May it be held like this? Refuses INPUT_INVALID with the first field that is wrong: a past or
 * broken minute, an end that is not after the beginning, no quota or too large a one, a community
 * named twice.
 */
export function admitPlan(plan: DropPlan, now: number): Outcome<null> {
  const { opensAt, closesAt, quotas } = plan
  const wrong = (field: string) => refuse('INPUT_INVALID', { field })
  if (opensAt % MINUTE_MS !== 0 || opensAt <= now || opensAt > now + FURTHEST_MS) {
    return wrong('opensAt')
  }
  if (closesAt % MINUTE_MS !== 0 || closesAt <= opensAt || closesAt > opensAt + LONGEST_MS) {
    return wrong('closesAt')
  }
  if (quotas.length === 0 || quotas.length > MAX_DROP_COMMUNITIES) return wrong('quotas')
  const named = new Set(quotas.map(({ communityId }) => communityId))
  if (named.size < quotas.length) return wrong('quotas')
  const odd = quotas.findIndex(
    ({ quota }) => !Number.isInteger(quota) || quota < 1 || quota > MAX_DROP_QUOTA,
  )
  return odd < 0 ? accept(null) : wrong(`quotas.${odd}.quota`)
}

export function stateAt(
  { opensAt, closesAt, closedAt, cancelledAt }: DropTimes,
  now: number,
): Exclude<DropState, 'soldOut'> {
  if (cancelledAt !== null) return 'cancelled'
  if (now < opensAt) return 'scheduled'
  return now >= closesAt || closedAt !== null ? 'closed' : 'open'
}

/** The drop as it stands for those to whom it opens so many minutes earlier. */
export function openingEarlier<T extends DropTimes>(drop: T, leadMinutes: number): T {
  return leadMinutes === 0 ? drop : { ...drop, opensAt: drop.opensAt - leadMinutes * MINUTE_MS }
}

/**
 * May a coupon be claimed now, whoever asks? Refuses DROP_NOT_OPEN with when it opens, DROP_CLOSED.
 */
export function admitTime(times: DropTimes, now: number): Outcome<null> {
  const state = stateAt(times, now)
  if (state === 'scheduled') return refuse('DROP_NOT_OPEN', { opensAt: times.opensAt })
  return state === 'open' ? accept(null) : refuse('DROP_CLOSED')
}

/** Refuses DROP_NOT_FOR_YOU with whom it is for. */
export function admitClaimant(
  { joinedBeforeOn, tierFrom }: DropAudience,
  { joinedOn, tier }: { readonly joinedOn: string; readonly tier: TierId | null },
): Outcome<null> {
  if (joinedBeforeOn !== null && joinedOn >= joinedBeforeOn) {
    return refuse('DROP_NOT_FOR_YOU', { joinedBeforeOn })
  }
  if (tierFrom !== null && !isAtLeast(tier ?? 'plain', tierFrom)) {
    return refuse('DROP_NOT_FOR_YOU', { tierFrom })
  }
  return accept(null)
}

/** Who stands before a drop, by the card that she came by. */
export interface DropVisit {
  /** Null for a visitor, who has not joined. */
  readonly member: { readonly joinedOn: string } | null
  /** Her level; null while she has none, and where nobody asks for one. */
  readonly tier: TierId | null
  /** By so many minutes it opens earlier for her. */
  readonly leadMinutes: number
  /** The group of her card; null without one. */
  readonly groupKey: string | null
  /** The community that has this group. */
  readonly community: { readonly _id: string; readonly isPaused: boolean } | null
}

/**
 * May she claim now, while there is something left? Answers the quota of her community. Refuses
 * MEMBER_REQUIRED, GROUP_REQUIRED, GROUP_UNKNOWN, GROUP_NOT_INVITED, COMMUNITY_PAUSED, and what
 * `admitTime` and `admitClaimant` refuse.
 */
export function admitClaim(
  drop: Pick<DropPlan, 'quotas' | 'who'> & DropTimes,
  { member, groupKey, community, tier, leadMinutes }: DropVisit,
  now: number,
): Outcome<DropPlan['quotas'][number]> {
  if (!member) return refuse('MEMBER_REQUIRED')
  if (groupKey === null) return refuse('GROUP_REQUIRED')
  if (!community) return refuse('GROUP_UNKNOWN')
  const own = drop.quotas.find(({ communityId }) => communityId === community._id)
  if (!own) return refuse('GROUP_NOT_INVITED')
  if (community.isPaused) return refuse('COMMUNITY_PAUSED')
  const inTime = admitTime(openingEarlier(drop, leadMinutes), now)
  if (!inTime.ok) return inTime
  const forHer = admitClaimant(drop.who, { joinedOn: member.joinedOn, tier })
  return forHer.ok ? accept(own) : forHer
}

/**
 * What is changed needs a moment to be everywhere: an instance that reads the drop at its opening
 * must not meet a change that is still under way, nor give by the plan of before.
 */
export const CHANGE_SETTLES_MS = 5_000

/**
 * Refuses DROP_STARTED once it has opened or is about to, DROP_CLOSED when it is over or was
 * cancelled.
 */
export function admitChange(times: DropTimes, now: number): Outcome<null> {
  const state = stateAt(times, now)
  if (state === 'closed' || state === 'cancelled') return refuse('DROP_CLOSED')
  const isEarly = now < times.opensAt - CHANGE_SETTLES_MS
  return isEarly ? accept(null) : refuse('DROP_STARTED')
}
