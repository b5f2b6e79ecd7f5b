import { importsOf } from '../../dev/harness/import-under-test'
import {
  atOnce,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const phone = '13912345678'
const input = {
  kind: 'opening' as const,
  fileName: '老会员.csv',
  columns: 'phone,points,expires',
  rowCount: 1,
  pageCount: 1,
}

async function begin(requestId = shop.fresh('begin')) {
  return shop.callPatiently('imports.beginImport', { as: manager, requestId, input })
}

function send(jobId: string, rowsText: string, pageNo = 1) {
  const page = { jobId, pageNo, rowsText }
  return shop.callPatiently('imports.sendImportPage', { as: manager, input: page })
}

async function newJob(): Promise<string> {
  const { answer } = await begin()
  return answer.ok ? answer.value.jobId : ''
}

it('opens one import for one request, also ten times at once', async () => {
  const together = await atOnce(10, () => begin('begin-once'))
  expect(tallyOf(together)).toEqual({ ok: 10 })
  expect(await shop.find('import_jobs')).toHaveLength(1)
  const other = { ...input, rowCount: 2 }
  const reused = await shop.call('imports.beginImport', {
    as: manager,
    requestId: 'begin-once',
    input: other,
  })
  expect(reused.answer).toMatchObject({ ok: false, code: 'REQUEST_REUSED' })
})

it('takes a page once, also ten times at once, and no other text for it', async () => {
  const jobId = await newJob()
  const rowsText = `[[2,"${phone}","120","2026-12-31"]]`
  expect(tallyOf(await atOnce(10, () => send(jobId, rowsText)))).toEqual({ ok: 10 })
  expect(await shop.find('import_pages', { jobId })).toHaveLength(1)
  const other = await send(jobId, rowsText.replace('120', '121'))
  expect(other.answer).toMatchObject({ ok: false, code: 'REQUEST_REUSED' })
})

it('keeps no phone, in no collection and under no plain hash', async () => {
  const jobId = await newJob()
  await send(jobId, `[[2,"${phone}","120","2026-12-31"]]`)
  const imports = importsOf(shop)
  await imports.check(jobId)
  await imports.book(jobId)
  expect(await shop.dump()).not.toContain(phone)
})

it.each([
  ['a page beyond the last', { pageNo: 2, rowsText: '[[2,"1","1",""]]', field: 'pageNo' }],
  ['a row without a number', { pageNo: 1, rowsText: '[["x","1","1",""]]', field: 'rowsText' }],
  ['what is no list of rows', { pageNo: 1, rowsText: '[[1,2]', field: 'rowsText' }],
])('refuses %s, and keeps nothing of it', async (_name, { pageNo, rowsText, field }) => {
  const jobId = await newJob()
  const before = await shop.dump()
  const { answer } = await send(jobId, rowsText, pageNo)
  expect(answer).toMatchObject({ ok: false, code: 'INPUT_INVALID', detail: { field } })
  expect(await shop.dump()).toBe(before)
})

it('does not check an import whose pages are not all there', async () => {
  const jobId = await newJob()
  const early = await shop.call('imports.checkImport', { as: manager, input: { jobId } })
  expect(early.answer).toMatchObject({ ok: false, code: 'IMPORT_INCOMPLETE' })
})
