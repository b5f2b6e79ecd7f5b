import { act, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { invitationStore, invitedStore } from '../referrals.store'
import InvitePage from './index'

const offer = { gift: '50 积分、无门槛 5 元券', waitDays: 7, monthCapCount: 10 }
const list = { serverNow: 0, invitations: [] as object[], nextCursor: null, invitedMe: null }

describe('the page that invites', () => {
  beforeEach(() => {
    phone.reset()
    invitationStore.setState(invitationStore.getInitialState())
    invitedStore.setState(invitedStore.getInitialState())
  })

  it('says before anybody is invited what both get, when, and how often', async () => {
    await open({ offer })
    expect(screen.getByText('50 积分、无门槛 5 元券')).toBeTruthy()
    expect(screen.getByText('3. 消费满 7 天没有退款，奖励自动到账')).toBeTruthy()
    expect(screen.getByText(/每月最多 10 份；只转发不给奖励/)).toBeTruthy()
    expect(screen.getByText('还没有邻居通过您的邀请入会')).toBeTruthy()
  })

  it('promises nothing where the shop gives nothing', async () => {
    await open({ offer: null })
    expect(screen.getByText('店里暂时没有邀请活动')).toBeTruthy()
    expect(screen.queryByText('复制邀请链接')).toBeNull()
  })

  it('tells what became of each, and why', async () => {
    const rows = [
      { maskedName: '林*', joinedOn: '2026-11-03', state: 'pending' },
      { maskedName: '周*', joinedOn: '2026-11-02', state: 'pending', why: '店里正在核对' },
      { maskedName: '陈*', joinedOn: '2026-10-02', state: 'granted' },
      { maskedName: '何*', joinedOn: '2026-09-01', state: 'refused', why: '本月已达上限' },
    ]
    await open({ offer }, { ...list, invitations: rows })
    for (const state of ['等第一次消费', '核对中', '已到账', '没有奖励']) {
      expect(screen.getByText(state)).toBeTruthy()
    }
    expect(screen.getByText('本月已达上限')).toBeTruthy()
  })

  it('tells who was invited herself how her own stands', async () => {
    const invitedMe = { joinedOn: '2026-11-01', state: 'granted' }
    await open({ offer }, { ...list, invitedMe })
    expect(screen.getByText('您是邻居邀请来的')).toBeTruthy()
  })
})

async function open(answer: object, mine: object = list): Promise<void> {
  phone.answer = (_feature: string, { action }: CloudEvent) => ({
    ok: true,
    value: action === 'mine' ? mine : { scene: 'abc', ...answer },
  })
  render(<InvitePage />)
  await act(async () => {})
}
