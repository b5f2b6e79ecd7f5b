import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { noteServerNow } from '../../clock'
import { rolesStore } from '../../session/roles.store'
import { plannableStore } from '../community.store'
import { changeStore, dropsStore, scheduleStore } from '../drops.store'
import { templatesStore } from '../templates.store'
import DropPlanPage from './index'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const NOON = at('2026-11-21T12:00')
const owner = {
  ...{ isStaff: false, isManager: false, isOwner: false, communityOwner: true },
  ...{ displayName: '徐敏', stores: [] },
}
const east = {
  ...{ communityId: 'east', name: '东街群', storeId: 's', storeName: '东门店', boundAt: 1 },
  ...{ isPaused: false, rulesVersion: 0, rulesText: null, isRulesHeld: false, monthCount: null },
}
const last = {
  ...{ dropId: 'd1', batchId: 'd1', title: '周五咖啡券', terms: '', state: 'closed' },
  textState: 'approved',
  ...{ templateId: 'coffee', couponTitle: '咖啡券', who: { joinedBeforeOn: null, tierFrom: null } },
  ...{ opensAt: at('2026-11-20T20:00'), closesAt: at('2026-11-20T21:00') },
  communities: [{ communityId: 'east', quota: 30, name: '东街群', claims: 30, redemptions: 4 }],
}

describe('planning a drop', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: owner })
    dropsStore.setState(dropsStore.getInitialState())
    plannableStore.setState(plannableStore.getInitialState())
    templatesStore.setState(templatesStore.getInitialState())
    scheduleStore.setState(scheduleStore.getInitialState())
    changeStore.setState(changeStore.getInitialState())
  })

  it('takes four taps from the last one: open, when, look, confirm', async () => {
    const sent = await open({ drops: [last] })
    await tap('明天 20:00')
    await tap('看看效果')
    expect(screen.getByText('明天 20:00 – 21:00', { selector: '.line-value' })).toBeTruthy()
    await tap('定下来')
    const plan = {
      ...{ title: '周五咖啡券', who: {}, templateId: 'coffee' },
      ...{ opensAt: at('2026-11-22T20:00'), closesAt: at('2026-11-22T21:00') },
      quotas: [{ communityId: 'east', quota: 30 }],
    }
    expect(inputsOf(sent, 'schedule')).toEqual([plan])
    await tap('去发到群里')
    expect(phone.done).toContainEqual(['redirectTo', { url: '/community/drop/index?dropId=d2' }])
  })

  it('shows the clause and what may be written when the platform forbids the words', async () => {
    const detail = { clause: '运营规范 5.2', instead: '到店出示会员码领咖啡' }
    const message = '平台不允许拿好处换分享，请换一种写法'
    const refused = { ok: false, code: 'SHARE_RULE', message, detail, requestId: 'r' }
    await open({ drops: [last], schedule: refused })
    await tap('看看效果')
    await tap('定下来')
    const said = screen.getByRole('alert').textContent
    expect(said).toContain('运营规范 5.2')
    expect(said).toContain('到店出示会员码领咖啡')
  })

  it('leaves a community out that is stepped down to none, and says what is missing', async () => {
    await open({ drops: [last] })
    for (let step = 0; step < 6; step += 1) await tapLabel('东街群少发 5 张')
    expect(screen.getByText('至少给一个群分几张')).toBeTruthy()
    expect(screen.queryByText('看看效果')).toBeNull()
  })

  it('plans an owner’s first with a coupon that the manager has published', async () => {
    const sent = await open({ drops: [] })
    await tap('咖啡券')
    fireEvent.input(screen.getByLabelText('名字'), { target: { value: '第一场' } })
    await tap('看看效果')
    await tap('定下来')
    const quotas = [{ communityId: 'east', quota: 20 }]
    expect(inputsOf(sent, 'schedule')).toMatchObject([
      { title: '第一场', templateId: 'coffee', quotas },
    ])
  })

  it('tells an owner who publishes coupons while there are none', async () => {
    await open({ drops: [], templates: [] })
    expect(screen.getByText('请店长先写一个券模板并发布，之后您就能用它发一场')).toBeTruthy()
  })

  it('changes one that has not opened, and keeps its time', async () => {
    phone.params = { change: 'd1' }
    const planned = { ...last, state: 'scheduled', opensAt: at('2026-11-21T19:30') }
    const sent = await open({ drops: [{ ...planned, closesAt: at('2026-11-21T21:00') }] })
    await tap('看看效果')
    await tap('就这样改')
    expect(inputsOf(sent, 'change')).toMatchObject([
      { dropId: 'd1', opensAt: at('2026-11-21T19:30'), closesAt: at('2026-11-21T21:00') },
    ])
  })
})

const coffee = {
  ...{ templateId: 'coffee', title: '咖啡券', face: '¥5', sentence: '减5元', limitWords: [] },
  ...{ thresholdFen: 0, validityText: '领取后 7 天内可用' },
}

async function open(answers: {
  drops: object[]
  schedule?: object
  templates?: object[]
}): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  const done = { ok: true, value: { dropId: 'd2', batchId: 'd2', isHeld: false } }
  phone.answer = (feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: owner }
    if (event.action === 'templates') {
      return { ok: true, value: { templates: answers.templates ?? [coffee] } }
    }
    if (event.action === 'schedule') return answers.schedule ?? done
    if (event.action === 'change') return done
    const listed =
      feature === 'drops'
        ? { drops: answers.drops, nextCursor: null }
        : { communities: [east], nextCursor: null }
    return { ok: true, value: { serverNow: NOON, ...listed } }
  }
  noteServerNow(NOON)
  await act(async () => {
    render(<DropPlanPage />)
  })
  return sent
}

function inputsOf(sent: readonly CloudEvent[], action: string): unknown[] {
  return sent.filter((event) => event.action === action).map(({ input }) => input)
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}

async function tapLabel(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByLabelText(label))
  })
}
