import { benefitLine, benefitRowOf, benefitTable } from './benefits'
import { newTierRule } from './tier-rule'

const source = {
  tierRule: {
    ...newTierRule,
    leadMinutes: { silver: 0, gold: 10, diamond: 120 },
    contactFrom: 'diamond' as const,
  },
  earnRule: { tierPercents: { silver: 105, gold: 120, diamond: 200 } },
}
const titlesOf = (tierId: 'plain' | 'silver' | 'gold' | 'diamond') =>
  benefitRowOf(tierId, source, [{ title: '满100减20', tierFrom: 'gold' }]).benefits.map(
    ({ title }) => title,
  )

describe('what a level gives', () => {
  it('is one row for each, a higher one having whatever a lower one has', () => {
    expect(titlesOf('plain')).toEqual([])
    expect(titlesOf('silver')).toEqual(['积分 1.05 倍'])
    expect(titlesOf('gold')).toEqual(['积分 1.2 倍', '福利提前 10 分钟', '专享券：满100减20'])
    expect(titlesOf('diamond')).toEqual([
      ...['积分 2 倍', '福利提前 2 小时', '专享券：满100减20', '专属客服'],
    ])
    expect(benefitTable(source)).toHaveLength(4)
  })

  it('is told to whoever serves her in one breath', () => {
    const lineOf = (tierId: 'plain' | 'diamond') => benefitLine(benefitRowOf(tierId, source))
    expect(lineOf('diamond')).toBe('钻石卡会员，积分 2 倍，有专属客服')
    expect(lineOf('plain')).toBeNull()
  })

  it('is nothing in a shop without levels', () => {
    const closed = { ...source, tierRule: { ...source.tierRule, method: 'off' as const } }
    expect(benefitRowOf('gold', closed)).toMatchObject({
      ...{ earnPercent: 100, leadMinutes: 0, hasContact: false, benefits: [] },
    })
  })
})
