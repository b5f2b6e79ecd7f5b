import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { couponsStore, publishStore, rulesStore, saveStore } from '../gift-rules.store'
import GiftRulePage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: true, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const body = {
  ...{ scene: 'birthday', title: '生日快乐', handOver: 'claim', stack: 'highest', isOn: true },
  gift: { points: 88, couponTemplateIds: [], thing: null },
  when: {
    ...{ purchaseNo: null, onDate: null, holiday: null, leadDays: 0, claimDays: 7 },
    ...{ silentDays: 180, waitDays: 7 },
  },
  ...{ who: { tags: [], tiers: [] }, budget: { totalCount: 100, dayCount: null } },
}
const row = {
  ...{ ruleId: 'birthday-1', scene: 'birthday', sentence: '生日快乐，每位会员每年一次' },
  ...{ published: null, left: { totalCount: null, dayCount: null } },
  draft: { ...body, version: 1, savedAt: 0, savedByName: '顾明远' },
}
const coupons = [
  { templateId: 'c1', published: { title: '满30减5元券' }, draft: null },
  { templateId: 'c2', published: null, draft: { title: '没发布的券' } },
]

describe('one rule of gifts', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    rulesStore.setState(rulesStore.getInitialState())
    couponsStore.setState(couponsStore.getInitialState())
    saveStore.setState(saveStore.getInitialState())
    publishStore.setState(publishStore.getInitialState())
  })

  it('asks of a new one what its scene knows, and is saved as its preset stands', async () => {
    const sent = await open({ scene: 'repurchase' })
    expect(screen.getByLabelText('第几次消费')).toBeTruthy()
    expect(screen.queryByLabelText('提前几天')).toBeNull()
    expect(screen.queryByText('没发布的券')).toBeNull()
    await tap('满30减5元券')
    await tap('存为草稿')
    expect(inputsOf(sent, 'saveRule')).toMatchObject([
      {
        ...{ scene: 'repurchase', title: '第三次光临有礼', when: { purchaseNo: 3 } },
        gift: { points: 50, couponTemplateIds: ['c1'], thing: null },
      },
    ])
    const url = '/gift-desk/rule/index?ruleId=birthday-1'
    expect(phone.done).toContainEqual(['redirectTo', { url }])
  })

  it('says what is missing under its field, and sends nothing', async () => {
    const sent = await open({ scene: 'birthday' })
    type('送多少积分', '')
    await tap('存为草稿')
    expect(screen.getByText('积分、优惠券、礼品，至少送一样')).toBeTruthy()
    expect(inputsOf(sent, 'saveRule')).toEqual([])
  })

  it('shows the clause and what may be written under the words that reward sharing', async () => {
    const detail = { field: 'title', clause: '运营规范 5.2', instead: '生日到店领礼' }
    const message = '平台不允许拿好处换分享，请换一种写法'
    await open(
      { scene: 'birthday' },
      { ok: false, code: 'SHARE_RULE', message, detail, requestId: 'r' },
    )
    await tap('存为草稿')
    const said = screen.getAllByRole('alert')[0]?.textContent
    expect(said).toContain('运营规范 5.2')
    expect(said).toContain('生日到店领礼')
    type('名称', '生日到店领礼')
    expect(screen.queryByText(/运营规范/)).toBeNull()
  })

  it('asks before a draft is published, and then leads to the calendar', async () => {
    const sent = await open({ ruleId: 'birthday-1' })
    await tap('发布第 1 版')
    expect(screen.getByText('共 100 份', { selector: '.line-value' })).toBeTruthy()
    expect(inputsOf(sent, 'publishRule')).toEqual([])
    await tap('确认发布')
    expect(inputsOf(sent, 'publishRule')).toEqual([{ ruleId: 'birthday-1' }])
    await tap('去送礼日历看看')
    expect(phone.done).toContainEqual(['navigateTo', { url: '/gift-desk/calendar/index' }])
  })

  it('takes a greeting along with the holiday that is chosen', async () => {
    await open({ scene: 'holiday' })
    await tap('清明')
    expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe(
      '清明时节，愿您平安，一份心意',
    )
    await tap('本店的日子')
    expect(screen.getByText('哪一天')).toBeTruthy()
  })

  it('says so when there is no such rule', async () => {
    await open({ ruleId: 'gone' })
    expect(screen.getByText('没有找到这条规则')).toBeTruthy()
  })
})

async function open(params: Record<string, string>, saved?: object): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.params = params
  phone.answer = (_feature, event) => {
    sent.push(event)
    const value = { ruleId: 'birthday-1', version: 1 }
    if (event.action === 'me') return { ok: true, value: me }
    if (event.action === 'saveRule') return saved ?? { ok: true, value }
    if (event.action === 'publishRule') return { ok: true, value }
    if (event.action === 'templates') {
      return { ok: true, value: { serverNow: 0, templates: coupons, nextCursor: null } }
    }
    return { ok: true, value: { serverNow: 0, todayOn: '2026-11-21', rules: [row] } }
  }
  await act(async () => {
    render(<GiftRulePage />)
  })
  return sent
}

function inputsOf(sent: readonly CloudEvent[], action: string): unknown[] {
  return sent.filter((event) => event.action === action).map(({ input }) => input)
}

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
