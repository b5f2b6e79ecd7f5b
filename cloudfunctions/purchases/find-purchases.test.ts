import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  WEST,
  westClerk,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let lin: string
beforeAll(async () => {
  shop = await openShop()
  lin = await named('林晓棠')
  const wang = await named('王姐')
  await buy(lin, 4_250, 'R-0042')
  await buy(wang, 4_250, '00123')
  await buy(wang, 12_300, '4250')
  await buy(lin, 800, 'R-0043')
})
afterAll(() => shop.stop())

async function named(nickname: string): Promise<string> {
  const { who } = await shop.newMember()
  await shop.value('members.updateProfile', { as: who, input: { nickname } })
  return who
}

async function buy(who: string, billFen: number, receiptNo: string): Promise<void> {
  await shop.advanceClock(60_000)
  const input = { memberCode: await shop.codeOf(who), storeId: EAST, billFen, receiptNo }
  await shop.value('purchases.settle', { as: manager, input })
}

const find = (text: string, as = clerk, storeId = EAST) =>
  shop.value('purchases.find', { as, input: { text, storeId } })
const receiptsOf = async (text: string, as = clerk, storeId = EAST) =>
  (await find(text, as, storeId)).purchases.map(({ receiptNo }) => receiptNo)

describe("finding one of a store's purchases", () => {
  it.each([
    ['r-0042', []],
    ['R-0042', ['R-0042']],
    ['Ｒ－００４２', ['R-0042']],
    ['42.5', ['00123', 'R-0042']],
    ['￥42。50', ['00123', 'R-0042']],
    ['4250', ['4250']],
    // As a receipt, and as 123 yuan.
    ['00123', ['4250', '00123']],
    ['林', ['R-0043', 'R-0042']],
    ['王姐', ['4250', '00123']],
    ['999', []],
    ['*', []],
    ['$where', []],
  ])('%s: %j', async (text, receipts) => {
    expect(await receiptsOf(text)).toEqual(receipts)
  })

  it('finds no more by a whole name than by its first letter', async () => {
    expect(await receiptsOf('林大壮')).toEqual(await receiptsOf('林晓棠'))
    expect(JSON.stringify(await find('林晓棠'))).not.toContain('晓棠')
  })

  it('takes what was paid as well as the bill', async () => {
    const { coupons } = await shop.value('gifts.claimPack', { as: lin })
    await shop.advanceClock(60_000)
    const input = {
      ...{ memberCode: await shop.codeOf(lin), storeId: EAST, billFen: 3_500 },
      ...{ couponId: coupons[0]?.couponId, receiptNo: 'R-0050' },
    }
    const { paidFen } = await shop.value('purchases.settle', { as: manager, input })
    expect(paidFen).toBeLessThan(3_500)
    expect(await receiptsOf('35')).toEqual(['R-0050'])
    expect(await receiptsOf(`${paidFen / 100}`)).toEqual(['R-0050'])
  })

  it('pages like the whole list', async () => {
    const zhou = await named('周')
    for (let bought = 0; bought < 22; bought += 1) await buy(zhou, 700 + bought, `Z${bought}`)
    const first = await find('周')
    const cursor = first.nextCursor ?? undefined
    const second = await shop.value('purchases.find', { as: clerk, input: { text: '周', cursor } })
    const all = [...first.purchases, ...second.purchases].map(({ receiptNo }) => receiptNo)
    expect(all).toEqual(Array.from({ length: 22 }, (_, place) => `Z${21 - place}`))
  })

  it('keeps to the store, to staff, and changes nothing', async () => {
    const before = await shop.dump()
    expect(await receiptsOf('R-0042', westClerk, WEST)).toEqual([])
    const codeOf = async (as: string, storeId?: string) =>
      (await shop.call('purchases.find', { as, input: { text: 'R-0042', storeId } })).answer
    expect(await codeOf(westClerk, EAST)).toMatchObject({ code: 'STORE_FOREIGN' })
    expect(await codeOf(manager)).toMatchObject({ code: 'STORE_REQUIRED' })
    expect(await codeOf(lin, EAST)).toMatchObject({ code: 'ROLE_REQUIRED' })
    expect(await shop.dump()).toBe(before)
  })
})
