import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { historyStore } from '../points.store'
import HistoryPage from './index'

describe('the points history', () => {
  beforeEach(() => {
    phone.reset()
    historyStore.setState(historyStore.getInitialState())
  })

  it('shows the balance, its expiries, and each entry with its sentence', async () => {
    await open(() => history)
    expect(screen.getByText('1,036')).toBeTruthy()
    expect(screen.getByText('在梧桐里店消费 ¥58.60，获得 58 积分')).toBeTruthy()
    expect(screen.getByText('+58')).toBeTruthy()
    expect(screen.queryByText('2027年4月30日到期')).toBeNull()
    await tap('查看全部 4 个到期日')
    expect(screen.getByText('2027年4月30日到期')).toBeTruthy()
  })

  it('asks the server for one direction alone', async () => {
    const sent = await open(() => history)
    await tap('支出')
    expect(sent[sent.length - 1]?.input).toEqual({ direction: 'out' })
  })

  it('shows the next page under the first', async () => {
    const older = { ...entry, entryId: 'e0', sentence: '新人礼包，获得 100 积分' }
    const sent = await open(({ input }) =>
      JSON.stringify(input).includes('cursor')
        ? { ...history, entries: [older] }
        : { ...history, nextCursor: 'c1' },
    )
    await tap('查看更多')
    expect(sent[sent.length - 1]?.input).toEqual({ cursor: 'c1' })
    expect(screen.getByText('新人礼包，获得 100 积分')).toBeTruthy()
    expect(screen.getByText('没有更多了')).toBeTruthy()
  })

  it('tells a new member how points are earned', async () => {
    await open(() => ({ ...history, balancePoints: 0, expiries: [], entries: [] }))
    expect(screen.getByText('到店出示会员码，消费 1 元攒 1 分')).toBeTruthy()
  })

  it('says that there is debt, and which refund made it', async () => {
    const debts = [{ points: 30, sentence: '2026年10月2日退款，还欠 30 积分' }]
    await open(() => ({ ...history, balancePoints: 0, debtPoints: 30, debts, expiries: [] }))
    expect(screen.getByText(/^欠 30 积分/)).toBeTruthy()
    expect(screen.getByText('2026年10月2日退款，还欠 30 积分')).toBeTruthy()
  })

  it('says why the points are frozen, and when pending ones come', async () => {
    const frozen = { on: '2026-11-20', sentence: '积分暂停使用，原因：核对账目' }
    const pending = [{ points: 58, releasesOn: '2026-11-28', sentence: '58 积分，28日到账' }]
    await open(() => ({ ...history, frozen, pendingPoints: 58, pending }))
    expect(screen.getByText('积分暂停使用 · 11月20日起')).toBeTruthy()
    expect(screen.getByText('积分暂停使用，原因：核对账目')).toBeTruthy()
    expect(screen.getByText('另有 58 积分待到账')).toBeTruthy()
    expect(screen.getByText('58 积分，28日到账')).toBeTruthy()
  })

  it('opens an entry: its rule, and what it did to points of each last day', async () => {
    await open(() => history)
    await tap('在梧桐里店消费 ¥58.60，获得 58 积分')
    expect(screen.getByText('每实付 ¥1.00 得 1 积分')).toBeTruthy()
    expect(screen.getByText('2027年11月30日到期的积分')).toBeTruthy()
    await tap('知道了')
    expect(screen.queryByText('每实付 ¥1.00 得 1 积分')).toBeNull()
  })
})

const entry = {
  entryId: 'e1',
  kind: 'earn',
  reason: 'purchase',
  points: 58,
  balanceAfterPoints: 1036,
  debtAfterPoints: 0,
  at: Date.parse('2026-11-21T00:00:00Z'),
  on: '2026-11-20',
  storeName: '梧桐里店',
  sourceId: 'p1',
  sentence: '在梧桐里店消费 ¥58.60，获得 58 积分',
  ruleSentence: '每实付 ¥1.00 得 1 积分',
  lotChanges: [{ expiresOn: '2027-11-30', points: 58 }],
  debtChangePoints: 0,
  pendingChangePoints: 0,
}
const history = {
  serverNow: 0,
  earn: { rate: '消费 1 元攒 1 分', terms: '有效期一年' },
  balancePoints: 1036,
  debtPoints: 0,
  pendingPoints: 0,
  expiries: ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'].map((expiresOn) => ({
    expiresOn,
    points: 259,
  })),
  entries: [entry],
  nextCursor: null,
}

async function open(answer: (event: CloudEvent) => object): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    return { ok: true, value: answer(event) }
  }
  await act(async () => {
    render(<HistoryPage />)
  })
  return sent
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
