import fc from 'fast-check'
import { lunarTable } from '../calendar/lunar-table'
import { type Care, noCare, type StandingGift } from './care'
import { type GiftRule, newRules, usualWhen } from './gift-rule'
import { boughtWith, type PurchaseGift, refundedWith } from './purchase-gifts'

const world = { lunar: lunarTable, memberDays: [], worthOf: () => 0 }
const [plain] = newRules as readonly [GiftRule]
const rule = (ruleId: string, changed: Partial<GiftRule>): GiftRule => ({
  ...plain,
  ...{ ruleId, title: ruleId, handOver: 'unasked', ...changed },
})
const nth = (purchaseNo: number) =>
  rule(`repurchase-${purchaseNo}`, { scene: 'repurchase', when: { ...usualWhen, purchaseNo } })
const rules = [rule('firstPurchase-1', { scene: 'firstPurchase' }), nth(2), nth(3), nth(5)]
const on = '2027-05-01'

interface Her {
  readonly care: Care
  readonly grants: readonly string[]
}

function standingOf(gift: PurchaseGift, purchaseId: string): StandingGift {
  const { rule: given, occasion, holds } = gift
  const key = `${given.ruleId}:m1:${occasion}`
  const named = { grantId: `${key}:${purchaseId}`, key, scene: given.scene, title: given.title }
  return { ...named, purchaseId, ...holds, points: 0, expiresOn: '', couponIds: [] }
}

function buy(her: Her, purchaseId: string, changed = {}): Her {
  const bought = {
    purchaseId,
    on,
    isImported: false,
    tier: 'plain',
    rise: null,
    ...changed,
  } as const
  const { care, gifts } = boughtWith(her, bought, { rules, world })
  const standing = [...care.standing, ...gifts.map((gift) => standingOf(gift, purchaseId))]
  return { care: { ...care, standing }, grants: standing.map(({ key }) => key) }
}

function refund(her: Her, purchaseId: string): Her {
  const { care } = refundedWith(her.care, { purchaseId, isFull: true, tier: 'plain', todayOn: on })
  return { care, grants: care.standing.map(({ key }) => key) }
}

describe('purchases and refunds in any order', () => {
  it('leave exactly the gifts of as many purchases as stand', () => {
    const history = fc.array(fc.oneof(fc.constant('buy'), fc.nat({ max: 20 })), { maxLength: 40 })
    fc.assert(
      fc.property(history, (acts) => {
        let her: Her = { care: noCare, grants: [] }
        let open: string[] = []
        for (const [place, act] of acts.entries()) {
          if (act === 'buy') {
            her = buy(her, `p${place}`)
            open.push(`p${place}`)
          } else if (open.length > 0) {
            const gone = open[Number(act) % open.length] ?? ''
            her = refund(her, gone)
            open = open.filter((id) => id !== gone)
          }
          const due = [1, 2, 3, 5].filter((no) => no <= open.length)
          expect(her.care.standing.map(({ purchaseNo }) => purchaseNo).sort()).toEqual(due)
          expect(her.care.boughtCount).toBe(open.length)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('of a file count and bring nothing', () => {
    const her = buy({ care: noCare, grants: [] }, 'p1', { isImported: true })
    expect(her.care).toMatchObject({ boughtCount: 1, standing: [] })
    expect(buy(her, 'p2').grants).toEqual(['repurchase-2:m1:once'])
  })
})

describe('who was woken', () => {
  const given = { ruleId: 'wakeUp-1', version: 1, scene: 'wakeUp', title: '欢迎回来' } as const
  const back = { ...given, sentence: '', points: 50, templateIds: [], thing: null }
  const woken = { rule: back, occasion: '2026-10-01', untilOn: '2027-05-10' }
  const giftsOf = (care: Partial<Care>, day: string) => {
    const bought = {
      purchaseId: 'p9',
      on: day,
      isImported: false,
      tier: 'plain',
      rise: null,
    } as const
    const her = { care: { ...noCare, boughtCount: 9, woken, ...care }, grants: [] }
    return boughtWith(her, bought, { rules, world })
  }

  it('is won back by a purchase in time, once in a year', () => {
    const won = giftsOf({}, '2027-05-10')
    expect(won.gifts.map(({ rule: { title } }) => title)).toEqual(['欢迎回来'])
    expect(won.care).toMatchObject({ woken: null, wonBackOn: '2027-05-10' })
    expect(giftsOf({}, '2027-05-11').gifts).toEqual([])
    expect(giftsOf({ wonBackOn: '2026-05-11' }, '2027-05-10').gifts).toEqual([])
    expect(giftsOf({ wonBackOn: '2026-05-10' }, '2027-05-10').gifts).toHaveLength(1)
  })
})

describe('a gift of an upgrade', () => {
  const gold = standingOf(
    {
      rule: { ...plain, sentence: '', points: 5, templateIds: [], thing: null },
      ...{ occasion: 'gold', claimDays: null, isStacked: false },
      holds: { purchaseNo: null, tier: 'gold', tierUntilOn: '2027-12-31' },
    },
    'p1',
  )
  const care = { ...noCare, boughtCount: 2, standing: [gold] }
  const takenWith = (tier: 'silver' | 'gold', todayOn: string) =>
    refundedWith(care, { purchaseId: 'p2', isFull: false, tier, todayOn }).taken

  it('goes with its tier, and not with the end of the tier’s time', () => {
    expect(takenWith('gold', on)).toEqual([])
    expect(takenWith('silver', on)).toEqual([gold])
    expect(takenWith('silver', '2028-01-01')).toEqual([])
  })
})
