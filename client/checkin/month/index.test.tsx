import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { checkInStore } from '../../session/checkin.store'
import { type Month, makeUpStore, monthStore } from '../month.store'
import { claimStore, tasksStore } from '../tasks.store'
import CheckInPage from './index'

const days: Month['days'] = Array.from({ length: 31 }, (_none, at) => ({
  on: `2026-03-${String(at + 1).padStart(2, '0')}`,
  state: at < 4 ? 'before' : at < 9 ? 'checkedIn' : at === 9 ? 'open' : 'ahead',
}))
const [missed] = days.splice(6, 1, { on: '2026-03-07', state: 'missed', mayMakeUp: true })
const month: Month = {
  ...{ serverNow: 0, todayOn: '2026-03-10', month: '2026-03', joinedMonth: '2026-02' },
  ...{ isOffered: true, checkedIn: false, streakDays: 5, balancePoints: 1_041 },
  days,
  nextReward: { inDays: 2, points: 20, streakDays: 7 },
  nextPoints: 4,
  ladderPoints: [2, 2, 3, 3, 4, 4, 5],
  bonuses: [{ days: 7, points: 20 }],
  makeUpLeft: 1,
}

const task = { text: '', couponCount: 0, doneCount: 1, ofCount: 1 }
const tasks = [
  { ...task, taskId: 'firstPurchase', title: '第一次消费', points: 1_030, state: 'claimable' },
  { ...task, taskId: 'profile', title: '完善资料', points: 20, state: 'open', ofCount: 3 },
  { ...task, taskId: 'phone', title: '验证手机号', points: 20, state: 'claimed' },
]

let sent: string[]
const answerWith = (shown: Month, others: Readonly<Record<string, unknown>> = {}) => {
  phone.answer = (feature, event: CloudEvent) => {
    const name = `${feature}.${event.action}`
    sent.push(`${name} ${JSON.stringify(event.input)}`)
    if (name === 'tasks.list') return { ok: true, value: { serverNow: 0, tasks } }
    return name === 'checkin.show' ? { ok: true, value: shown } : others[name]
  }
}
const open = async (shown: Month = month, others: Readonly<Record<string, unknown>> = {}) => {
  answerWith(shown, others)
  render(<CheckInPage />)
  await act(async () => {})
}
const tap = (text: string) => act(async () => screen.getByText(text).click())
const tapDay = (day: string) => act(async () => screen.getByText(day).click())

describe('the check-in page', () => {
  beforeEach(() => {
    phone.reset()
    sent = []
    monthStore.setState(monthStore.getInitialState())
    checkInStore.setState(checkInStore.getInitialState())
    makeUpStore.setState(makeUpStore.getInitialState())
    tasksStore.setState(tasksStore.getInitialState())
    claimStore.setState(claimStore.getInitialState())
  })

  it('tells how long the streak is and what comes next', async () => {
    await open()
    expect(screen.getByText('再签 2 天得 20 分')).toBeTruthy()
    expect(screen.getByText('1,041 积分')).toBeTruthy()
    expect(screen.getByText('+25')).toBeTruthy()
    expect(missed?.state).toBe('checkedIn')
  })

  it('checks in by one tap, shows what flew in, and takes no second one', async () => {
    await open()
    const done = { ...month, checkedIn: true, streakDays: 6, balancePoints: 1_045 }
    const value = { points: 4, bonusPoints: 0, streakDays: 6, balancePoints: 1_045 }
    answerWith(done, {
      'checkin.checkIn': { ok: true, value },
      'members.home': { ok: true, value: {} },
    })
    await tap('签到')
    expect(screen.getByText('明天见')).toBeTruthy()
    // The flying number stands before the steps of the ladder.
    expect(screen.getAllByText('+4')[0]?.className).toContain('streak-flying')
    await tap('已签')
    expect(sent.filter((each) => each.startsWith('checkin.checkIn'))).toHaveLength(1)
  })

  it('asks before a make-up card is used, for the day that was chosen', async () => {
    await open()
    await tapDay('7')
    const value = { points: 0, bonusPoints: 20, streakDays: 9, balancePoints: 1_061 }
    answerWith(month, {
      'checkin.makeUp': { ok: true, value },
      'members.home': { ok: true, value: {} },
    })
    await tap('补签')
    expect(sent.some((each) => each.startsWith('checkin.makeUp'))).toBe(false)
    await tap('用一张补签卡')
    expect(sent).toContain('checkin.makeUp {"on":"2026-03-07"}')
    expect(screen.getByText('现在连续签到 9 天，连签奖励 20 积分')).toBeTruthy()
  })

  it('tells of any day what it was, and turns to the months since she joined', async () => {
    await open()
    await tapDay('3')
    expect(screen.getByText('3月3日 · 农历正月十五 · 元宵节 · 入会之前')).toBeTruthy()
    await act(async () => screen.getByLabelText('下个月').click())
    expect(sent).toHaveLength(2)
    await act(async () => screen.getByLabelText('上个月').click())
    expect(sent.at(-1)).toBe('checkin.show {"month":"2026-02"}')
  })

  it('takes the store’s code once it is whole, and says a refusal beside it', async () => {
    await open()
    const message = '到店码不对，请看店里今天的码'
    const wrong = { ok: false, code: 'STORE_CODE_INVALID', message, requestId: 'r' }
    answerWith(month, { 'checkin.checkIn': wrong })
    const field = screen.getByLabelText('今天的签到码')
    fireEvent.input(field, { target: { value: '1234567' } })
    const send = screen.getAllByText('到店签到')[1]
    await act(async () => send?.click())
    expect(sent).toHaveLength(2)
    fireEvent.input(field, { target: { value: '12345678' } })
    await act(async () => send?.click())
    expect(sent).toContain('checkin.checkIn {"storeCode":"12345678"}')
    expect(screen.getByText(message).className).toContain('store-refused')
  })

  it('lists the tasks, leads to what is to do, and claims what is done', async () => {
    await open()
    expect(screen.getByText('完善资料（1/3）')).toBeTruthy()
    expect(screen.getByText('1,030 积分')).toBeTruthy()
    expect(screen.getByText('已领取')).toBeTruthy()
    await tap('去完成')
    expect(phone.done).toContainEqual(['navigateTo', { url: '/members/profile/index' }])
    answerWith(month, {
      'tasks.claim': { ok: true, value: {} },
      'members.home': { ok: true, value: {} },
    })
    await tap('领取')
    expect(sent).toContain('tasks.claim {"taskId":"firstPurchase"}')
    expect(sent.filter((each) => each.startsWith('tasks.list'))).toHaveLength(2)
  })

  it('promises nothing where the shop has switched it off', async () => {
    await open({ ...month, isOffered: false, nextReward: null })
    expect(screen.getByText('店里暂时没有签到')).toBeTruthy()
    expect(screen.queryByText('签到')).toBeNull()
  })
})
