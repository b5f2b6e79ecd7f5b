import { progressOf, progressText, rightsOf, stateOf } from './tier-rows'
import type { MyTier, TierRow } from './tiers.store'

const mine: MyTier = {
  ...{ serverNow: 0, todayOn: '2026-03-10', isOpen: true, method: 'amount', windowText: '' },
  tier: { tierId: 'silver', title: '银卡会员' },
  figures: { paidFen: 320_000, monthVisits: 1, tenureMonths: 0, activeMonths: 1, measure: 320_000 },
  ...{ parts: [], oneMore: null },
  nextTier: { tierId: 'gold', title: '金卡会员', threshold: 500_000 },
  ...{ gap: 180_000, gapText: '还差 ¥1,800，升金卡', keepUntilOn: null, keepGap: null },
  ...{ keepText: null, graceUntilOn: null },
}
const gold: TierRow = {
  ...{ tierId: 'gold', earnPercent: 120, leadMinutes: 0, hasContact: false },
  benefits: [{ kind: 'earn', title: '积分 1.2 倍', text: '到店消费的基础积分按 120% 计' }],
  ...{ title: '金卡会员', threshold: 500_000, thresholdText: '实付满 ¥5,000' },
}

describe('the way to the next level', () => {
  it('is never quite done while something is missing', () => {
    expect([progressOf(mine), progressText(mine)]).toEqual([64, '¥3,200 / ¥5,000'])
    expect(progressOf({ ...mine, gap: 1 })).toBe(98)
    expect(progressOf({ nextTier: null, gap: null })).toBe(100)
  })

  it('locks the rights of a level that is not hers, and says why', () => {
    const text = '到店消费的基础积分按 120% 计；升到金卡就能用'
    expect(rightsOf(gold, mine)).toEqual([{ title: '积分 1.2 倍', text, isLocked: true }])
    const hers = { ...mine, tier: { tierId: 'diamond' as const, title: '钻石会员' } }
    expect(rightsOf(gold, hers)[0]).toMatchObject({ isLocked: false })
    expect([stateOf(gold, mine), stateOf(gold, hers)]).toEqual(['locked', 'passed'])
  })
})
