/** 会员等级: what the levels are called, from the lowest up. Every member has one: at first plain. */

/** A level that has to be reached. */
export type TierId = 'silver' | 'gold' | 'diamond'

export type Tier = 'plain' | TierId

/** From the lowest up. */
export const tierIds: readonly TierId[] = ['silver', 'gold', 'diamond']
export const allTiers: readonly Tier[] = ['plain', ...tierIds]

export const tierTitles: Readonly<Record<Tier, string>> = {
  plain: '普通会员',
  silver: '银卡会员',
  gold: '金卡会员',
  diamond: '钻石会员',
}

/** As a limit names it: `限金卡及以上会员`. */
export const tierNames: Readonly<Record<TierId, string>> = {
  silver: '银卡',
  gold: '金卡',
  diamond: '钻石卡',
}

/** 0 is plain. */
export function rankOf(tier: Tier): number {
  return allTiers.indexOf(tier)
}

export function isAtLeast(tier: Tier, least: Tier): boolean {
  return rankOf(tier) >= rankOf(least)
}

export function higherOf(one: Tier, other: Tier): Tier {
  return isAtLeast(one, other) ? one : other
}

/** One step down; plain stays plain. */
export function oneBelow(tier: Tier): Tier {
  return allTiers[rankOf(tier) - 1] ?? 'plain'
}

/** The next one up; null for the highest. */
export function oneAbove(tier: Tier): TierId | null {
  return tierIds[rankOf(tier)] ?? null
}

/** Null for plain: what limits ask for is a level that has to be reached. */
export function reachedTier(tier: Tier): TierId | null {
  return tier === 'plain' ? null : tier
}
