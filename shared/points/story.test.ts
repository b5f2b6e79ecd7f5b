import {
  dayText,
  earnedOf,
  excludedOf,
  moneyOf,
  noteOf,
  placeOf,
  receiptOf,
  type Story,
} from './story'

const bare: Story = {
  points: 0,
  debtChangePoints: 0,
  pendingChangePoints: 0,
  storeName: null,
  on: '2026-03-10',
  paidFen: null,
  receiptNo: null,
  rewardTitle: null,
  note: null,
  releasesOn: null,
  cap: null,
}

describe('words of an entry', () => {
  it('leave out what is not known', () => {
    const words = [placeOf, moneyOf, excludedOf, noteOf, receiptOf].map((say) => say(bare))
    expect(words.join('')).toBe('')
  })

  it('name store, money, receipt and note', () => {
    const known = { ...bare, storeName: '东店', paidFen: 3_580, receiptNo: '9', note: '补记' }
    expect(placeOf(known)).toBe('在东店')
    expect(moneyOf(known)).toContain('35.80')
    expect(receiptOf(known)).toBe('（小票 9）')
    expect(noteOf(known)).toBe('（补记）')
    expect(dayText('2026-03-08')).toBe('3 月 8 日')
  })

  it('say when points come, and which cap cut them', () => {
    const coming = { ...bare, pendingChangePoints: 20, releasesOn: '2026-03-17' }
    expect(earnedOf(coming)).toBe('获得 20 积分，2026-03-17 到账')
    expect(earnedOf({ ...bare, points: 5, cap: 'day' })).toBe('获得 5 积分，今日已达上限')
    const old = { ...bare, points: 5, cap: 'month', boughtOn: '2026-02-01' } as const
    expect(earnedOf(old)).toBe('获得 5 积分，当月已达上限')
  })
})
