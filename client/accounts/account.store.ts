import { MAX_ADJUSTED_POINTS } from '@shared/limits'
import { readWhole } from '@shared/reading/whole'
import type { InputAt, OutputAt } from '../api'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type MemberAccount = OutputAt<'points.memberAccount'>

export const accountStore = createReading('points.memberAccount')
export const freezeStore = createSubmission('points.freeze')
export const unfreezeStore = createSubmission('points.unfreeze')
export const adjustStore = createSubmission('points.adjust')
export const tagStore = createSubmission('tags.set')

let shownNumber = ''

/** Looks a member up; nobody else's account stays on the screen meanwhile. */
export function lookUp(memberNumber: string): Promise<void> {
  if (memberNumber !== shownNumber) accountStore.setState({ data: null, trouble: null })
  shownNumber = memberNumber
  return accountStore.getState().load({ memberNumber })
}

/** Puts a tag on or takes it off; the account that is looked at shows it at once. */
export async function setTag(wish: InputAt<'tags.set'>): Promise<void> {
  const { open, send } = tagStore.getState()
  open(wish)
  await send()
  const { answer } = tagStore.getState()
  const { data, put } = accountStore.getState()
  if (answer && data) put({ ...data, tags: answer.tags })
}

/** Points as they were typed, null while they are no number that may be moved by hand. */
export function pointsIn(typed: string): number | null {
  const read = readWhole(typed, { least: 1, most: MAX_ADJUSTED_POINTS })
  return read.ok ? read.value : null
}
