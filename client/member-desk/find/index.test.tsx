import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { clearFound } from '../found.store'
import FindMemberPage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: false, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const lin = {
  ...{ memberNumber: '12345678', nickname: '林晓棠', avatar: 'preset:peach' },
  ...{ joinedOn: '2026-01-05', foundBy: 'nickname', receipt: null },
}
const field = '昵称、手机号、会员号、小票号'

describe('finding a member', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: Object(me) })
    clearFound()
  })

  it('shows who may be meant, and opens her page', async () => {
    const receipt = { storeName: '梧桐里店', businessOn: '2026-11-20', receiptNo: '00123' }
    const other = { ...lin, memberNumber: '87654321', nickname: '周', foundBy: 'receipt', receipt }
    const sent = await open({ ok: true, value: { members: [lin, other], isMore: true } })
    await search(' \u202d林晓 ')
    expect(sent.map(({ input }) => input)).toEqual([{ text: '林晓' }])
    expect(screen.getByText('1234 5678 · 2026年1月5日入会')).toBeTruthy()
    expect(screen.getByText('小票 00123 · 梧桐里店 · 11月20日')).toBeTruthy()
    expect(screen.getByText('还有同名的会员，多写几个字再找')).toBeTruthy()
    fireEvent.click(screen.getByText('林晓棠'))
    const url = '/member-desk/member/index?memberNumber=12345678'
    expect(phone.done).toContainEqual(['navigateTo', { url }])
  })

  it('asks for nothing with an empty field', async () => {
    const sent = await open({ ok: true, value: { members: [], isMore: false } })
    expect(screen.getByText('想找哪位会员？')).toBeTruthy()
    await search(' \u200b ')
    expect(sent).toEqual([])
  })

  it('says that nobody was found, and what else to try', async () => {
    await open({ ok: true, value: { members: [], isMore: false } })
    await search('没有这个人')
    expect(screen.getByText('没有找到')).toBeTruthy()
  })

  it('says that the searches of the day are used up', async () => {
    const message = '今天查找会员的次数已经用完，请明天再查'
    await open({ ok: false, code: 'LOOKUPS_USED', message, requestId: 'r' })
    await search('林')
    expect(screen.getByText(message)).toBeTruthy()
    expect(screen.queryByText('再试一次')).toBeNull()
  })
})

async function open(answer: unknown): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    if (event.action === 'me') return { ok: true, value: me }
    sent.push(event)
    return answer
  }
  await act(async () => {
    render(<FindMemberPage />)
  })
  return sent
}

async function search(text: string): Promise<void> {
  await act(async () => {
    fireEvent.input(screen.getByPlaceholderText(field), { target: { value: text } })
  })
  await act(async () => {
    fireEvent.click(screen.getByText('查找'))
  })
}
