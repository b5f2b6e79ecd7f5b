/** The figures of the tasks: what each brings. */
import { type TaskId, type TaskRule, taskIds, taskWords } from '../tasks/task'

const MOST_TASK_POINTS = 10_000

const hints: Readonly<Partial<Record<TaskId, string>>> = {
  profile: '填 0，就不开放这项任务',
  firstReview: '评价开放以前，会员看不到这项任务',
}

export const taskFields = taskIds.map((taskId) => {
  const hint = hints[taskId]
  return {
    name: nameOf(taskId),
    label: taskWords(taskId).title,
    unit: 'points' as const,
    least: 0,
    most: MOST_TASK_POINTS,
    ...(hint === undefined ? {} : { hint }),
  }
})

/** As they stand on the manager's page. */
export function taskFiguresOf({ rows }: TaskRule): Readonly<Record<string, number>> {
  const pointsOf = (taskId: TaskId) => rows.find((row) => row.taskId === taskId)?.points ?? 0
  return Object.fromEntries(taskIds.map((taskId) => [nameOf(taskId), pointsOf(taskId)]))
}

/** The rule that these figures make; what a row has beside its points stays as it was. */
export function taskRuleFrom(
  before: TaskRule,
  version: number,
  figure: (name: string) => number,
): TaskRule {
  const rows = taskIds.map((taskId) => {
    const row = before.rows.find((each) => each.taskId === taskId)
    return { taskId, templateIds: row?.templateIds ?? [], points: figure(nameOf(taskId)) }
  })
  return { ruleId: 'tasks', version, rows }
}

function nameOf(taskId: TaskId): string {
  return `${taskId}Points`
}
