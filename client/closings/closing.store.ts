import type { OutputAt } from '../api'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type DayClosing = OutputAt<'closings.closing'>
export type SignedClosing = OutputAt<'closings.signClosing'>

export const closingStore = createReading('closings.closing')
export const signStore = createSubmission('closings.signClosing')

/** Which day of which till is on the table. */
export interface Chosen {
  readonly storeId: string
  readonly businessOn?: string
  readonly tillNo?: string
}

/** Reads a day; the figures of another one do not stay on the screen meanwhile. */
export function loadClosing(chosen: Chosen): Promise<void> {
  const shown = closingStore.getState().data
  const isOther =
    shown !== null &&
    (shown.storeId !== chosen.storeId ||
      (chosen.businessOn !== undefined && shown.businessOn !== chosen.businessOn) ||
      (chosen.tillNo !== undefined && shown.tillNo !== chosen.tillNo))
  if (isOther) closingStore.setState({ data: null, trouble: null })
  return closingStore.getState().load(chosen)
}
