import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { noteServerNow } from '../../clock'
import { changeStore } from '../points.store'
import ChangePage from './index'

describe('why the points changed', () => {
  beforeEach(() => {
    phone.reset()
    changeStore.setState(changeStore.getInitialState())
    noteServerNow(Date.parse('2026-11-25T04:00:00Z'))
  })

  it('shows the difference, the whole, and each cause with its number', async () => {
    const sent = await open(() => change)
    expect(sent[0]?.input).toEqual({ fromOn: '2026-10-25' })
    expect(screen.getByText('−500')).toBeTruthy()
    expect(screen.getByText('兑换 1 次，使用 600 积分')).toBeTruthy()
    expect(screen.getByText('−600')).toBeTruthy()
    expect(screen.getByText('+100')).toBeTruthy()
  })

  it('compares with a week ago at a tap', async () => {
    const sent = await open((event) => ({ ...change, ...Object(event.input) }))
    await tap('和一周前比')
    expect(sent[sent.length - 1]?.input).toEqual({ fromOn: '2026-11-18' })
    expect(screen.getByText('−500')).toBeTruthy()
  })

  it('goes on where the first answer stopped', async () => {
    const sent = await open(({ input }) =>
      JSON.stringify(input).includes('cursor')
        ? { ...change, lines: [] }
        : { ...change, nextCursor: '999' },
    )
    expect(screen.getByText(/第 1 段/)).toBeTruthy()
    await tap('查看更多')
    expect(sent[sent.length - 1]?.input).toEqual({ fromOn: '2026-10-25', cursor: '999' })
    expect(screen.getByText(/第 2 段/)).toBeTruthy()
    expect(screen.getByText('这段时间里没有积分进出')).toBeTruthy()
  })
})

const change = {
  serverNow: Date.parse('2026-11-25T04:00:00Z'),
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
