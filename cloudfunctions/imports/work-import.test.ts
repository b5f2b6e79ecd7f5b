import { importsOf } from '../../dev/harness/import-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'
import { tillOf } from '../../dev/harness/till-under-test'

jest.setTimeout(120_000)

let shop: ShopUnderTest
let imports: ReturnType<typeof importsOf>
beforeAll(async () => {
  shop = await openShop({ transactionLifetimeMs: 4_000 })
  imports = importsOf(shop)
})
afterAll(() => shop.stop())

const header = '门店,日期,收银台,小票号,会员号,实收金额,不积分金额\n'
/** Longer than a lease, and than any mark, lives. */
const LEASE_OVER_MS = 121_000

/** So many right rows of some members, newest receipts each time. */
async function rowsFor(memberCount: number, rowCount: number) {
  const numbers = await atOnce(memberCount, async () => {
    const { who } = await shop.newMember()
    return shop.numberOf(who)
  })
  const word = shop.fresh('R')
  const rows = Array.from({ length: rowCount }, (_unused, place) => {
    const number = numbers[place % memberCount]
    return `东店,2026-03-0${1 + (place % 9)},1,${word}-${place},${number},${place + 1}.50,`
  })
  return { numbers, rows }
}

it('names what is wrong by row and reason, and writes nothing of the shop', async () => {
  const { numbers, rows } = await rowsFor(2, 3)
  const [number = ''] = numbers
  const own = await shop.numberOf(manager)
  const wrong = [
    `南店,2026-03-09,1,W-1,${number},8.00,`,
    `东店,2026-03-11,1,W-2,${number},8.00,`,
    `东店,2026-03-09,1,W-3,87654321,8.00,`,
    `东店,2026-03-09,1,W-4,${number},0,`,
    `东店,2026-03-09,1,W-5,${own},8.00,`,
    `${rows[0]}`,
    `东店,2026-03-09,1,W-6`,
  ]
  const jobId = await imports.upload('purchases', header + [...rows, ...wrong].join('\r\n'))
  const before = await shop.find('purchases')
  const accounts = await shop.find('points_accounts')
  const checked = await imports.check(jobId)
  expect(checked).toMatchObject({ state: 'checked', fineCount: 3, thereCount: 0, wrongCount: 7 })
  const reasons = (await imports.problems(jobId)).map(({ rowNo, reason }) => `${rowNo} ${reason}`)
  expect(reasons).toEqual([
    '5 storeUnknown',
    '6 dateAhead',
    '7 memberUnknown',
    '8 amountInvalid',
    '9 selfService',
    '10 duplicateInFile',
    '11 columns',
  ])
  expect(await shop.find('purchases')).toEqual(before)
  expect(await shop.find('points_accounts')).toEqual(accounts)
})

it('earns at the date of the receipt, and explains it', async () => {
  const { who, memberId } = await shop.newMember()
  const number = await shop.numberOf(who)
  const row = `东店,2025-04-20,2,E-1,${number},99.99,10.00`
  await imports.run('purchases', header + row)
  const { expiries, entries, balancePoints } = await shop.value('points.history', { as: who })
  expect(balancePoints).toBe(89)
  expect(expiries).toMatchObject([{ points: 89, expiresOn: '2026-04-30' }])
  expect(entries[0]?.sentence).toBe(
    '在东店消费 ¥99.99（其中 ¥10.00 的商品不参与积分），获得 89 积分（小票 E-1）',
  )
  expect(await shop.find('purchases', { memberId })).toMatchObject([
    {
      ...{ businessOn: '2025-04-20', tillNo: '2', settledBy: expect.any(String) },
      bill: { paidFen: 9_999, excludedFen: 1_000 },
    },
  ])
})

it('books once what is killed twice, run twice at once, and imported again', async () => {
  const { rows } = await rowsFor(6, 130)
  const text = header + rows.join('\n')
  const jobId = await imports.upload('purchases', text)
  await imports.check(jobId)
  for (const fault of ['kill-after-call:60', 'kill-before-call:100']) {
    const event = { action: 'bookImport', input: { jobId } }
    const { status } = await shop.send('imports', event, { as: manager, fault })
    expect(status).toBe(500)
    await shop.advanceClock(LEASE_OVER_MS)
  }
  const together = await atOnce(4, () =>
    shop.callPatiently('imports.bookImport', { as: manager, input: { jobId } }),
  )
  expect(tallyOf(together)).toEqual({ ok: 4 })
  const done = await imports.book(jobId)
  expect(done).toMatchObject({ bookedCount: 130, thereCount: 0, wrongCount: 0 })
  const word = rows[0]?.split(',')[3]?.slice(0, -1) ?? ''
  const booked = (await shop.find('purchases')).filter(({ receiptNo }) =>
    String(receiptNo).startsWith(word),
  )
  expect(booked).toHaveLength(130)
  expect((await shop.books()).balanced).toBe(true)
  const again = await imports.run('purchases', text)
  expect(again.checked).toMatchObject({ fineCount: 0, thereCount: 130, wrongCount: 0 })
  expect(again.done).toMatchObject({ bookedCount: 0 })
})

it('is finished by the timer when nobody asks any more', async () => {
  const { rows } = await rowsFor(3, 12)
  const jobId = await imports.upload('purchases', header + rows.join('\n'))
  await imports.check(jobId)
  const event = { action: 'bookImport', input: { jobId } }
  await shop.send('imports', event, { as: manager, fault: 'kill-after-call:12' })
  await shop.advanceClock(LEASE_OVER_MS)
  expect((await shop.fireTimer('imports')).body).toMatchObject({ ok: true })
  expect(await shop.find('import_jobs', { _id: jobId })).toMatchObject([
    { state: 'done', bookedCount: 12 },
  ])
})

it('is finished although another one cannot go on, and that is recorded', async () => {
  const begun = async (rowCount: number) => {
    const { rows } = await rowsFor(2, rowCount)
    const jobId = await imports.upload('purchases', header + rows.join('\n'))
    await imports.check(jobId)
    const update = { $set: { state: 'booking' } }
    await shop.local.engine.update('import_jobs', { filter: { _id: jobId }, update, multi: false })
    return jobId
  }
  const broken = await begun(2)
  await shop.local.engine.remove('import_pages', { filter: { jobId: broken }, multi: true })
  const fine = await begun(3)
  await shop.advanceClock(LEASE_OVER_MS)
  await shop.fireTimer('imports')
  expect(await shop.find('import_jobs', { _id: fine })).toMatchObject([{ state: 'done' }])
  const failed = await shop.find('job_runs', { name: { $regex: 'finish' }, failure: { $ne: null } })
  expect(failed.at(-1)?.failure).toContain('missing')
})

it('tells a receipt of the till that is the same from one that is another', async () => {
  const { settle, newShopper } = tillOf(() => shop)
  const { who, memberCode } = await newShopper()
  const number = await shop.numberOf(who)
  const lines = [1, 2].map((n) => `东店,2026-03-10,-,T-${n},${number},40.00,`)
  const text = header.replace('收银台', '备注') + lines.join('\n')
  const jobId = await imports.upload('purchases', text)
  await imports.check(jobId)
  // Between the check and the booking both receipts are settled at the till.
  expect((await settle({ memberCode, receiptNo: 'T-1' })).answer).toMatchObject({ ok: true })
  await shop.advanceClock(60_000)
  const code = await shop.codeOf(who)
  await settle({ memberCode: code, receiptNo: 'T-2', billFen: 4_100 })
  const done = await imports.book(jobId)
  expect(done).toMatchObject({ bookedCount: 0, thereCount: 1, wrongCount: 1 })
  const problems = await imports.problems(jobId)
  expect(problems).toMatchObject([{ rowNo: 3, reason: 'receiptTaken' }])
})

it('finds a receipt of the till also where one of the two leaves the till out', async () => {
  const { settle, newShopper, nextCode } = tillOf(() => shop)
  const { who, memberCode } = await newShopper()
  const number = await shop.numberOf(who)
  await settle({ memberCode, receiptNo: 'U-1' })
  await settle({ memberCode: await nextCode(who), receiptNo: 'U-2', tillNo: '1', billFen: 4_100 })
  const file = ['2,U-1', '2,U-2', ',U-2', '3,U-3', ',U-3'].map((receipt, place) => {
    const amount = place === 0 ? '40.00' : '41.00'
    return `东店,2026-03-10,${receipt},${number},${amount},`
  })
  const { jobId, checked, done } = await imports.run('purchases', header + file.join('\n'))
  expect(checked).toMatchObject({ fineCount: 1, thereCount: 1, wrongCount: 3 })
  expect(done).toMatchObject({ bookedCount: 1 })
  const told = (await imports.problems(jobId)).map(({ rowNo, reason }) => `${rowNo} ${reason}`)
  expect(told).toEqual(['3 receiptAsked', '4 duplicateInFile', '6 duplicateInFile'])
  const answered = `${header.trim()},另一笔\n东店,2026-03-10,2,U-2,${number},41.00,,是`
  expect((await imports.run('purchases', answered)).done).toMatchObject({ bookedCount: 1 })
  expect(await shop.find('purchases', { receiptNo: 'U-1' })).toHaveLength(1)
  expect(await shop.find('purchases', { receiptNo: 'U-2' })).toHaveLength(2)
})

it('books nothing beside what was scanned without a number, one row for each', async () => {
  const { settle, newShopper, nextCode } = tillOf(() => shop)
  const { who, memberCode } = await newShopper()
  const number = await shop.numberOf(who)
  const other = await shop.numberOf((await shop.newMember()).who)
  await settle({ memberCode, billFen: 6_000 })
  await shop.advanceClock(11 * 60_000)
  await settle({ memberCode: await nextCode(who), billFen: 6_000 })
  const bill = `${number},60.00,`
  const first = [`V-1,${bill}`, `V-2,${other},60.00,`, `V-3,${number},60.01,`]
  const filler = Array.from({ length: 500 }, (_unused, place) => `X-${place},87654321,1.00,`)
  const file = [...first, ...filler, ...['V-4', 'V-5'].map((receipt) => `${receipt},${bill}`)]
  const text = header + file.map((row) => `东店,2026-03-10,1,${row}`).join('\n')
  const jobId = await imports.upload('purchases', text)
  const event = { action: 'checkImport', input: { jobId } }
  await shop.send('imports', event, { as: manager, fault: 'kill-after-call:19' })
  expect(await shop.find('import_jobs', { _id: jobId })).toMatchObject([{ nextPageNo: 2 }])
  await shop.advanceClock(LEASE_OVER_MS)
  await imports.check(jobId)
  const scanned = async () => {
    const pages = await shop.find('import_pages', { jobId })
    const rows = pages.flatMap(
      ({ purchases }) => purchases as { verdict: string; receiptNo: string }[],
    )
    return rows.filter(({ verdict }) => verdict === 'scannedAlready').map((row) => row.receiptNo)
  }
  expect(await scanned()).toEqual(['V-1', 'V-4'])
  expect(await imports.book(jobId)).toMatchObject({ bookedCount: 3 })
  const again = await imports.run('purchases', text)
  expect(again.checked).toMatchObject({ fineCount: 0, thereCount: 3 })
})

it('answers one request once, and keeps one import from another manager', async () => {
  const { rows } = await rowsFor(1, 2)
  const jobId = await imports.upload('purchases', header + rows.join('\n'))
  const refused = await shop.call('imports.bookImport', { as: manager, input: { jobId } })
  expect(refused.answer).toMatchObject({ ok: false, code: 'IMPORT_NOT_CHECKED' })
  const same = await atOnce(6, () =>
    shop.callPatiently('imports.checkImport', {
      as: manager,
      requestId: `check-${jobId}`,
      input: { jobId },
    }),
  )
  expect(differentAnswers(same)).toBe(1)
  await shop.appointManager('another-manager')
  for (const action of ['checkImport', 'bookImport'] as const) {
    const foreign = await shop.call(`imports.${action}`, {
      as: 'another-manager',
      input: { jobId },
    })
    expect(foreign.answer).toMatchObject({ ok: false, code: 'IMPORT_NOT_FOUND' })
    const clerks = await shop.call(`imports.${action}`, { as: clerk, input: { jobId } })
    expect(clerks.answer).toMatchObject({ ok: false, code: 'ROLE_REQUIRED' })
  }
})
