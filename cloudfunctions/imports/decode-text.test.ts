import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { MAX_PIECE_BYTES } from '../../shared/imports/file-bytes'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

async function decoded(bytes: Buffer, as = manager) {
  const input = { base64: bytes.toString('base64') }
  const { answer } = await shop.call('imports.decodeText', { as, input })
  return answer
}

it.each([
  ['of GB2312', 'c3c5b5ea2cc8d5c6da0d0a', '门店,日期\r\n'],
  ['that GBK added', '96d0', '栃'],
  ['of four bytes, that GB18030 added', '8139ef30', '㐁'],
])('reads letters %s', async (_name, hex, text) => {
  expect(await decoded(Buffer.from(hex, 'hex'))).toMatchObject({ ok: true, value: { text } })
})

it.each([
  ['half a letter', 'b5eac3'],
  ['a byte that no letter has', 'c3c5ff0d0a'],
  ['a picture', 'ffd8ffe000104a464946'],
])('refuses %s', async (_name, hex) => {
  const answer = await decoded(Buffer.from(hex, 'hex'))
  expect(answer).toMatchObject({ ok: false, code: 'IMPORT_ENCODING' })
})

it('takes as much as a piece of a file has, and keeps nothing of it', async () => {
  const before = await shop.dump()
  const full = Buffer.alloc(MAX_PIECE_BYTES, 'c3c5', 'hex')
  expect(await decoded(full)).toMatchObject({ ok: true })
  const tooMuch = await decoded(Buffer.alloc(MAX_PIECE_BYTES + 1, 'a'))
  expect(tooMuch).toMatchObject({ ok: false, code: 'INPUT_INVALID', detail: { field: 'base64' } })
  expect(await shop.dump()).toBe(before)
})

it('reads for managers only', async () => {
  const answer = await decoded(Buffer.from('c3c5', 'hex'), clerk)
  expect(answer).toMatchObject({ ok: false, code: 'ROLE_REQUIRED' })
})
