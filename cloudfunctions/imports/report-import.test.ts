import { importsOf } from '../../dev/harness/import-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

it('tells every wrong row of many pages, in the order of the file', async () => {
  const rows = Array.from({ length: 2_600 }, (_unused, place) => {
    const isWrong = place === 3 || place === 2_599
    return `1${String(place).padStart(10, '0')},${isWrong ? 'x' : '5'}`
  })
  const { upload, problems } = importsOf(shop)
  const jobId = await upload('opening', `手机号,积分\n${rows.join('\n')}`)
  const told = await problems(jobId)
  expect(told).toEqual([
    { rowNo: 5, reason: 'pointsInvalid', sentence: '积分请写 1 到 100000 的整数' },
    { rowNo: 2_601, reason: 'pointsInvalid', sentence: '积分请写 1 到 100000 的整数' },
  ])
  const input = { jobId, cursor: 'abc' }
  const odd = await shop.call('imports.importReport', { as: manager, input })
  expect(odd.answer).toMatchObject({ ok: false, code: 'INPUT_INVALID' })
})
