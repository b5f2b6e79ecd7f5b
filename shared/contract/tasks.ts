import * as v from 'valibot'
import type { TaskId, TaskState } from '../tasks/task'
import { endpoint } from './endpoint'
import { nothing, taskId } from './fields'
import type { PackAnswer } from './gifts'

export interface TaskView {
  taskId: TaskId
  title: string
  text: string
  points: number
  /** How many coupons come with it. */
  couponCount: number
  state: TaskState
  doneCount: number
  ofCount: number
}

export interface TaskList {
  serverNow: number
  /** What waits for her tap first, what is done last. */
  tasks: TaskView[]
}

export const tasks = {
  list: endpoint<TaskList>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: nothing,
  }),
  claim: endpoint<PackAnswer>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object({ taskId }),
  }),
}
