import { countText, momentText } from '../format'
import type { MergeRow } from './merges.store'

/** What went over, in a few words. */
export function movedOf({ points, debtPoints }: Pick<MergeRow, 'points' | 'debtPoints'>): string {
  return debtPoints > 0 ? `欠 ${countText(debtPoints)} 积分` : `${countText(points)} 积分`
}

export function canUndo({ state, undoUntilAt }: MergeRow, now: number): boolean {
  return state === 'merged' && now <= undoUntilAt
}

/** Where it stands: undone, undoable until when, or for good. */
export function stateOf(merge: MergeRow, now: number): string {
  if (merge.undoneAt !== null) return `${momentText(merge.undoneAt).slice(5)} 已撤销`
  if (canUndo(merge, now)) return `${momentText(merge.undoUntilAt).slice(5)} 前可撤销`
  return '已合并'
}
