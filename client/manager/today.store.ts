import type { OutputAt } from '../api'
import { createReading } from '../reading'

export type ManagerToday = OutputAt<'staff.today'>

/** What today came to, and what waits for the manager: read anew whenever her desk is shown. */
export const todayStore = createReading('staff.today')

export function loadToday(): Promise<void> {
  return todayStore.getState().load({})
}
