/** How many of each reward a member has taken on a business date, for limits per day. */

export interface RedeemedToday {
  readonly on: string
  /** Reward → how many of it; cancelled ones do not count. */
  readonly counts: Readonly<Record<string, number>>
}

/** None where nothing was counted, or on another date. */
export function countOn(
  counted: RedeemedToday | null | undefined,
  rewardId: string,
  on: string,
): number {
  return counted?.on === on ? (counted.counts[rewardId] ?? 0) : 0
}

/** One more, on the date on which it was redeemed. */
export function countRedeemed(
  counted: RedeemedToday | null | undefined,
  rewardId: string,
  on: string,
): RedeemedToday {
  const counts = counted?.on === on ? counted.counts : {}
  return { on, counts: { ...counts, [rewardId]: countOn(counted, rewardId, on) + 1 } }
}

/** One less, where that date is still the one that is counted. */
export function countReturned(
  counted: RedeemedToday | null | undefined,
  rewardId: string,
  on: string,
): RedeemedToday | null {
  const count = countOn(counted, rewardId, on)
  if (!counted || count === 0) return counted ?? null
  return { on, counts: { ...counted.counts, [rewardId]: count - 1 } }
}

/** What two memberships have taken that become one, on the later date; or (−1) are parted. */
export function joinRedeemed(
  one: RedeemedToday | null | undefined,
  other: RedeemedToday | null | undefined,
  sign: 1 | -1 = 1,
): RedeemedToday | null {
  if (!one || !other) return one ?? (sign === 1 ? (other ?? null) : null)
  const { on } = one.on < other.on && sign === 1 ? other : one
  const ids = [one, other].flatMap((each) => (each.on === on ? Object.keys(each.counts) : []))
  const counts = [...new Set(ids)].map((id) => {
    const count = countOn(one, id, on) + sign * countOn(other, id, on)
    return [id, Math.max(count, 0)] as const
  })
  return { on, counts: Object.fromEntries(counts) }
}
