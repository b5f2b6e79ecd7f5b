import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { tiersOf } from '../../dev/harness/tiers-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ now: '2026-03-10T02:00:00.000Z' })
})
afterAll(() => shop.stop())

const { newBuyer } = tiersOf(() => shop)
const mine = (who: string) => shop.value('tiers.mine', { as: who })

describe('my level', () => {
  it('says what it counts, what is missing, and what one more purchase would bring', async () => {
    const { who } = await newBuyer([68_000, '2026-02-10'], [30_000, '2026-03-01'])
    expect(await mine(who)).toMatchObject({
      ...{ isOpen: true, method: 'amount', windowText: '最近 12 个月（含本月）' },
      tier: { tierId: 'plain', title: '普通会员' },
      figures: { paidFen: 98_000, monthVisits: 1, activeMonths: 2, measure: 98_000 },
      parts: [{ part: 'amount', text: '¥980', merit: null }],
      nextTier: { tierId: 'silver', title: '银卡会员', threshold: 100_000 },
      ...{ gap: 2_000, gapText: '还差 ¥20，升银卡', keepUntilOn: null, keepGap: null },
      oneMore: {
        ...{ paidFen: 49_000, tierId: 'silver', measure: 147_000 },
        text: '再消费一次 ¥490，累计从 ¥980 到 ¥1,470，升到银卡',
      },
    })
  })

  it('tells how long it is hers, and what keeps it', async () => {
    const { who } = await newBuyer([100_000, '2026-03-10'], [30_000, '2026-04-01'])
    expect(await mine(who)).toMatchObject({
      ...{ tier: { tierId: 'silver' }, keepUntilOn: '2027-03-31', keepGap: 70_000 },
      keepText: '2027年4月30日前还差 ¥700，就能保住银卡',
    })
  })

  it('costs two calls, and is a member’s', async () => {
    const { who } = await newBuyer()
    const called = await shop.call('tiers.mine', { as: who })
    expect(`${called.dbCalls} calls, ${called.docsWritten} written`).toBe('2 calls, 0 written')
    const visitor = await shop.call('tiers.mine', { as: 'stranger' })
    expect(visitor.answer).toMatchObject({ code: 'MEMBER_REQUIRED' })
  })

  it('is what the tills of the shop have booked, and what they took back', async () => {
    const { who } = await shop.newMember()
    const { purchaseId } = await shop.earn(who, 5_000)
    expect((await mine(who)).tier.tierId).toBe('gold')
    expect((await shop.value('members.home', { as: who })).tier?.title).toBe('金卡会员')
    const lines = [{ lineNo: 1, amountFen: 1 }]
    await shop.value('purchases.refund', { as: 'clerk-of-east', input: { purchaseId, lines } })
    expect(await mine(who)).toMatchObject({ tier: { tierId: 'silver' }, gap: 1 })
  })
})
