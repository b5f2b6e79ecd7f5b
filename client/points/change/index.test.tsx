import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { changeStore } from '../points.store'
import ChangePage from './index'

describe('why the points changed', () => {
  beforeEach(() => {
    phone.reset()
    changeStore.setState(changeStore.getInitialState())
  })

  it('shows the difference, the whole, and each cause with its number', async () => {
    const sent = await open(() => change)
    expect(sent[0]?.input).toEqual({ since: 'month' })
    expect(screen.getByText('−500')).toBeTruthy()
    expect(screen.getByText('可用积分从 1,036 变为 536，少了 500 积分')).toBeTruthy()
    expect(screen.getByText('兑换 1 次，使用 600 积分')).toBeTruthy()
    expect(screen.getByText('−600')).toBeTruthy()
    expect(screen.getByText('+100')).toBeTruthy()
  })

  it('compares with a week ago at a tap', async () => {
    const sent = await open((event) => ({ ...change, ...Object(event.input) }))
    await tap('和一周前比')
    expect(sent[sent.length - 1]?.input).toEqual({ since: 'week' })
    expect(screen.getByText('−500')).toBeTruthy()
  })

  it('offers the dates of the shop, which the answer tells, not of the phone', async () => {
    await open(() => change)
    await tap('自选日期')
    expect(screen.getAllByText('现在')).toHaveLength(2)
    expect(screen.getByText('2026年10月25日晚上')).toBeTruthy()
  })

  it('goes on where the first answer stopped', async () => {
    const sent = await open(({ input }) =>
      JSON.stringify(input).includes('cursor')
        ? { ...change, lines: [] }
        : { ...change, nextCursor: '999' },
    )
    expect(screen.getByText(/第 1 段/)).toBeTruthy()
    await tap('查看更多')
    expect(sent[sent.length - 1]?.input).toEqual({ since: 'month', cursor: '999' })
    expect(screen.getByText(/第 2 段/)).toBeTruthy()
    expect(screen.getByText('这段时间里没有积分进出')).toBeTruthy()
  })
})

const change = {
  serverNow: Date.parse('2026-11-25T04:00:00Z'),
  todayOn: '2026-11-25',
  since: 'month',
  fromOn: '2026-10-25',
  toOn: '2026-11-25',
  beforePoints: 1_036,
  afterPoints: 536,
  differencePoints: -500,
  sentence: '可用积分从 1036 变为 536，少了 500 积分',
  lines: [
    { cause: 'redemption:loss', points: -600, sentence: '兑换 1 次，使用 600 积分' },
    { cause: 'purchase:gain', points: 100, sentence: '消费 1 笔，获得 100 积分' },
  ],
  nextCursor: null,
}

async function open(answer: (event: CloudEvent) => object): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    return { ok: true, value: answer(event) }
  }
  await act(async () => {
    render(<ChangePage />)
  })
  return sent
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
