/**
 * What is counted per member beside her points: it lies in her account, which is her lock and is
 * read and written anyway, so that a tally costs no call. A new one is a field and a row here; a
 * merge of two memberships joins them, its undoing parts them.
 */
import { type CheckIns, joinCheckIns, partCheckIns } from '../../shared/checkin/check-ins'
import { type Care, joinCare, noCare, partCare } from '../../shared/gifts/care'
import type { Wish } from '../../shared/mall/goals'
import { joinRedeemed, type RedeemedToday } from '../../shared/mall/redeemed-today'
import type { ExpiryNotice } from '../../shared/points/expiry-notice'
import { type ForgottenCount, mergeForgotten } from '../../shared/purchases/forgotten-receipt'
import type { RecentSettle } from '../../shared/purchases/purchase'
import { type EarnedCount, mergeEarned, withoutEarned } from '../../shared/rules/earning'
import { areStampsSpent, joinStamps, partStamps, type Stamps } from '../../shared/stamps/stamp-card'
import { joinTier, noTally, partTier, type TierTally } from '../../shared/tiers/tally'

export interface Tallies {
  readonly recentSettles: readonly RecentSettle[]
  /** What she has earned by purchases today and this month, for the rule's caps. */
  readonly earned: EarnedCount | null
  /** How many forgotten receipts she has brought this month. */
  readonly forgotten: ForgottenCount | null
  /** Reward → how many of it she holds or has taken. */
  readonly redeemedCounts: Readonly<Record<string, number>>
  /** Of them today, for limits per day. */
  readonly redeemedToday: RedeemedToday | null
  /** Of which coming expiries she is told already. */
  readonly noticed: readonly ExpiryNotice[]
  /** Which gifts she has had: the keys of their grants. */
  readonly grants: readonly string[]
  /** What waits for her, what her purchases brought, and the figures that gifts follow from. */
  readonly care: Care
  /** The stamps of the card that she is filling. */
  readonly stamps: Stamps
  /** What counts for her level, and which it is. */
  readonly tier: TierTally
  /** On which days she checked in. */
  readonly checkIns: CheckIns
  /** The reward that she saves up for. */
  readonly wish: Wish
}

interface Tally<T> {
  readonly empty: T
  /** Of the membership that stays, and of the one that it takes in. */
  join(own: T, other: T): T
  /** The same taken apart again: what was joined, and what the other one had brought. */
  part(joined: T, brought: T): T
  /** Was something that the other one had brought used up since? Without it, never. */
  isSpent?(joined: T, brought: T): boolean
}

const tallies: { readonly [K in keyof Tallies]: Tally<Tallies[K]> } = {
  // Both serve a moment only: each membership goes on with its own.
  recentSettles: { empty: [], join: own, part: own },
  noticed: { empty: [], join: own, part: own },
  earned: { empty: null, join: mergeEarned, part: withoutEarned },
  forgotten: {
    empty: null,
    join: mergeForgotten,
    part: (joined, brought) => mergeForgotten(joined, brought, -1),
  },
  redeemedCounts: { empty: {}, join: sumCounts, part: lessCounts },
  redeemedToday: {
    empty: null,
    join: joinRedeemed,
    part: (joined, brought) => joinRedeemed(joined, brought, -1),
  },
  grants: {
    empty: [],
    join: (mine, other) => [...new Set([...mine, ...other])],
    part: (joined, brought) => joined.filter((key) => !brought.includes(key)),
  },
  care: { empty: noCare, join: joinCare, part: partCare },
  stamps: { empty: [], join: joinStamps, part: partStamps, isSpent: areStampsSpent },
  tier: { empty: noTally, join: joinTier, part: partTier },
  checkIns: { empty: [], join: joinCheckIns, part: partCheckIns },
  // Whatever stays was pinned by her: to have it in both memberships does no harm.
  wish: { empty: null, join: (mine, other) => mine ?? other, part: own },
}

export const noTallies: Tallies = eachTally((_name, { empty }) => empty)

/** The tallies alone of an account. */
export function talliesOf(account: Tallies): Tallies {
  return eachTally((name) => account[name])
}

/** What two memberships count that become one: the first one stays. */
export function joinTallies(mine: Tallies, other: Tallies): Tallies {
  return eachTally((name, tally) => tally.join(mine[name], other[name]))
}

/** True when something that the other one had brought was used up since. */
export function areTalliesSpent(joined: Tallies, brought: Tallies): boolean {
  let isOneSpent = false
  eachTally((name, { isSpent }) => {
    isOneSpent ||= isSpent?.(joined[name], brought[name]) ?? false
    return joined[name]
  })
  return isOneSpent
}

/** Without what the other one had brought when they became one. */
export function partTallies(joined: Tallies, brought: Tallies): Tallies {
  return eachTally((name, tally) => tally.part(joined[name], brought[name]))
}

function eachTally(
  make: <K extends keyof Tallies>(name: K, tally: Tally<Tallies[K]>) => Tallies[K],
): Tallies {
  const made = <K extends keyof Tallies>(name: K) => make(name, tallies[name])
  return {
    recentSettles: made('recentSettles'),
    earned: made('earned'),
    forgotten: made('forgotten'),
    redeemedCounts: made('redeemedCounts'),
    redeemedToday: made('redeemedToday'),
    noticed: made('noticed'),
    grants: made('grants'),
    care: made('care'),
    stamps: made('stamps'),
    tier: made('tier'),
    checkIns: made('checkIns'),
    wish: made('wish'),
  }
}

function own<T>(mine: T): T {
  return mine
}

type Counts = Tallies['redeemedCounts']

function sumCounts(one: Counts, other: Counts): Counts {
  const summed: Record<string, number> = { ...one }
  for (const [id, count] of Object.entries(other)) summed[id] = (summed[id] ?? 0) + count
  return summed
}

function lessCounts(one: Counts, other: Counts): Counts {
  const left = Object.entries(one).map(([id, count]) => [id, Math.max(count - (other[id] ?? 0), 0)])
  return Object.fromEntries(left)
}
