import { costOf } from '../../dev/harness/checkin-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'
import { newTaskRule, type TaskId } from '../../shared/tasks/task'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const claim = (who: string, taskId: TaskId = 'firstPurchase') =>
  shop.call('tasks.claim', { as: who, input: { taskId } })
const grantsOf = (memberId: string) => shop.find('grants', { memberId })

describe('a task that was done', () => {
  it('is rewarded once, however often it is claimed at once', async () => {
    const { who, memberId } = await shop.newMember(10)
    const calls = await atOnce(10, () =>
      shop.callPatiently('tasks.claim', { as: who, input: { taskId: 'firstPurchase' } }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 10 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await shop.balanceOf(who)).toBe(40)
    expect(await grantsOf(memberId)).toHaveLength(1)
    const { entries } = await shop.value('points.history', { as: who })
    expect(entries[0]?.sentence).toBe('领取任务“第一次消费”，获得 30 积分')
    expect((await shop.books()).balanced).toBe(true)
  })

  it('costs 12 calls and 3 written; again 2 and 0', async () => {
    const { who } = await shop.newMember(10)
    expect(costOf(await claim(who))).toBe('12 calls, 3 written')
    expect(costOf(await claim(who))).toBe('2 calls, 0 written')
  })

  it('is not rewarded again to who took in a membership that had it', async () => {
    const [from, into] = [await shop.newMember(10), await shop.newMember(10)]
    await claim(from.who)
    const input = {
      fromNumber: await shop.numberOf(from.who),
      toNumber: await shop.numberOf(into.who),
      reason: '换了手机号',
    }
    await shop.value('merging.merge', { as: manager, input })
    expect((await claim(into.who)).answer).toMatchObject({ ok: false, code: 'PACK_CLAIMED' })
  })
})

describe('a task that was not done', () => {
  it.each([['profile'], ['phone'], ['firstPurchase'], ['firstCommunity']] as const)(
    '%s is refused and leaves no trace',
    async (taskId) => {
      const { who } = await shop.newMember()
      const before = await shop.dump()
      expect((await claim(who, taskId)).answer).toMatchObject({
        code: 'TASK_OPEN',
        detail: { field: 'taskId' },
      })
      expect(await shop.dump()).toBe(before)
    },
  )

  it('because its one purchase was taken back is refused', async () => {
    const { who } = await shop.newMember()
    const { purchaseId } = await shop.earn(who, 10)
    await shop.value('purchases.refund', { as: clerk, input: { purchaseId } })
    expect((await claim(who)).answer).toMatchObject({ code: 'TASK_OPEN' })
  })

  it('is not there where the shop offers none', async () => {
    const { who } = await shop.newMember(10)
    for (const taskId of ['firstReview', 'monthPurchase'] as const) {
      expect((await claim(who, taskId)).answer).toMatchObject({ code: 'TASK_NOT_FOUND' })
    }
  })
})

describe('a task of every month', () => {
  it('comes again with the month and its purchase', async () => {
    const rows = newTaskRule.rows.map((row) => ({ ...row, points: 5 }))
    const monthly = await openShop({ shop: { tasks: { ...newTaskRule, rows } } })
    try {
      const { who } = await monthly.newMember(10)
      const ask = { as: who, input: { taskId: 'monthPurchase' as const } }
      expect((await monthly.call('tasks.claim', ask)).answer.ok).toBe(true)
      await monthly.setClock('2026-04-01T02:00:00.000Z')
      expect((await monthly.call('tasks.claim', ask)).answer).toMatchObject({ code: 'TASK_OPEN' })
      await monthly.earn(who, 10)
      expect((await monthly.call('tasks.claim', ask)).answer.ok).toBe(true)
    } finally {
      await monthly.stop()
    }
  })
})
