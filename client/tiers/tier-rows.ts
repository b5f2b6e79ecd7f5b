/** What the page of levels makes of the answers. */

import { isAtLeast, reachedTier, tierNames } from '@shared/tiers/tier'
import { measureText } from '@shared/tiers/tier-words'
import type { MyTier, TierRow } from './tiers.store'

/** How far she is on her way to the next level, in percent; all the way at the top. */
export function progressOf({ nextTier, gap }: Pick<MyTier, 'nextTier' | 'gap'>): number {
  if (!nextTier || gap === null) return 100
  const done = Math.max(nextTier.threshold - gap, 0)
  // Whatever is missing is still to be seen.
  const most = gap > 0 ? 98 : 100
  return Math.min(Math.floor((done * 100) / Math.max(nextTier.threshold, 1)), most)
}

/** `¥980 / ¥1,000`. */
export function progressText({ method, nextTier, gap }: MyTier): string {
  if (!nextTier || gap === null) return ''
  const done = Math.max(nextTier.threshold - gap, 0)
  return `${measureText(method, done)} / ${measureText(method, nextTier.threshold)}`
}

export interface RightRow {
  readonly title: string
  readonly text: string
  readonly isLocked: boolean
}

/** The rights of one level; those above hers say from when on they are hers. */
export function rightsOf({ tierId, benefits }: TierRow, mine: MyTier): readonly RightRow[] {
  const reached = reachedTier(tierId)
  const isLocked = !isAtLeast(mine.tier.tierId, tierId)
  return benefits.map(({ title, text }) => ({
    title,
    text: isLocked && reached !== null ? `${text}；升到${tierNames[reached]}就能用` : text,
    isLocked,
  }))
}

/** Where a level stands against hers. */
export function stateOf({ tierId }: TierRow, mine: MyTier): 'mine' | 'passed' | 'locked' {
  if (tierId === mine.tier.tierId) return 'mine'
  return isAtLeast(mine.tier.tierId, tierId) ? 'passed' : 'locked'
}

export const stateTexts = { mine: '现在的等级', passed: '已达到', locked: '还没达到' } as const
