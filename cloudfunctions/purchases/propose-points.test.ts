import { payingIn, payWithPoints } from '../../dev/harness/paying-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  WEST,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let closed: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: { payWithPoints } })
  closed = await openShop()
})
afterAll(() => Promise.all([shop.stop(), closed.stop()]))

const { propose, newPayer, proposed } = payingIn(() => shop)

describe('proposing that points pay a part', () => {
  it('shows on the shopper’s code page, and moves nothing', async () => {
    const { who, ticket } = await newPayer()
    const quote = await shop.value('purchases.quote', {
      as: clerk,
      input: { ticket, billFen: 4_000, freightFen: 300, paidPoints: 500 },
    })
    const room = { minPoints: 100, maxPoints: 600, stepPoints: 1, blockedBy: null }
    expect(quote).toMatchObject({
      ...{ pointsOffFen: 500, payableFen: 3_800, earnPoints: 35, balancePoints: 135 },
      pointsRoom: { ...room, pointsPerYuan: 100 },
    })
    const { answer } = await propose({ ticket, freightFen: 300 })
    const figures = { points: 500, offFen: 500, billFen: 4_000, payableFen: 3_800 }
    expect(answer).toMatchObject({ ok: true, value: { ...figures, state: 'waiting' } })
    const { proposal } = await shop.value('members.code', { as: who })
    expect(proposal).toMatchObject({ ...figures, storeName: '东店', state: 'waiting' })
    expect(await shop.balanceOf(who)).toBe(600)
    await shop.advanceClock(5 * 60_000)
    expect((await shop.value('members.code', { as: who })).proposal).toBeNull()
  })

  it('has one effect and equal answers when it is sent again, also at once', async () => {
    const { ticket, memberId } = await newPayer()
    const requestId = shop.fresh('request')
    const calls = await atOnce(16, () => propose({ ticket }, { requestId }))
    expect(tallyOf(calls)).toEqual({ ok: 16 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await shop.find('points_proposals', { memberId })).toHaveLength(1)
    const other = await propose({ ticket, paidPoints: 400 }, { requestId })
    expect(other.answer).toMatchObject({ ok: false, code: 'REQUEST_REUSED' })
  })

  it('replaces the one before on her phone', async () => {
    const { who, ticket } = await proposed()
    await shop.advanceClock(1_000)
    await propose({ ticket, paidPoints: 400 })
    expect((await shop.value('members.code', { as: who })).proposal).toMatchObject({ points: 400 })
  })

  it.each([
    ['more than half the bill', { paidPoints: 501, billFen: 1_000 }, 'POINTS_PAY_RANGE'],
    ['fewer than the least', { paidPoints: 99 }, 'POINTS_PAY_RANGE'],
    ['more than she has', { paidPoints: 601 }, 'POINTS_INSUFFICIENT'],
    ['a coupon that is not hers', { couponId: 'no-such-coupon' }, 'COUPON_NOT_FOUND'],
    ['a bill above the cap', { billFen: 500_001 }, 'PURCHASE_OVER_CAP'],
    ['another store', { storeId: WEST }, 'STORE_FOREIGN'],
  ])('refuses %s and leaves no trace', async (_name, asked, code) => {
    const { ticket } = await newPayer()
    const before = await shop.dump()
    const { answer } = await propose({ ticket, ...asked })
    expect(answer).toMatchObject({ ok: false, code })
    expect(await shop.dump()).toBe(before)
  })

  it('refuses a frozen account, and says why there is no room', async () => {
    const { who, ticket } = await newPayer()
    const named = { memberNumber: await shop.numberOf(who), reason: '核对账目' }
    await shop.value('points.freeze', { as: manager, input: named })
    expect((await propose({ ticket })).answer).toMatchObject({ ok: false, code: 'ACCOUNT_FROZEN' })
    const input = { ticket, billFen: 4_000 }
    const quote = await shop.value('purchases.quote', { as: clerk, input })
    expect(quote.pointsRoom).toMatchObject({ maxPoints: 0, blockedBy: 'frozen' })
  })

  it('refuses it in a shop that takes money alone, whose quotes offer no points', async () => {
    const { who } = await closed.newMember(500)
    await closed.advanceClock(60_000)
    const memberCode = await closed.codeOf(who)
    const input = { memberCode, billFen: 4_000, storeId: EAST }
    const wish = { ...input, paidPoints: 400 }
    const { answer } = await closed.call('purchases.proposePoints', { as: clerk, input: wish })
    expect(answer).toMatchObject({ ok: false, code: 'POINTS_PAY_CLOSED' })
    const quote = await closed.value('purchases.quote', { as: clerk, input })
    expect(quote.pointsRoom).toBeNull()
    expect((await closed.value('members.code', { as: who })).proposal).toBeNull()
  })
})
