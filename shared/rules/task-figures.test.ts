import { newTaskRule } from '../tasks/task'
import { taskFields, taskFiguresOf, taskRuleFrom } from './task-figures'

describe('the figures of the tasks', () => {
  it('are the points of each, and lead back to the rule', () => {
    const figures = taskFiguresOf(newTaskRule)
    expect(Object.keys(figures)).toEqual(taskFields.map(({ name }) => name))
    expect(figures).toMatchObject({ profilePoints: 20, firstReviewPoints: 0 })
    const again = taskRuleFrom(newTaskRule, 1, (name) => figures[name] ?? Number.NaN)
    expect(again).toEqual(newTaskRule)
  })

  it('keep the coupons of a row', () => {
    const withTea = newTaskRule.rows.map((row) => ({ ...row, templateIds: ['tea'] }))
    const changed = taskRuleFrom({ ...newTaskRule, rows: withTea }, 2, () => 5)
    expect(changed.rows[0]).toEqual({ taskId: 'profile', points: 5, templateIds: ['tea'] })
    expect(changed.version).toBe(2)
  })
})
