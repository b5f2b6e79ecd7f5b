import { importsOf } from '../../dev/harness/import-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'
import type { Input, Output } from '../../shared/contract/contract'

type Day = Output<'closings', 'closing'>
type Typed = Partial<Input<'closings', 'signClosing'>>

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const TODAY = '2026-03-10'
const TOMORROW = '2026-03-11'

/** A purchase at a till of the east store, today; codes are new every minute. */
async function sell(tillNo: string, billFen: number, receiptNo?: string) {
  const { who } = await shop.newMember()
  const memberCode = await shop.codeOf(who)
  const input = { memberCode, billFen, tillNo, storeId: EAST, receiptNo }
  return shop.value('purchases.settle', { as: clerk, requestId: shop.fresh('sale'), input })
}

function dayOf(tillNo: string, businessOn = TODAY): Promise<Day> {
  return shop.value('closings.closing', { as: clerk, input: { tillNo, businessOn } })
}

/** What a till says that agrees with the day to the fen. */
function typedFor({ tillNo, businessOn, ours }: Day, changed: Typed = {}) {
  const { purchaseCount, paidFen, refundFen, couponFen, pointsFen } = ours.sums
  return {
    ...{ businessOn, tillNo, receiptCount: purchaseCount + 2, amountFen: paidFen + 900 },
    ...{ refundFen, couponFen, pointsFen, nonMemberCount: 2, nonMemberFen: 900 },
    ...{ footfallCount: 9, seenCount: purchaseCount, seenPaidFen: paidFen },
    seenRefundFen: refundFen,
    ...changed,
  }
}

function sign(day: Day, changed: Typed = {}, requestId = shop.fresh('sign')) {
  const input = typedFor(day, changed)
  return shop.callPatiently('closings.signClosing', { as: clerk, requestId, input })
}

it('signs what agrees, once, also by ten at once; then the day is closed', async () => {
  await sell('A', 3_580, '10023')
  await sell('A', 1_200, '10024')
  const day = await dayOf('A')
  expect(day.ours.sums).toMatchObject({ purchaseCount: 2, paidFen: 4_780, refundFen: 0 })
  const same = await atOnce(5, () => sign(day, {}, 'sign-once'))
  expect(differentAnswers(same)).toBe(1)
  expect(same[0]?.answer).toMatchObject({ ok: true, value: { differences: [], staffName: '小东' } })
  const others = await atOnce(5, () => sign(day))
  expect(tallyOf(others)).toEqual({ CLOSING_SIGNED: 5 })
  expect(await shop.find('day_closings', { tillNo: 'A' })).toHaveLength(1)
  expect((await dayOf('A')).signed).toMatchObject({ staffName: '小东', note: null })
})

it('is signed by one of ten different requests at once', async () => {
  await sell('B', 1_000)
  const day = await dayOf('B')
  const tally = tallyOf(await atOnce(10, () => sign(day)))
  expect(tally).toEqual({ ok: 1, CLOSING_SIGNED: 9 })
  expect(await shop.find('day_closings', { tillNo: 'B' })).toHaveLength(1)
})

it('asks for a word on what differs, by sum and by receipt, and keeps it', async () => {
  await sell('C', 2_000, '501')
  await sell('C', 3_000, '502')
  const day = await dayOf('C')
  expect(day.receipts).toHaveLength(2)
  const changed = { amountFen: 5_850, receiptList: '501 19.50\n503 8.00' }
  const before = await shop.dump()
  const silent = await sign(day, changed)
  expect(silent.answer).toMatchObject({ ok: false, code: 'CLOSING_NOTE' })
  expect(await shop.dump()).toBe(before)
  const { answer } = await sign(day, { ...changed, note: '少收五角' })
  expect(answer).toMatchObject({
    ok: true,
    value: {
      differences: [{ figure: 'amount', tillFigure: 4_950, ourFigure: 5_000, difference: -50 }],
      receiptDifferences: [
        { receiptNo: '501', tillFen: 1_950, ourFen: 2_000 },
        { receiptNo: '502', tillFen: null, ourFen: 3_000 },
        { receiptNo: '503', tillFen: 800, ourFen: null },
      ],
      note: '少收五角',
    },
  })
})

it('refuses when our books have moved since they were seen, and leaves no trace', async () => {
  await sell('D', 1_000)
  const day = await dayOf('D')
  await sell('D', 2_000)
  const before = await shop.dump()
  const { answer } = await sign(day)
  expect(answer).toMatchObject({ ok: false, code: 'CLOSING_CHANGED' })
  expect(await shop.dump()).toBe(before)
})

it('gives what comes later to the next day, apart, and signs days in their order', async () => {
  const first = await sell('E', 1_000, '701')
  await sign(await dayOf('E'))
  await sell('E', 2_000, '702')
  const { who } = await shop.newMember()
  const number = await shop.numberOf(who)
  const file = `门店,日期,收银台,小票号,会员号,实收金额\n东店,${TODAY},E,703,${number},5.00`
  await importsOf(shop).run('purchases', file)
  const { purchaseId } = first
  await shop.value('purchases.refund', { as: clerk, input: { purchaseId } })
  expect((await dayOf('E')).ours.sums).toMatchObject({ purchaseCount: 1, paidFen: 1_000 })

  const ahead = await shop.call('closings.closing', {
    as: clerk,
    input: { tillNo: 'E', businessOn: TOMORROW },
  })
  expect(ahead.answer).toMatchObject({ ok: false, code: 'CLOSING_AHEAD' })
  await shop.setClock(`${TOMORROW}T03:00:00.000Z`)
  await sell('E', 4_000, '704')
  const next = await dayOf('E', TOMORROW)
  expect(next.ours.sums).toMatchObject({
    ...{ purchaseCount: 3, paidFen: 6_500, refundCount: 1, refundFen: 1_000 },
  })
  expect(next.ours.lateSums).toMatchObject({ purchaseCount: 2, paidFen: 2_500, refundFen: 1_000 })
  const late = next.ours.late.map(({ kind, on, receiptNo }) => `${kind} ${on} ${receiptNo}`)
  expect(late.sort()).toEqual([
    `purchase ${TODAY} 702`,
    `purchase ${TODAY} 703`,
    `refund ${TODAY} 701`,
  ])
  expect((await sign(next)).answer).toMatchObject({ ok: true })
  const again = await dayOf('E', TOMORROW)
  expect(again.signed?.lateSums).toEqual(next.ours.lateSums)
})

it('takes days that nobody closed into the next one, and does not go back to them', async () => {
  await sign(await dayOf('F', TOMORROW))
  await shop.setClock('2026-03-12T03:00:00.000Z')
  await sell('F', 1_500)
  await shop.setClock('2026-03-13T03:00:00.000Z')
  await sell('F', 2_500)
  const day = await dayOf('F', '2026-03-13')
  expect(day.ours.openDays).toEqual(['2026-03-12'])
  expect(day.ours.sums).toMatchObject({ purchaseCount: 2, paidFen: 4_000 })
  await sign(day)
  const back = await sign({ ...day, businessOn: '2026-03-12' })
  const detail = { lastSignedOn: '2026-03-13' }
  expect(back.answer).toMatchObject({ ok: false, code: 'CLOSING_ORDER', detail })
})

it('asks whoever serves at two stores for which one', async () => {
  const asked = await shop.call('closings.closing', { as: manager, input: {} })
  expect(asked.answer).toMatchObject({ ok: false, code: 'STORE_REQUIRED' })
})

it('keeps what nobody counted apart from none, and finds no difference in it', async () => {
  await sell('U', 2_000)
  const day = await dayOf('U')
  const { purchaseCount, paidFen, refundFen } = day.ours.sums
  const seen = { seenCount: purchaseCount, seenPaidFen: paidFen, seenRefundFen: refundFen }
  const counted = { receiptCount: 30, amountFen: 99_900, businessOn: TODAY, tillNo: 'U', ...seen }
  const call = { as: clerk, requestId: shop.fresh('sign'), input: counted }
  const signed = await shop.value('closings.signClosing', call)
  expect(signed.differences).toEqual([])
  expect(signed.till).toEqual({
    ...{ receiptCount: 30, amountFen: 99_900, refundFen: null, couponFen: null, pointsFen: null },
    ...{ nonMemberCount: null, nonMemberFen: null, footfallCount: null },
  })
})

it.each([
  ['receiptCount', { receiptCount: 0, nonMemberCount: 0, nonMemberFen: 0 }],
  ['nonMemberCount', { nonMemberCount: 0 }],
  ['nonMemberCount', { nonMemberCount: 3 }],
])('refuses money without receipts by %s, and signs nothing', async (field, changed) => {
  const day = await dayOf('Z')
  const before = await shop.find('day_closings')
  const { answer } = await sign(day, changed)
  expect(answer).toMatchObject({ ok: false, code: 'INPUT_INVALID', detail: { field } })
  expect(await shop.find('day_closings')).toEqual(before)
})
