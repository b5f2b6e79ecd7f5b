import { createHmac } from 'node:crypto'
import { atOnce, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { tillSecret } from '../../dev/shop-variables'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

interface Signing {
  readonly secret?: string
  readonly agoMs?: number
  /** What arrives in place of what was signed. */
  readonly forged?: string
  readonly as?: string
}

/** As the platform's HTTP access service hands a request over. */
async function post(content: unknown, signing: Signing = {}) {
  const body = JSON.stringify(content)
  const time = String(shop.nowMs() - (signing.agoMs ?? 0))
  const signature = createHmac('sha256', signing.secret ?? tillSecret)
    .update(`${time}.${body}`)
    .digest('hex')
  const headers = { 'X-Huilin-Time': time, 'X-Huilin-Signature': signature }
  const event = { path: '/till', httpMethod: 'POST', headers, body: signing.forged ?? body }
  const { answer } = await shop.send('imports', event, { as: signing.as })
  return answer
}

const saleOf = (member: string, receipt: string, amount = '35.80') => ({
  ...{ store: 'east', date: '2026-03-09', till: '1', receipt, member, amount },
})

it('books what a signed till sends, once however often it comes', async () => {
  const { who, memberId } = await shop.newMember()
  const number = await shop.numberOf(who)
  const rows = [saleOf(number, 'S-1'), saleOf(number, 'S-2', '12.00'), saleOf('10000000', 'S-3')]
  const dry = await post({ isDryRun: true, rows })
  expect(dry).toMatchObject({ ok: true, value: { bookedCount: 0, problems: [{ rowNo: 3 }] } })
  expect(await shop.find('purchases', { memberId })).toEqual([])
  await atOnce(4, () => post({ rows }))
  const again = await post({ rows })
  expect(again).toMatchObject({
    ok: true,
    value: { bookedCount: 0, thereCount: 2, problems: [{ rowNo: 3, reason: 'memberUnknown' }] },
  })
  expect(await shop.find('purchases', { memberId })).toHaveLength(2)
  expect(await shop.balanceOf(who)).toBe(47)
  expect((await shop.books()).balanced).toBe(true)
})

it.each([
  ['another secret', { secret: 'x'.repeat(24) }, 'SIGNATURE_INVALID'],
  ['another body', { forged: '{"rows":[{}]}' }, 'SIGNATURE_INVALID'],
  ['an old signature', { agoMs: 5 * 60_000 + 1_000 }, 'SIGNATURE_LATE'],
  ['a signature of the future', { agoMs: -6 * 60_000 }, 'SIGNATURE_LATE'],
  ["a phone's identity", { as: 'some-phone' }, 'INPUT_INVALID'],
])('refuses %s, and leaves no trace', async (_name, signing, code) => {
  const { who } = await shop.newMember()
  const rows = [saleOf(await shop.numberOf(who), shop.fresh('F'))]
  const before = await shop.dump()
  expect(await post({ rows }, signing)).toMatchObject({ ok: false, code })
  expect(await shop.dump()).toBe(before)
})

it.each([
  ['no rows', {}],
  ['too many', { rows: Array.from({ length: 201 }, () => ({})) }],
  ['what is no row', { rows: [5] }],
])('refuses %s', async (_name, content) => {
  expect(await post(content)).toMatchObject({ ok: false, code: 'INPUT_INVALID' })
})

it('holds a till to the cap that needs a manager', async () => {
  const { who } = await shop.newMember()
  const rows = [saleOf(await shop.numberOf(who), 'C-1', '5000.01')]
  const answer = await post({ rows })
  expect(answer).toMatchObject({ ok: true, value: { problems: [{ reason: 'amountOverCap' }] } })
})

it.each(['true', 1, null])('does not take isDryRun %j for a booking', async (isDryRun) => {
  const before = await shop.dump()
  expect(await post({ isDryRun, rows: [{ store: '东店' }] })).toMatchObject({
    code: 'INPUT_INVALID',
    detail: { field: 'isDryRun' },
  })
  expect(await shop.dump()).toBe(before)
})
