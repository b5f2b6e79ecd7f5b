import { countText } from '../format'
import { nearText } from '../parts/list-time'
import type { ListCard } from './lists.store'

/** What a card is at this moment: a running list is over at its second. */
export function stateAt(
  { state, opensAt, cutOffAt }: Pick<ListCard, 'state' | 'opensAt' | 'cutOffAt'>,
  now: number,
): ListCard['state'] {
  const isComing = state === 'coming' && opensAt !== null && now < opensAt
  if (isComing || (state !== 'coming' && state !== 'running')) return state
  return now >= cutOffAt ? 'settling' : 'running'
}

/** `38 人已接龙`, or a word for the first one. */
export function joinedText({ entryCount }: Pick<ListCard, 'entryCount'>): string {
  return entryCount === 0 ? '等您来当第一位' : `${countText(entryCount)} 人已接龙`
}

/** `满 20 份成团，还差 6 份`; null without a threshold. */
export function thresholdText(threshold: ListCard['threshold']): string | null {
  if (threshold === null) return null
  const { count, reachedCount } = threshold
  if (reachedCount >= count) return `已成团（满 ${count} 份）`
  return `满 ${count} 份成团，还差 ${round(count - reachedCount)} 份`
}

/** How far it has come, in hundredths. */
export function thresholdShare(threshold: NonNullable<ListCard['threshold']>): number {
  const { count, reachedCount } = threshold
  return Math.min(100, Math.floor((reachedCount * 100) / count))
}

/** When it opens, when it closes, or what became of it: the line under a card. */
export function whenLine(card: ListCard, now: number): string {
  const state = stateAt(card, now)
  if (state === 'coming' && card.opensAt !== null) return `${nearText(card.opensAt, now)} 开始`
  return `${nearText(card.cutOffAt, now)} ${state === 'running' ? '截单' : '已截单'}`
}

/** Half jin count as halves; no figure behind the point where there is none. */
function round(portions: number): number {
  return Math.ceil(portions * 10) / 10
}
