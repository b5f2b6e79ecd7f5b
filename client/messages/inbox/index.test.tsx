import { act, fireEvent, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { messagesStore, readAllStore } from '../messages.store'
import InboxPage from './index'

const nowAt = Date.parse('2026-11-21T02:00:00.000Z')
const message = (messageId: string, at: number, part: object = {}) => ({
  ...{ messageId, at, topic: 'points', title: '积分有调整', readAt: null },
  text: `店里为您增加了 1041 积分：${messageId}`,
  link: { to: 'points', query: {} },
  ...part,
})
const list = (messages: object[], part: object = {}) => ({
  ...{ serverNow: nowAt, unreadCount: messages.length, messages, nextCursor: null },
  ...part,
})

describe('the inbox page', () => {
  beforeEach(() => {
    phone.reset()
    messagesStore.setState(messagesStore.getInitialState())
    readAllStore.setState(readAllStore.getInitialState())
  })

  it('says what happened and when, and which are unread in words', async () => {
    const readAt = nowAt - 1
    await open(list([message('a', nowAt - 1), message('b', nowAt - 86_400_000, { readAt })]))
    expect(screen.getByText('店里为您增加了 1,041 积分：a')).toBeTruthy()
    expect(screen.getByText('今天 09:59')).toBeTruthy()
    expect(screen.getByText('昨天 10:00')).toBeTruthy()
    expect(screen.getAllByText('未读')).toHaveLength(1)
  })

  it('leads on by a tap, and the message is read', async () => {
    const link = { to: 'redemption', query: { redemptionId: 'r1' } }
    const asked = await open(list([message('a', 1, { link }), message('b', 0)]))
    await tap('店里为您增加了 1,041 积分：a')
    const url = '/mall/redemption/index?redemptionId=r1'
    expect(phone.done).toContainEqual(['navigateTo', { url }])
    expect(asked).toEqual([{ messageId: 'a' }])
    expect(screen.getByText('1 条未读')).toBeTruthy()
    expect(screen.getAllByText('未读')).toHaveLength(1)
    await tap('店里为您增加了 1,041 积分：a')
    expect(asked).toHaveLength(1)
  })

  it('reads one that leads nowhere where it stands', async () => {
    await open(list([message('a', 1, { link: null })]))
    await tap('店里为您增加了 1,041 积分：a')
    expect(phone.done).toEqual([])
    expect(screen.getByText('都看过了')).toBeTruthy()
  })

  it('reads all that stand here, and nothing that came since', async () => {
    const asked = await open(list([message('a', 7), message('b', 5)], { unreadCount: 100 }))
    expect(screen.getByText('99+ 条未读')).toBeTruthy()
    await tap('全部已读')
    expect(asked).toEqual([{ untilAt: 7 }])
    expect(screen.queryByText('未读')).toBeNull()
    expect(screen.queryByText('全部已读')).toBeNull()
    expect(screen.getByText('都看过了')).toBeTruthy()
  })

  it('says so when that could not be noted, and leaves them unread', async () => {
    await open(list([message('a', 7)]))
    refuseAll()
    await tap('全部已读')
    expect(screen.getByText('系统出了点小问题')).toBeTruthy()
    expect(screen.getByText('未读')).toBeTruthy()
  })

  it('keeps what it showed last when the next answer is missing', async () => {
    await open(list([message('a', 7)]))
    refuseAll()
    await act(() => messagesStore.getState().load({}))
    expect(screen.getByText('系统出了点小问题')).toBeTruthy()
    expect(screen.getByText('店里为您增加了 1,041 积分：a')).toBeTruthy()
  })

  it('goes on with the next page', async () => {
    await open(list([message('a', 7)], { nextCursor: '7:x' }))
    phone.answer = () => ({ ok: true, value: list([message('b', 5)]) })
    await tap('查看更多')
    expect(screen.getByText('店里为您增加了 1,041 积分：b')).toBeTruthy()
    expect(screen.getByText('没有更多了')).toBeTruthy()
  })

  it('says of an empty inbox what comes there', async () => {
    await open(list([]))
    expect(screen.getByText('还没有消息')).toBeTruthy()
    await tap('回首页看看')
    expect(phone.done).toContainEqual(['switchTab', { url: '/tabs/home/index' }])
  })

  /** Answers what was asked to be read: what is left is what was not. */
  async function open(shown: ReturnType<typeof list>): Promise<unknown[]> {
    const asked: unknown[] = []
    phone.answer = (_feature, { action, input }) => {
      if (action === 'inbox') return { ok: true, value: shown }
      asked.push(input)
      const isOne = JSON.stringify(input).includes('messageId')
      const unreadCount = isOne ? shown.unreadCount - 1 : 0
      return { ok: true, value: { unreadCount } }
    }
    render(<InboxPage />)
    await act(async () => {})
    return asked
  }
})

function refuseAll(): void {
  const refused = { code: 'INTERNAL', message: '系统出了点小问题', requestId: 'r' }
  phone.answer = () => ({ ok: false, ...refused })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
