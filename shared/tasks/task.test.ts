import {
  isTaskOffered,
  newTaskRule,
  progressOf,
  type TaskFacts,
  taskGift,
  taskIds,
  taskKeyOf,
  taskOccasionOf,
  taskStateOf,
  taskWords,
} from './task'

const stranger: TaskFacts = {
  nickname: '惠邻会员',
  avatar: 'preset:leaf',
  ...{ hasBirthday: false, hasPhone: false, hasPurchase: false },
  ...{ hasPurchaseThisMonth: false, hasCommunity: false },
}
const regular: TaskFacts = {
  nickname: '林晓棠',
  avatar: 'preset:peach',
  ...{ hasBirthday: true, hasPhone: true, hasPurchase: true },
  ...{ hasPurchaseThisMonth: true, hasCommunity: true },
}
const todayOn = '2026-03-10'
const rowOf = (taskId: string) => newTaskRule.rows.find((row) => row.taskId === taskId)

describe('the tasks of a shop', () => {
  it('offer in a new one what brings points, and no review before there are reviews', () => {
    const offered = newTaskRule.rows.filter((row) => isTaskOffered(row, stranger))
    const ids = offered.map(({ taskId }) => taskId)
    expect(ids).toEqual(['profile', 'phone', 'firstPurchase', 'firstCommunity'])
    const review = { taskId: 'firstReview', points: 50, templateIds: [] } as const
    expect(isTaskOffered(review, regular)).toBe(false)
    const coupon = { taskId: 'monthPurchase', points: 0, templateIds: ['tea'] } as const
    expect(isTaskOffered(coupon, regular)).toBe(true)
  })

  it.each(taskIds)('%s has words, and stands with a stranger where she begins', (taskId) => {
    const { title, text } = taskWords(taskId)
    expect(`${title}${text}`).toMatch(/^[\u4e00-\u9fff，]+$/)
    expect(taskStateOf(taskId, { facts: stranger, grants: [], todayOn })).toBe('open')
  })

  it.each(['profile', 'phone', 'firstPurchase', 'firstCommunity', 'monthPurchase'] as const)(
    '%s is hers to claim once it was done, and once only',
    (taskId) => {
      expect(taskStateOf(taskId, { facts: regular, grants: [], todayOn })).toBe('claimable')
      const grants = [taskKeyOf(taskId, 'm1', todayOn)]
      expect(taskStateOf(taskId, { facts: regular, grants, todayOn })).toBe('claimed')
      // A membership that was merged into hers had it: so has she.
      expect(taskStateOf(taskId, { facts: stranger, grants, todayOn })).toBe('claimed')
    },
  )

  it('tell how far she is with her profile', () => {
    expect(progressOf('profile', stranger)).toEqual({ doneCount: 0, ofCount: 3 })
    const named = { ...stranger, nickname: '林晓棠' }
    expect(progressOf('profile', named)).toEqual({ doneCount: 1, ofCount: 3 })
  })

  it('come again where they are of a month', () => {
    const grants = [taskKeyOf('monthPurchase', 'm1', '2026-02-28')]
    expect(taskOccasionOf('monthPurchase', todayOn)).toBe('2026-03')
    expect(taskStateOf('monthPurchase', { facts: regular, grants, todayOn })).toBe('claimable')
    const ever = [taskKeyOf('phone', 'm1', '2026-02-28')]
    expect(taskStateOf('phone', { facts: regular, grants: ever, todayOn })).toBe('claimed')
  })

  it('are rewarded by a gift of the grant engine that names its task', () => {
    const row = rowOf('profile')
    if (!row) throw new Error('a new shop asks for the profile')
    expect(taskGift(row, 3)).toMatchObject({
      ...{ version: 3, points: 20, templateIds: [], title: '任务“完善资料”' },
    })
  })
})
