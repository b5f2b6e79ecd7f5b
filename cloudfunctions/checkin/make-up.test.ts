import { checkinOf, costOf } from '../../dev/harness/checkin-under-test'
import {
  atOnce,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { daysAgo, press, mend, show, entriesOf, memberWith } = checkinOf(() => shop)

describe('a make-up', () => {
  it('mends the streak once, whatever is sent at the same time', async () => {
    const { who, memberId } = await memberWith([0, 1, 2, 4, 5, 6])
    const on = daysAgo(3)
    const same = await atOnce(5, () =>
      shop.callPatiently('checkin.makeUp', { as: who, input: { on }, requestId: 'one-mend' }),
    )
    expect(differentAnswers(same)).toBe(1)
    const value = { points: 0, bonusPoints: 20, streakDays: 7, balancePoints: 21 }
    expect(same[0]?.answer).toEqual({ ok: true, value })
    const { answer } = await mend(who, on)
    expect(answer).toMatchObject({ code: 'MAKE_UP_DAY', detail: { field: 'on', why: 'there' } })
    expect((await mend(who, daysAgo(7))).answer).toMatchObject({ code: 'MAKE_UP_USED' })
    const entries = await entriesOf(memberId)
    expect(entries.filter(({ reason }) => reason === 'madeUp')).toHaveLength(1)
    const { entries: told } = await shop.value('points.history', { as: who })
    expect(told[0]?.sentence).toBe('补签 3 月 7 日，连续 7 天，获得 20 积分（含连签奖励 20）')
  })

  it.each([
    [0, 'today'],
    [-1, 'ahead'],
    [6, 'before'],
    [1, 'there'],
  ])('of a day %i days back is refused by name: %s', async (back, why) => {
    const { who } = await memberWith([1], 5)
    const before = await shop.dump()
    const { answer } = await mend(who, daysAgo(back))
    expect(answer).toMatchObject({ code: 'MAKE_UP_DAY', detail: { field: 'on', why } })
    expect(await shop.dump()).toBe(before)
  })

  it('costs 7 calls and 2 written; again 2 and 0', async () => {
    const { who } = await memberWith([0, 2])
    expect(costOf(await mend(who, daysAgo(1), 'costs'))).toBe('7 calls, 2 written')
    expect(costOf(await mend(who, daysAgo(1), 'costs'))).toBe('2 calls, 0 written')
  })
})

describe('two memberships that become one', () => {
  it('have one check-in a day, the days of both, and their own after the undoing', async () => {
    const from = await memberWith([0, 1, 2])
    const into = await memberWith([3, 4])
    const fromNumber = await shop.numberOf(from.who)
    const toNumber = await shop.numberOf(into.who)
    const input = { fromNumber, toNumber, reason: '换了手机号' }
    const { mergeId } = await shop.value('merging.merge', { as: manager, input })
    expect((await press(into.who)).answer).toMatchObject({ ok: false, code: 'CHECKIN_DONE' })
    expect(await show(into.who)).toMatchObject({ checkedIn: true, streakDays: 5 })
    await shop.value('merging.undo', { as: manager, input: { mergeId } })
    expect(await show(into.who)).toMatchObject({ checkedIn: false, streakDays: 0 })
    expect(await show(from.who)).toMatchObject({ checkedIn: true, streakDays: 3 })
  })
})
