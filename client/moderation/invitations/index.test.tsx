import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { decideInvitationStore, heldInvitationsStore } from '../invitations.store'
import HeldInvitationsPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: false, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const held = {
  ...{ invitationId: 'b', inviterName: '林*', invitedName: '周*', joinedOn: '2026-11-01' },
  why: '几位会员互相邀请，店里正在核对',
}

describe('invitations that wait for a person', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    heldInvitationsStore.setState(heldInvitationsStore.getInitialState())
    decideInvitationStore.setState(decideInvitationStore.getInitialState())
  })

  it.each([
    {
      ...{ verdict: 'clear', label: '发放奖励', confirm: '确认发放' },
      done: '奖励会在一刻钟内自动发放',
    },
    {
      ...{ verdict: 'refuse', label: '不给奖励', confirm: '确认不给' },
      done: '双方都不会得到奖励',
    },
  ])('are decided ($verdict) only with what she found', async (told) => {
    const { verdict, label, confirm, done } = told
    const sent = await open([held])
    await tap(label)
    await tap(confirm)
    expect(sent).toEqual([])
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '看过小票' } })
    await tap(confirm)
    expect(sent).toEqual([{ invitationId: 'b', verdict, reason: '看过小票' }])
    expect(screen.getByText(done)).toBeTruthy()
  })

  it('are none most of the time', async () => {
    await open([])
    expect(screen.getByText('没有等着核对的邀请')).toBeTruthy()
  })
})

async function open(invitations: object[]): Promise<unknown[]> {
  const sent: unknown[] = []
  phone.answer = (_feature: string, { action, input }: CloudEvent) => {
    if (action === 'me') return { ok: true, value: me }
    if (action === 'decide') {
      sent.push(input)
      return { ok: true, value: { invitationId: 'b', verdict: 'clear' } }
    }
    return { ok: true, value: { serverNow: 0, invitations } }
  }
  render(<HeldInvitationsPage />)
  await act(async () => {})
  return sent
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
