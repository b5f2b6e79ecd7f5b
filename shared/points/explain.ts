/** Every movement of points has one sentence that the shopper understands. */
import type { Freeze } from './points-account'
import { type EntryReason, reasonOf } from './reasons'
import type { Story } from './story'

export interface EntryStory extends Story {
  readonly reason: EntryReason
}

/** Why the member's points cannot be spent, since which date. */
export interface FrozenNotice {
  readonly on: string
  readonly sentence: string
}

/** The sentence of an entry, with shop, receipt and reward where they are known. */
export function explainEntry(story: EntryStory): string {
  const told = reasonOf(story.reason).told(story)
  if (story.debtChangePoints < 0) return `${told}，其中 ${-story.debtChangePoints} 分抵还欠积分`
  if (story.debtChangePoints > 0) return `${told}，不足的 ${story.debtChangePoints} 分记为欠积分`
  return told
}

/** What a member is told of her frozen account: why, and that she loses nothing. */
export function explainFreeze({ on, reason }: Freeze): FrozenNotice {
  const why = `积分暂停使用，原因：${reason}`
  return { on, sentence: `${why}。期间照常累积，不会过期；恢复后至少还能用 30 天` }
}
