import { giftFields, giftRulesOf } from '../../dev/harness/gifts-under-test'
import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { tillOf } from '../../dev/harness/till-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
  const coupons = { points: 0, couponTemplateIds: ['welcome-5'] }
  const comes = { handOver: 'unasked' } as const
  await put(giftFields({ ...comes, scene: 'firstPurchase', title: '首单礼' }))
  await put(
    giftFields({ ...comes, scene: 'repurchase', title: '第二次礼', when: { purchaseNo: 2 } }),
  )
  const third = { scene: 'repurchase', title: '第三次礼', when: { purchaseNo: 3 } } as const
  await put(giftFields({ ...comes, ...third, gift: coupons }))
  const few = { budget: { totalCount: 1 }, when: { purchaseNo: 4 } }
  await put(giftFields({ ...comes, scene: 'repurchase', title: '第四次礼', ...few }))
  const gold = { scene: 'upgrade', title: '升金卡礼', who: { tiers: ['gold' as const] } } as const
  await put(giftFields({ ...comes, ...gold, gift: { points: 500 } }))
})
afterAll(() => shop.stop())

const { put, waitingOf, claim } = giftRulesOf(() => shop)
const { settle, newShopper, nextCode } = tillOf(() => shop)

async function buy(who: string, billFen = 1_000) {
  const receiptNo = shop.fresh('receipt')
  const called = await settle({ memberCode: await nextCode(who), billFen, receiptNo })
  if (!called.answer.ok) throw new Error(called.answer.code)
  return { ...called, ...called.answer.value }
}
const undo = (purchaseId: string) =>
  shop.call('purchases.refund', { as: clerk, input: { purchaseId } })
const standing = async (memberId: string) => {
  const [account] = await shop.find('points_accounts', { _id: memberId })
  return JSON.parse(JSON.stringify(account)).care.standing.map(
    ({ title }: { title: string }) => title,
  )
}

describe('a purchase', () => {
  it('brings the gift of its number in its own transaction, and says so at the till', async () => {
    const { who, memberId } = await newShopper()
    const first = await buy(who)
    expect(first.bookedWith).toContainEqual({ label: '首单礼', value: '送30 积分' })
    expect(await shop.balanceOf(who)).toBe(10 + 30)
    await buy(who)
    expect(await shop.balanceOf(who)).toBe(20 + 60)
    const third = await buy(who)
    expect(third.bookedWith).toContainEqual({ label: '第三次礼', value: '送1 张券' })
    expect(await shop.find('coupons', { memberId })).toMatchObject([{ state: 'issued' }])
    expect(await standing(memberId)).toEqual(['首单礼', '第二次礼', '第三次礼'])
    expect((await shop.books()).balanced).toBe(true)
  })

  it('refunded takes back what no longer holds; bought again it comes again once', async () => {
    const { who, memberId } = await newShopper()
    const [first, , third] = [await buy(who), await buy(who), await buy(who)]
    await undo(third.purchaseId)
    expect(await standing(memberId)).toEqual(['首单礼', '第二次礼'])
    expect(await shop.find('coupons', { memberId })).toMatchObject([{ state: 'revoked' }])
    await buy(who)
    await undo(first.purchaseId)
    expect(await standing(memberId)).toEqual(['首单礼', '第二次礼'])
    await buy(who)
    expect(await standing(memberId)).toEqual(['首单礼', '第二次礼', '第三次礼'])
    const live = await shop.find('coupons', { memberId, state: 'issued' })
    expect(live).toHaveLength(1)
    expect(await shop.balanceOf(who)).toBe(30 + 60)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('whose gift was spent already leaves a debt, and the refund says what it takes', async () => {
    const { who, memberId } = await newShopper()
    const { purchaseId } = await buy(who)
    await shop.adjust(who, -40)
    const refund = await undo(purchaseId)
    const line = { label: '收回首单礼', value: '扣回 30 积分' }
    expect(refund.answer).toMatchObject({
      ok: true,
      value: { shown: { undoneWith: [expect.anything(), line] } },
    })
    expect(await shop.find('points_accounts', { _id: memberId })).toMatchObject([
      { debtPoints: 40 },
    ])
    expect((await shop.books()).balanced).toBe(true)
  })

  it('brings what many fight for as a gift that waits, while it lasts', async () => {
    const [one, other] = [await newShopper(), await newShopper()]
    for (const { who } of [one, other]) for (let no = 0; no < 4; no += 1) await buy(who)
    const giftOf = async (who: string) =>
      (await waitingOf(who)).find(({ title }) => title === '第四次礼')?.giftId ?? ''
    const first = await claim(one.who, await giftOf(one.who))
    expect(first.answer).toMatchObject({ ok: true })
    const late = await claim(other.who, await giftOf(other.who))
    expect(late.answer).toMatchObject({ ok: false, code: 'GIFT_USED_UP' })
  })

  it('that lifts her to a tier brings its gift once while it stands', async () => {
    const { who, memberId } = await newShopper()
    const call = await buy(who, 500_000)
    expect(call.bookedWith).toContainEqual({ label: '升金卡礼', value: '送500 积分' })
    const cost = `${call.dbCalls} calls, ${call.docsWritten} written`
    expect(cost).toBe('14 calls, 7 written')
    expect(await standing(memberId)).toEqual(['首单礼', '升金卡礼'])
    await undo(call.purchaseId)
    expect(await standing(memberId)).toEqual([])
    await buy(who, 500_000)
    expect(await standing(memberId)).toEqual(['首单礼', '升金卡礼'])
    await buy(who, 500_000)
    expect(await standing(memberId)).toEqual(['首单礼', '升金卡礼', '第二次礼'])
    expect((await shop.books()).balanced).toBe(true)
  })
})
