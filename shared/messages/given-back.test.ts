import { backText } from './given-back'

it('says that WeChat gives back by itself, and who else does', () => {
  expect(backText({ backFen: 1_990, onlineFen: 1_990 })).toBe('已退款 ¥19.90')
  expect(backText({ backFen: 1_990, onlineFen: 0 })).toBe('¥19.90 请向店里或团长取回')
  expect(backText({ backFen: 1_990, onlineFen: 1_000 })).toBe(
    '已退款 ¥10.00，另有 ¥9.90 请向店里或团长取回',
  )
})
