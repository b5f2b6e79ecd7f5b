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
import { tillOf } from '../../dev/harness/till-under-test'
import { newShop } from '../../shared/rules/shop'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { settle, newShopper, nextCode } = tillOf(() => shop)

describe('settling at the till', () => {
  it.each([
    [{ billFen: 9_999 }, 99],
    [{ billFen: 100 }, 1],
    [{ billFen: 99 }, 0],
    [{ billFen: 10_000, excludedFen: 4_000 }, 60],
    [{ billFen: 10_000, excludedFen: 10_000 }, 0],
  ])('earns 1 point for each yuan that was paid: %j earn %d', async (bill, points) => {
    const { memberCode, who } = await newShopper()
    const { answer } = await settle({ memberCode, ...bill })
    const value = { earnedPoints: points, balancePoints: points, storeId: EAST }
    expect(answer).toMatchObject({ ok: true, value })
    expect(await shop.balanceOf(who)).toBe(points)
  })

  it('keeps the lines with their share of the coupon, the freight and the whole rule', async () => {
    const { memberCode, who, memberId } = await newShopper()
    const { coupons } = await shop.value('gifts.claimPack', { as: who })
    const lines = [
      { title: '苹果', amountFen: 6_000 },
      { title: '香烟', amountFen: 4_000, isExcluded: true },
    ]
    const bill = { billFen: 10_000, lines, freightFen: 600, couponId: coupons[0]?.couponId }
    const { answer } = await settle({ memberCode, ...bill })
    expect(answer).toMatchObject({ ok: true, value: { paidFen: 10_100, earnedPoints: 57 } })
    const [stored] = await shop.find('purchases', { memberId })
    expect(stored).toMatchObject({
      bill: {
        excludedFen: 4_000,
        lines: [
          { couponOffFen: 300, paidFen: 5_700 },
          { couponOffFen: 200, paidFen: 3_800 },
        ],
        freightFen: 600,
        points: null,
      },
      earnRule: newShop.earnRule,
      refunds: [],
      refundedFen: 0,
    })
  })

  it('refuses lines that are not the bill, and other lines under the same request', async () => {
    const { memberCode } = await newShopper()
    const lines = [{ title: '苹果', amountFen: 3_999 }]
    const before = await shop.dump()
    const { answer } = await settle({ memberCode, lines })
    expect(answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'lines' } })
    expect(await shop.dump()).toBe(before)
    const requestId = shop.fresh('request')
    await settle({ memberCode, lines: [{ title: '苹果', amountFen: 4_000 }] }, { requestId })
    const other = [{ title: '梨', amountFen: 4_000 }]
    const again = await settle({ memberCode, lines: other }, { requestId })
    expect(again.answer).toMatchObject({ code: 'REQUEST_REUSED' })
  })

  it('has one effect and fifty equal answers when one request is sent fifty times', async () => {
    const { memberCode, memberId } = await newShopper()
    const requestId = shop.fresh('request')
    const calls = await atOnce(50, () => settle({ memberCode }, { requestId }))
    expect(tallyOf(calls)).toEqual({ ok: 50 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await shop.find('purchases', { memberId })).toHaveLength(1)
    expect(await shop.find('points_entries', { memberId })).toHaveLength(1)
  })

  it('answers the first result again when the code has long expired', async () => {
    const { memberCode } = await newShopper()
    const requestId = shop.fresh('request')
    const first = await settle({ memberCode }, { requestId })
    await shop.advanceClock(3 * 86_400_000)
    const again = await settle({ memberCode }, { requestId })
    expect(again.answer).toEqual(first.answer)
  })

  it('takes the next code, or the ticket, as the same meaning', async () => {
    const { memberCode, who } = await newShopper()
    const { ticket } = await shop.value('staff.scan', { as: clerk, input: { memberCode } })
    const requestId = shop.fresh('request')
    const first = await settle({ memberCode }, { requestId })
    const byNext = await settle({ memberCode: await nextCode(who) }, { requestId })
    expect(byNext.answer).toEqual(first.answer)
    expect((await settle({ ticket }, { requestId })).answer).toEqual(first.answer)
  })

  it.each([
    ['another amount', { billFen: 4_001 }],
    ['another receipt', { receiptNo: 'R-2' }],
    ['another till', { tillNo: '9' }],
    ['another excluded amount', { excludedFen: 1 }],
    ['a coupon', { couponId: 'some-coupon' }],
  ])('refuses the same request id with %s, and changes nothing', async (_name, change) => {
    const { memberCode } = await newShopper()
    const requestId = shop.fresh('request')
    await settle({ memberCode }, { requestId })
    const before = await shop.dump()
    const { answer } = await settle({ memberCode, ...change }, { requestId })
    expect(answer).toMatchObject({ ok: false, code: 'REQUEST_REUSED' })
    expect(await shop.dump()).toBe(before)
  })

  it('refuses the same request id for another member', async () => {
    const first = await newShopper()
    const second = await newShopper()
    const requestId = shop.fresh('request')
    await settle({ memberCode: first.memberCode }, { requestId })
    const { answer } = await settle({ memberCode: second.memberCode }, { requestId })
    expect(answer).toMatchObject({ ok: false, code: 'REQUEST_REUSED' })
  })

  it('settles once with one code, also when twenty requests come at once', async () => {
    const { memberCode, memberId } = await newShopper()
    const calls = await atOnce(20, (position) => settle({ memberCode, billFen: 1_000 + position }))
    expect(tallyOf(calls)).toEqual({ ok: 1, CODE_USED: 19 })
    expect(await shop.find('purchases', { memberId })).toHaveLength(1)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('refuses a code whose ticket has settled, and a ticket whose code has', async () => {
    const one = await newShopper()
    const scan = (memberCode: string) =>
      shop.value('staff.scan', { as: clerk, input: { memberCode } })
    await settle({ ticket: (await scan(one.memberCode)).ticket })
    const byCode = await settle({ memberCode: one.memberCode, billFen: 1_111 })
    expect(byCode.answer).toMatchObject({ ok: false, code: 'CODE_USED' })
    const two = await newShopper()
    const { ticket } = await scan(two.memberCode)
    await settle({ memberCode: two.memberCode })
    const byTicket = await settle({ ticket, billFen: 1_111 })
    expect(byTicket.answer).toMatchObject({ ok: false, code: 'CODE_USED' })
  })
})

describe('what the till refuses', () => {
  it('refuses a purchase above the cap to a clerk, not to the manager', async () => {
    const { memberCode } = await newShopper()
    const before = await shop.dump()
    const over = await settle({ memberCode, billFen: 500_001 })
    const detail = { capFen: 500_000 }
    expect(over.answer).toMatchObject({ ok: false, code: 'PURCHASE_OVER_CAP', detail })
    expect(await shop.dump()).toBe(before)
    const managed = await settle({ memberCode, billFen: 500_001, storeId: EAST }, { as: manager })
    expect(managed.answer).toMatchObject({ ok: true, value: { earnedPoints: 5_000 } })
  })

  it('refuses a clerk her own code, another store, and a manager who names no store', async () => {
    const own = await settle({ memberCode: await shop.codeOf(clerk) })
    expect(own.answer).toMatchObject({ ok: false, code: 'SELF_SERVICE' })
    const { memberCode } = await newShopper()
    const foreign = await settle({ memberCode, storeId: WEST })
    expect(foreign.answer).toMatchObject({ ok: false, code: 'STORE_FOREIGN' })
    const unnamed = await settle({ memberCode }, { as: manager })
    expect(unnamed.answer).toMatchObject({ ok: false, code: 'STORE_REQUIRED' })
  })

  it('takes the code of this minute and of the one before, no older one', async () => {
    const { memberCode } = await newShopper()
    await shop.advanceClock(60_000)
    expect((await settle({ memberCode })).answer.ok).toBe(true)
    const late = await newShopper()
    await shop.advanceClock(180_000)
    const before = await shop.dump()
    const { answer } = await settle({ memberCode: late.memberCode })
    expect(answer).toMatchObject({ ok: false, code: 'CODE_EXPIRED' })
    expect(await shop.dump()).toBe(before)
  })

  it('refuses a ticket after ten minutes, in other hands, or with a changed letter', async () => {
    const { memberCode } = await newShopper()
    const { ticket } = await shop.value('staff.scan', { as: clerk, input: { memberCode } })
    const stolen = await settle({ ticket, storeId: EAST }, { as: manager })
    expect(stolen.answer).toMatchObject({ ok: false, code: 'TICKET_INVALID' })
    const forged = await settle({ ticket: `A${ticket.slice(1)}` })
    expect(forged.answer).toMatchObject({ ok: false, code: 'TICKET_INVALID' })
    await shop.advanceClock(600_000)
    const old = await settle({ ticket })
    expect(old.answer).toMatchObject({ ok: false, code: 'TICKET_EXPIRED' })
  })

  it('uses a coupon once, of its member, above its threshold', async () => {
    const { who, memberCode } = await newShopper()
    const { coupons } = await shop.value('gifts.claimPack', { as: who })
    const couponId = coupons[0]?.couponId ?? ''
    const low = await settle({ memberCode, billFen: 2_999, couponId })
    const detail = { missingFen: 1 }
    expect(low.answer).toMatchObject({ ok: false, code: 'COUPON_THRESHOLD', detail })
    const stranger = await newShopper()
    const theft = await settle({ memberCode: stranger.memberCode, couponId })
    expect(theft.answer).toMatchObject({ ok: false, code: 'COUPON_NOT_FOUND' })
    const used = await settle({ memberCode, billFen: 3_000, couponId })
    const value = { couponOffFen: 500, paidFen: 2_500, earnedPoints: 25 }
    expect(used.answer).toMatchObject({ ok: true, value })
    const twice = await settle({ memberCode: await nextCode(who), billFen: 3_100, couponId })
    expect(twice.answer).toMatchObject({ ok: false, code: 'COUPON_USED' })
    await shop.advanceClock(31 * 86_400_000)
    const fresh = await newShopper()
    const late = await shop.value('gifts.claimPack', { as: fresh.who })
    await shop.advanceClock(30 * 86_400_000)
    const expired = await settle({
      memberCode: await shop.codeOf(fresh.who),
      couponId: late.coupons[0]?.couponId,
    })
    expect(expired.answer).toMatchObject({ ok: false, code: 'COUPON_EXPIRED' })
  })

  it('believes no points, price, member or role in the event', async () => {
    const { memberCode, memberId } = await newShopper()
    const forged = {
      points: 9_999,
      earnedPoints: 9_999,
      paidFen: 1,
      memberId: 'me',
      role: 'manager',
    }
    const input = { memberCode, billFen: 1_000, ...forged }
    const event = { action: 'settle', input, openid: 'manager-of-both', ...forged }
    const called = await shop.send('purchases', event, { as: clerk })
    expect(called.answer).toMatchObject({ ok: true, value: { earnedPoints: 10, paidFen: 1_000 } })
    expect(await shop.find('purchases', { memberId })).toHaveLength(1)
  })
})
