import fc from 'fast-check'
import { dayPlan, paperModel } from '../../dev/harness/checkin-model'
import { checkinOf, costOf } from '../../dev/harness/checkin-under-test'
import type { Called } from '../../dev/harness/cloud-caller'
import {
  atOnce,
  differentAnswers,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'
import { addDays } from '../../shared/business-date'
import { newCheckInRule } from '../../shared/checkin/check-in-rule'
import { newShop } from '../../shared/rules/shop'

const DAY_MS = 86_400_000
const MODEL_DAYS = 40
const THREE_AT_NIGHT = { ...newShop.businessDay, rolloverHour: 3 }

let shop: ShopUnderTest
beforeAll(async () => {
  // A shop whose own day begins at three goes by the calendar here all the same.
  shop = await openShop({ shop: { businessDay: THREE_AT_NIGHT } })
})
afterAll(() => shop.stop())

const { today, press, mend, show, entriesOf, memberWith } = checkinOf(() => shop)

describe('a check-in', () => {
  it('pressed ten times at once is one reward, and everybody is answered the same', async () => {
    const { who, memberId } = await shop.newMember()
    const calls = await atOnce(10, () => shop.callPatiently('checkin.checkIn', { as: who }))
    expect(tallyOf(calls)).toEqual({ ok: 10 })
    expect(differentAnswers(calls)).toBe(1)
    const answer = { points: 2, bonusPoints: 0, streakDays: 1, balancePoints: 2 }
    expect(calls[0]?.answer).toEqual({ ok: true, value: answer })
    const entries = await entriesOf(memberId)
    expect(entries).toMatchObject([{ _id: `checkin:${memberId}:${today()}`, ruleId: 'check-in' }])
    expect(await show(who)).toMatchObject({ checkedIn: true, streakDays: 1, balancePoints: 2 })
  })

  it('on the seventh day in a row brings its bonus, and says so in the history', async () => {
    const { who } = await memberWith([1, 2, 3, 4, 5, 6])
    expect((await show(who)).nextReward).toEqual({ inDays: 1, points: 20, streakDays: 7 })
    const { answer } = await press(who)
    expect(answer).toMatchObject({ value: { points: 5, bonusPoints: 20, streakDays: 7 } })
    const { entries } = await shop.value('points.history', { as: who })
    expect(entries[0]).toMatchObject({
      family: 'checkIn',
      sentence: '签到，连续 7 天，获得 25 积分（含连签奖励 20）',
    })
  })

  it('costs 7 calls and 2 written; again 2 and 0', async () => {
    const { who } = await shop.newMember()
    expect(costOf(await press(who))).toBe('7 calls, 2 written')
    expect(costOf(await press(who))).toBe('2 calls, 0 written')
  })

  it('is refused where the shop has switched it off, and leaves no trace', async () => {
    const ladderPoints = [0, 0, 0, 0, 0, 0, 0]
    const closed = { checkIn: { ...newCheckInRule, ladderPoints } }
    const other = await openShop({ shop: closed })
    try {
      const { who } = await other.newMember()
      const before = await other.dump()
      const { answer } = await other.call('checkin.checkIn', { as: who })
      expect(answer).toMatchObject({ ok: false, code: 'CHECKIN_OFF' })
      expect(await other.dump()).toBe(before)
      expect(await other.value('checkin.show', { as: who })).toMatchObject({ isOffered: false })
    } finally {
      await other.stop()
    }
  })
})

describe('the calendar day of UTC+8', () => {
  it('ends at midnight: 23:59:59 and 00:00:00 are two days in a row', async () => {
    const { who, memberId } = await shop.newMember()
    const midnight = Date.parse(`${addDays(today(), 1)}T00:00:00+08:00`)
    await shop.setClock(new Date(midnight - 1_000).toISOString())
    const last = await press(who)
    expect(last.answer).toMatchObject({ value: { streakDays: 1, balancePoints: 2 } })
    await shop.setClock(new Date(midnight).toISOString())
    expect((await show(who)).checkedIn).toBe(false)
    const first = await press(who)
    expect(first.answer).toMatchObject({ value: { streakDays: 2, balancePoints: 4 } })
    const entries = await entriesOf(memberId)
    // In the books both are of one business date: the shop's day goes on until three.
    expect(new Set(entries.map(({ on }) => on)).size).toBe(1)
    expect(entries).toHaveLength(2)
  })

  it('by day, with gaps and make-ups, is as a model on paper has it', async () => {
    const { who } = await shop.newMember()
    const model = paperModel(newCheckInRule, today())
    let balancePoints = 0
    const expectedOf = (made: ReturnType<typeof model.press>) => {
      balancePoints += made ? made.points + made.bonusPoints : 0
      return made ? { ok: true, value: { ...made, balancePoints } } : { ok: false }
    }
    const told = ({ answer }: Called<{ ok: boolean }>) => (answer.ok ? answer : { ok: false })
    const [plans = []] = fc.sample(
      fc.array(dayPlan, { minLength: MODEL_DAYS, maxLength: MODEL_DAYS }),
      { numRuns: 1, seed: 7 },
    )
    for (const { presses, mendsBack } of plans) {
      if (mendsBack !== null) {
        const on = addDays(today(), -mendsBack)
        expect(told(await mend(who, on))).toEqual(expectedOf(model.mend(on, today())))
      }
      if (presses) expect(told(await press(who))).toEqual(expectedOf(model.press(today())))
      await shop.advanceClock(DAY_MS)
    }
    expect((await show(who)).streakDays).toBe(model.streakOn(today()))
    expect((await shop.books()).balanced).toBe(true)
  })
})
