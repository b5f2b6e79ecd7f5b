import { importsOf } from '../../dev/harness/import-under-test'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

it("lists every manager's imports, the newest first, and opens the report of each", async () => {
  await shop.appointManager('another-manager')
  const text = '手机号,积分\n13800001111,20\n13800002222,x'
  const first = await importsOf(shop).run('opening', text)
  await shop.advanceClock(60_000)
  await importsOf(shop, 'another-manager').upload('opening', text)
  const { imports, nextCursor } = await shop.value('imports.imports', { as: 'another-manager' })
  expect(nextCursor).toBeNull()
  expect(imports).toMatchObject([
    { state: 'receiving', bookedCount: 0 },
    {
      jobId: first.jobId,
      kind: 'opening',
      state: 'done',
      rowCount: 2,
      staffName: '店长',
      hasRows: true,
    },
  ])
  expect(imports[1]).toMatchObject({ bookedCount: 1, thereCount: 0, wrongCount: 1 })
  const input = { jobId: first.jobId }
  const report = await shop.value('imports.importReport', { as: 'another-manager', input })
  expect(report).toMatchObject({ job: imports[1], problems: [{ rowNo: 3 }] })
  const unknown = await shop.call('imports.importReport', {
    as: manager,
    input: { jobId: 'no-such-job' },
  })
  expect(unknown.answer).toMatchObject({ ok: false, code: 'IMPORT_NOT_FOUND' })
  const clerks = await shop.call('imports.importReport', { as: clerk, input })
  expect(clerks.answer).toMatchObject({ ok: false, code: 'ROLE_REQUIRED' })
})

it('comes page by page, and takes no odd cursor', async () => {
  const { upload } = importsOf(shop)
  for (let count = 0; count < 20; count += 1) {
    await shop.advanceClock(1_000)
    await upload('opening', '手机号,积分\n13800001111,20')
  }
  const page = await shop.value('imports.imports', { as: manager })
  const input = { cursor: page.nextCursor ?? '' }
  const rest = await shop.value('imports.imports', { as: manager, input })
  const ids = [...page.imports, ...rest.imports].map(({ jobId }) => jobId)
  expect([page.imports.length, new Set(ids).size, rest.nextCursor]).toEqual([20, 22, null])
  const odd = await shop.call('imports.imports', { as: manager, input: { cursor: 'abc' } })
  expect(odd.answer).toMatchObject({ ok: false, code: 'INPUT_INVALID' })
})
