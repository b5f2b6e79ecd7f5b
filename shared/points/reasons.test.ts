import { isReason, reasonOf, reasons, tellingOf } from './reasons'
import type { Story } from './story'

const story: Story = {
  points: 30,
  debtChangePoints: 0,
  pendingChangePoints: 0,
  storeName: '东店',
  on: '2026-03-10',
  paidFen: 3_000,
  receiptNo: '10023',
  rewardTitle: '土鸡蛋',
  note: '核对账目',
  releasesOn: null,
  cap: null,
}
const names = Object.keys(reasons).filter(isReason)

describe('a reason of an entry', () => {
  it.each(names)('%s has sentences without gaps, and a rule', (name) => {
    const { told, rule } = reasonOf(name)
    for (const points of [30, -30]) {
      const words = told({ ...story, points })
      expect(words).toMatch(/[\u4e00-\u9fff]/)
      expect(words).not.toMatch(/undefined|null|NaN|--/)
    }
    expect(rule.length).toBeGreaterThan(5)
  })

  it('is told as a gain and as a loss, plainly where it is never one of them', () => {
    expect(tellingOf('purchase', 'gain')(30, 2)).toBe('消费 2 笔，获得 30 积分')
    expect(tellingOf('purchase', 'loss')(30, 2)).toBe('扣减 30 积分')
    expect(tellingOf('expiry', 'gain')(30, 1)).toBe('补给您 30 积分')
    for (const name of names) {
      for (const direction of ['gain', 'loss'] as const) {
        expect(tellingOf(name, direction)(41, 3)).toContain('41')
      }
    }
  })

  it('is no word that an object has by itself', () => {
    expect(['toString', 'constructor', '__proto__', 'sold'].filter(isReason)).toEqual([])
  })

  it('counts as a purchase what came of one', () => {
    const family = names.filter((name) => reasonOf(name).family === 'purchase')
    expect(family).toEqual(expect.arrayContaining(['purchase', 'purchaseForgotten', 'released']))
    expect(family).not.toContain('adjusted')
  })
})
