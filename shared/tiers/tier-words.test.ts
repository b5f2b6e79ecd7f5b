import { newTierRule } from './tier-rule'
import {
  gapText,
  keepText,
  measureText,
  partText,
  thresholdText,
  weightText,
  windowText,
} from './tier-words'

it('says each number in its own kind', () => {
  expect(measureText('amount', 123_456_700)).toBe('¥1,234,567')
  expect(measureText('amount', 99_999)).toBe('¥999.99')
  expect(measureText('frequency', 3)).toBe('3 次')
  expect(thresholdText('composite', 50)).toBe('得分满 50 分')
  expect(windowText({ ...newTierRule, window: 'cycle', cycleMonth: 4 })).toBe(
    '本年度（每年 4 月起）',
  )
  expect(weightText('amount', 2)).toBe('每 ¥100 计 2 分')
  const figures = { paidFen: 100, monthVisits: 2, tenureMonths: 3, activeMonths: 1 }
  expect(partText('tenure', figures)).toBe('3 个月')
})

it('says what is missing, and by when', () => {
  expect(gapText('amount', 32_000, 'gold')).toBe('还差 ¥320，升金卡')
  expect(gapText('frequency', 2, 'silver')).toBe('这个月再消费 2 次，升银卡')
  const by = { tierId: 'gold', byOn: '2027-03-31' } as const
  expect(keepText('amount', 0, by)).toBe('已经达到保级要求，金卡会继续保留')
  expect(keepText('loyalty', 12, by)).toBe('2027年3月31日前还差 12 分，就能保住金卡')
})
