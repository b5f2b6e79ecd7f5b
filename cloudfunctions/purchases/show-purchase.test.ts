import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  westClerk,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const lines = [
  { title: '草莓', amountFen: 4_000 },
  { title: '牛奶', amountFen: 2_000 },
]

async function buy(as = clerk): Promise<{ who: string; purchaseId: string }> {
  const { who } = await shop.newMember()
  const memberCode = await shop.codeOf(who)
  const input = { memberCode, storeId: EAST, billFen: 6_000, lines, receiptNo: `R-${who}` }
  const { purchaseId } = await shop.value('purchases.settle', { as, input })
  return { who, purchaseId }
}

const show = async (as: string, purchaseId: string) =>
  (await shop.call('purchases.show', { as, input: { purchaseId } })).answer

describe("one of a store's purchases", () => {
  it('shows whoever serves there its figures, and what each refund did', async () => {
    const { who, purchaseId } = await buy()
    const before = await shop.dump()
    expect(await show(clerk, purchaseId)).toMatchObject({
      ok: true,
      value: {
        purchase: { paidFen: 6_000, receiptNo: `R-${who}`, lines: [{ leftFen: 4_000 }, {}] },
        ...{ refunds: [], isForgotten: false, excludedFen: 0, refundRefused: null },
      },
    })
    expect(await shop.dump()).toBe(before)
    const input = { purchaseId, lines: [{ lineNo: 1, amountFen: 4_000 }] }
    await shop.value('purchases.refund', { as: clerk, input })
    expect(await show(clerk, purchaseId)).toMatchObject({
      value: {
        purchase: { state: 'partlyRefunded', refundedFen: 4_000 },
        refunds: [
          { moneyFen: 4_000, sentences: expect.arrayContaining(['部分退款 ¥40.00（草莓）']) },
        ],
      },
    })
  })

  it('tells managers alone who booked it', async () => {
    const { purchaseId } = await buy()
    expect(await show(clerk, purchaseId)).toMatchObject({ value: { bookedBy: null } })
    const [booker] = await shop.find('purchases', { _id: purchaseId })
    const [person] = await shop.find('staff', { _id: booker?.settledBy ?? '' })
    const { displayName } = person ?? {}
    expect(displayName).toBeTruthy()
    expect(await show(manager, purchaseId)).toMatchObject({ value: { bookedBy: displayName } })
  })

  it('says beforehand why nothing can be given back', async () => {
    const { purchaseId } = await buy()
    await shop.value('purchases.refund', { as: clerk, input: { purchaseId } })
    expect(await show(clerk, purchaseId)).toMatchObject({
      value: { refundRefused: { code: 'PURCHASE_REFUNDED', message: expect.any(String) } },
    })
  })

  it('is for its own store, and for no shopper', async () => {
    const { who, purchaseId } = await buy()
    expect(await show(westClerk, purchaseId)).toMatchObject({ code: 'STORE_FOREIGN' })
    expect(await show(who, purchaseId)).toMatchObject({ code: 'ROLE_REQUIRED' })
    expect(await show(clerk, 'nothing')).toMatchObject({ code: 'PURCHASE_NOT_FOUND' })
  })
})
