import {
  countText,
  dayOf,
  daysBetween,
  dayText,
  greeting,
  inGroups,
  momentText,
  sentenceText,
  shortDay,
  shortYuan,
  signedPoints,
  typedText,
  unreadText,
  yuanText,
} from './format'

const newYearInShanghai = Date.UTC(2025, 11, 31, 16, 0)

describe('how figures are shown', () => {
  it('groups points by thousands', () => {
    expect([0, 999, 1_000, 1_234_567].map(countText)).toEqual(['0', '999', '1,000', '1,234,567'])
  })

  it('writes what is less than nothing with the sign of print, not with a hyphen', () => {
    expect([-300, -1_234].map(countText)).toEqual(['−300', '−1,234'])
  })

  it('tells unread messages apart up to 99', () => {
    expect([1, 99, 100, 250].map(unreadText)).toEqual([
      '1 条未读',
      '99 条未读',
      '99+ 条未读',
      '99+ 条未读',
    ])
  })

  it('groups counts, and amounts that are still being typed', () => {
    expect(countText(1_041)).toBe('1,041')
    expect(['', '1041', '1041.', '12345.67', '0.1234'].map(typedText)).toEqual([
      '',
      '1,041',
      '1,041.',
      '12,345.67',
      '0.1234',
    ])
  })

  it('groups points and money in a sentence of the server, and no number of a receipt', () => {
    expect(sentenceText('扣回这笔获得的 1041 积分：已经用掉的 12345 分记为欠积分')).toBe(
      '扣回这笔获得的 1,041 积分：已经用掉的 12,345 分记为欠积分',
    )
    expect(sentenceText('2026年11月1日到现在，可用积分从 1041 变为 2008，多了 967 积分')).toBe(
      '2026年11月1日到现在，可用积分从 1,041 变为 2,008，多了 967 积分',
    )
    expect(sentenceText('消费 ¥1280.50，小票 20260331')).toBe('消费 ¥1,280.50，小票 20260331')
    expect(sentenceText('2026年3月31日到期的 999 分')).toBe('2026年3月31日到期的 999 分')
  })

  it('tells gains from losses by their sign', () => {
    expect([30, 0, -1_200].map(signedPoints)).toEqual(['+30', '+0', '−1,200'])
  })

  it('shows fen as yuan without a float in between', () => {
    expect([1, 99, 100, 5_990, 10_000_001, -205].map(yuanText)).toEqual([
      '0.01',
      '0.99',
      '1.00',
      '59.90',
      '100,000.01',
      '−2.05',
    ])
  })

  it('drops the decimals of a round face value only', () => {
    expect([500, 550].map(shortYuan)).toEqual(['5', '5.50'])
  })

  it('reads codes aloud in fours', () => {
    expect(inGroups('123456789012')).toEqual(['1234', '5678', '9012'])
  })
})

describe('how time is shown', () => {
  it('is the wall clock of Shanghai', () => {
    expect(momentText(newYearInShanghai - 60_000)).toBe('2025-12-31 23:59')
    expect(dayOf(newYearInShanghai)).toBe('2026-01-01')
  })

  it('says dates without leading noughts', () => {
    expect(dayText('2026-03-05')).toBe('2026年3月5日')
    expect(shortDay('2026-03-05')).toBe('3月5日')
  })

  it('counts days across months and leap days', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1)
  })

  it.each([
    [4, '夜深了'],
    [5, '早上好'],
    [11, '中午好'],
    [13, '下午好'],
    [18, '晚上好'],
  ])('greets at %i o’clock with %s', (hour, words) => {
    expect(greeting(newYearInShanghai + hour * 3_600_000)).toBe(words)
  })
})
