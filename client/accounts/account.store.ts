import { MAX_ADJUSTED_POINTS } from '@shared/limits'
import type { OutputAt } from '../api'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type MemberAccount = OutputAt<'points.memberAccount'>

export const accountStore = createReading('points.memberAccount')
export const freezeStore = createSubmission('points.freeze')
export const unfreezeStore = createSubmission('points.unfreeze')
export const adjustStore = createSubmission('points.adjust')

let shownNumber = ''

/** Looks a member up; nobody else's account stays on the screen meanwhile. */
export function lookUp(memberNumber: string): Promise<void> {
  if (memberNumber !== shownNumber) accountStore.setState({ data: null, trouble: null })
  shownNumber = memberNumber
  return accountStore.getState().load({ memberNumber })
}

/** Points as they were typed, null while they are no number that may be moved by hand. */
export function pointsIn(typed: string): number | null {
  if (!/^\d{1,6}$/.test(typed.trim())) return null
  const points = Number(typed)
  return points > 0 && points <= MAX_ADJUSTED_POINTS ? points : null
}
