import type { OutputAt } from '../api'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type Arrived = OutputAt<'lists.arrive'>

export const arriveStore = createSubmission('lists.arrive')
export const remindStore = createSubmission('lists.remind')
export const reachedStore = createReading('lists.reached')
