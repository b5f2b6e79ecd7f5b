import type { EntryState } from './list'

/** Whether it holds what it ordered: a place that is hers, is kept for her, or awaits payment. */
export function holdsPlace(state: EntryState): boolean {
  return state === 'joined' || state === 'held' || state === 'awaiting'
}

/** Whether it is over for good: nothing of it is bought or paid any more. */
export function isOver(state: EntryState): boolean {
  return state === 'cancelled' || state === 'lapsed' || state === 'released'
}
