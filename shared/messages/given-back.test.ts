import { backText } from './given-back'

it('says that WeChat gives back by itself, and who else does', () => {
  expect(backText({ backFen: 1_990, isOnline: true })).toBe('已退款 ¥19.90')
  expect(backText({ backFen: 1_990, isOnline: false })).toBe('¥19.90 请向店里或团长取回')
})
