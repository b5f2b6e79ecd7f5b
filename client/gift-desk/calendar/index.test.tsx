import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { couponsStore, rulesStore } from '../gift-rules.store'
import { rehearsalStore } from '../rehearsal.store'
import GiftCalendarPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: true, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const emptyDay = (on: string) => ({ on, grantCount: 0, costPoints: 0, costFen: 0 })
const grant = (on: string, maskedName: string, refused?: string) => ({
  ...{ on, scene: 'birthday', ruleId: 'birthday-1', title: '生日礼', memberId: maskedName },
  ...{ maskedName, points: 88, couponTemplateIds: ['c1'], ...(refused ? { refused } : {}) },
})
const first = {
  serverNow: 0,
  days: [
    { on: '2026-11-21', grantCount: 1, costPoints: 88, costFen: 1_380 },
    { on: '2026-11-22', grantCount: 1, costPoints: 88, costFen: 1_380 },
    emptyDay('2026-11-23'),
  ],
  grants: [grant('2026-11-21', '林**'), grant('2026-11-21', '陈**', 'stack')],
  ...{ cursor: 'next', costPoints: 176, costFen: 2_760, reachableCount: 1, isAtMost: false },
}
const second = { ...first, grants: [grant('2026-11-22', '王**')], cursor: undefined }

describe('the calendar of a rehearsal', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    rulesStore.setState(rulesStore.getInitialState())
    couponsStore.setState(couponsStore.getInitialState())
    rehearsalStore.setState(rehearsalStore.getInitialState())
  })

  it('tells the totals first, and says that nothing is written', async () => {
    await open()
    expect(screen.getByText('只是排演：不会真的送，也不写任何数据')).toBeTruthy()
    expect(screen.getByText('176')).toBeTruthy()
    expect(screen.getByText('1 张以上')).toBeTruthy()
    expect(screen.getByText('1 人')).toBeTruthy()
  })

  it('shows of the first day who gets what, and why another one does not', async () => {
    await open()
    expect(screen.getByText('林** · 生日礼')).toBeTruthy()
    expect(screen.getAllByText('88 积分 + 满30减5元券')).toHaveLength(2)
    expect(screen.getByText('不会送的 1 份')).toBeTruthy()
    expect(screen.getByText('同日只送一份')).toBeTruthy()
  })

  it('reads on to the day that is tapped', async () => {
    const sent = await open()
    await act(async () => {
      fireEvent.click(dayOf('2026-11-22'))
    })
    expect(screen.getByText('王** · 生日礼')).toBeTruthy()
    expect(screen.queryByText('林** · 生日礼')).toBeNull()
    expect(screen.getByText('2 张')).toBeTruthy()
    expect(spansOf(sent).at(-1)).toEqual({ fromOn: '2026-11-21', days: 14, cursor: 'next' })
  })

  it('looks at other days, also at a month to come', async () => {
    const sent = await open()
    await tap('7 天')
    await tap('按月')
    await act(async () => {
      fireEvent.click(screen.getByLabelText('下个月'))
    })
    expect(spansOf(sent)).toEqual([
      { fromOn: '2026-11-21', days: 14 },
      { fromOn: '2026-11-21', days: 7 },
      { fromOn: '2026-11-21', days: 10 },
      { fromOn: '2026-12-01', days: 31 },
    ])
    expect(screen.getByLabelText('上个月').getAttribute('aria-disabled')).toBe('false')
  })

  it('says so when these days bring nothing', async () => {
    await open({ ...first, days: [emptyDay('2026-11-21')], grants: [], cursor: undefined })
    expect(screen.getByText('这些天没有要送的礼')).toBeTruthy()
  })

  it('says what is only counted at most', async () => {
    await open({ ...first, isAtMost: true })
    expect(screen.getByText('最多 176')).toBeTruthy()
    expect(screen.getByText(/会员很多/)).toBeTruthy()
  })
})

async function open(rehearsal: object = first): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  const coupons = [{ templateId: 'c1', published: { title: '满30减5元券' }, draft: null }]
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: me }
    if (event.action === 'templates') {
      return { ok: true, value: { serverNow: 0, templates: coupons, nextCursor: null } }
    }
    if (event.action === 'rehearse') {
      return { ok: true, value: 'cursor' in Object(event.input) ? second : rehearsal }
    }
    return { ok: true, value: { serverNow: 0, todayOn: '2026-11-21', rules: [] } }
  }
  await act(async () => {
    render(<GiftCalendarPage />)
  })
  return sent
}

function spansOf(sent: readonly CloudEvent[]): unknown[] {
  return sent.filter(({ action }) => action === 'rehearse').map(({ input }) => input)
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}

function dayOf(on: string): Element {
  const day = document.querySelector(`[data-on="${on}"]`)
  if (!day) throw new Error(`the calendar has no ${on}`)
  return day
}
