import { act, fireEvent, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { rulesStore } from '../gift-rules.store'
import GiftRulesPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: true, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const body = {
  ...{ scene: 'birthday', title: '生日礼', handOver: 'claim', stack: 'highest', isOn: true },
  gift: { points: 88, couponTemplateIds: ['c1'], thing: null },
  ...{ version: 2, publishedAt: 0 },
}
const row = {
  ...{ ruleId: 'birthday-1', scene: 'birthday', sentence: '生日礼，每位会员每年一次' },
  ...{ published: body, left: { totalCount: 40, dayCount: null } },
  draft: { ...body, title: '生日小礼', savedAt: 0, savedByName: '顾明远' },
}

describe('the list of gift rules', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    rulesStore.setState(rulesStore.getInitialState())
  })

  it('says of a rule what it gives, what is left, and that a draft waits', async () => {
    await open({ ok: true, value: { serverNow: 0, todayOn: '2026-11-21', rules: [row] } })
    expect(screen.getByText('生日小礼')).toBeTruthy()
    expect(screen.getByText('正在送')).toBeTruthy()
    expect(screen.getByText('88 积分 + 1 张券')).toBeTruthy()
    expect(screen.getByText('预算共剩 40 份')).toBeTruthy()
    expect(screen.getByText('顾明远 1月1日存了草稿，还没发布')).toBeTruthy()
    await tap('生日小礼')
    const url = '/gift-desk/rule/index?ruleId=birthday-1'
    expect(phone.done).toContainEqual(['navigateTo', { url }])
  })

  it('begins a new one with its moment', async () => {
    await open({ ok: true, value: { serverNow: 0, todayOn: '2026-11-21', rules: [row] } })
    await tap('新建送礼规则')
    await tap('唤醒礼')
    const url = '/gift-desk/rule/index?scene=wakeUp'
    expect(phone.done).toContainEqual(['navigateTo', { url }])
    expect(screen.queryByText('什么时候送？')).toBeNull()
  })

  it('offers to try again when nothing could be read', async () => {
    await open({ ok: false, code: 'INTERNAL', message: '请稍后再试', requestId: 'r' })
    expect(screen.getByText('再试一次')).toBeTruthy()
  })
})

async function open(answer: object): Promise<void> {
  phone.answer = (_feature, event) => (event.action === 'me' ? { ok: true, value: me } : answer)
  await act(async () => {
    render(<GiftRulesPage />)
  })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
