import { importsOf } from '../../dev/harness/import-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const header = '门店,日期,收银台,小票号,会员号,实收金额\n'

async function told(rows: readonly string[]) {
  const imports = importsOf(shop)
  const { jobId, checked, done } = await imports.run('purchases', header + rows.join('\n'))
  const sentences = (await imports.problems(jobId)).map(
    ({ rowNo, sentence }) => `${rowNo} ${sentence}`,
  )
  return { checked, done, sentences }
}

it('names the purchase to refund, and books nothing', async () => {
  const { who } = await shop.newMember()
  const number = await shop.numberOf(who)
  await told([`东店,2026-03-07,1,R-1,${number},35.80`, `东店,2026-03-08,1,R-2,${number},12.00`])
  const balance = await shop.balanceOf(who)
  const { checked, done, sentences } = await told([
    `东店,2026-03-09,1,r1,${number},-20.00`,
    `东店,2026-03-09,1,R-77,${number},(12.00)`,
    `东店,2026-03-09,1,R-78,${number},-99.00`,
    `东店,2026-03-09,1,R-79,87654321,-12.00`,
  ])
  expect(checked).toMatchObject({ fineCount: 0, thereCount: 0, wrongCount: 4 })
  expect(done).toMatchObject({ bookedCount: 0 })
  expect(sentences).toEqual([
    '2 这是一笔退货，请到消费记录里给2026年3月7日、小票 R-1、实收 ¥35.80 的那一笔退款',
    '3 这是一笔退货，请到消费记录里给2026年3月8日、小票 R-2、实收 ¥12.00 的那一笔退款',
    '4 这是一笔退货，没有找到原来那一笔，请到消费记录里核对',
    '5 没有找到这位会员',
  ])
  expect(await shop.balanceOf(who)).toBe(balance)
})

it('says nothing any more of what was refunded', async () => {
  const { who, memberId } = await shop.newMember()
  const number = await shop.numberOf(who)
  await told([`东店,2026-03-07,1,R-9,${number},35.80`])
  const [purchase] = await shop.find('purchases', { memberId })
  const input = { purchaseId: String(purchase?._id) }
  await shop.value('purchases.refund', { as: manager, requestId: shop.fresh('refund'), input })
  const { checked, sentences } = await told([`东店,2026-03-09,1,R-9,${number},-35.80`])
  expect(checked).toMatchObject({ thereCount: 1, wrongCount: 0 })
  expect(sentences).toEqual([])
})
