/** How a list stands at an instant: its clock goes on by itself, whatever the job has done yet. */
import type { ListState, ShownListState } from './list'

interface Timed {
  readonly state: ListState
  readonly opensAt: number | null
  readonly cutOffAt: number
}

/** A running list that has not begun is `coming`; one past its cut-off is `settling`. */
export function shownStateAt({ state, opensAt, cutOffAt }: Timed, now: number): ShownListState {
  if (state !== 'running') return state
  if (now >= cutOffAt) return 'settling'
  return opensAt !== null && now < opensAt ? 'coming' : 'running'
}

/** Everybody may look at it: it was published once, and was not withdrawn. */
export function isPublished({ state }: Pick<Timed, 'state'>): boolean {
  return state !== 'draft' && state !== 'waiting' && state !== 'withdrawn'
}
