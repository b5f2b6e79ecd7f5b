import type { OutputAt } from '../api'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type StaffList = OutputAt<'staff.list'>
export type StaffRow = StaffList['staff'][number]

/** Who serves at the manager's stores. */
export const staffListStore = createReading('staff.list')
export const endStore = createSubmission('staff.end')

export function loadStaff(): Promise<void> {
  return staffListStore.getState().load({})
}
