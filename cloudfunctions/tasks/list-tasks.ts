import type { TaskView, tasks } from '../../shared/contract/tasks'
import { accept } from '../../shared/refusal'
import {
  isTaskOffered,
  progressOf,
  type TaskState,
  taskStateOf,
  taskWords,
} from '../../shared/tasks/task'
import { readAccount } from '../points/repository'
import type { UseCase } from '../runtime/context'
import { readTaskFacts } from './task-facts'

const order: Readonly<Record<TaskState, number>> = { claimable: 0, open: 1, claimed: 2 }

/** The shop's tasks as they stand with her: what may be claimed first, what was claimed last. */
export const listTasks: UseCase<typeof tasks.list> = async (_input, context) => {
  const { member, shop, now: serverNow, todayOn } = context
  const [{ grants }, facts] = await Promise.all([readAccount(member._id), readTaskFacts(context)])
  const offered = shop.tasks.rows.filter((row) => isTaskOffered(row, facts))
  const views = offered.map(
    ({ taskId, points, templateIds }): TaskView => ({
      ...{ taskId, points, couponCount: templateIds.length },
      ...taskWords(taskId),
      ...progressOf(taskId, facts),
      state: taskStateOf(taskId, { facts, grants, todayOn }),
    }),
  )
  return accept({ serverNow, tasks: views.sort((a, b) => order[a.state] - order[b.state]) })
}
