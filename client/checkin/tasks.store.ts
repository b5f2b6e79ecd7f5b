import type { OutputAt } from '../api'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type Task = OutputAt<'tasks.list'>['tasks'][number]

export const tasksStore = createReading('tasks.list', { keepAs: 'tasks' })
export const claimStore = createSubmission('tasks.claim')

export function loadTasks(): Promise<void> {
  return tasksStore.getState().load({})
}
