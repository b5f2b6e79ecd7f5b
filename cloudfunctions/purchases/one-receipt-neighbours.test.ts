import { couponsOf, fiveOff } from '../../dev/harness/coupons-under-test'
import { importsOf } from '../../dev/harness/import-under-test'
import { receiptsOf } from '../../dev/harness/one-receipt'
import { rewardsOf } from '../../dev/harness/rewards-under-test'
import { roundingToYuan } from '../../dev/harness/rounding-under-test'
import {
  atOnce,
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  westClerk,
} from '../../dev/harness/shop-under-test'
import { tillOf } from '../../dev/harness/till-under-test'

let shop: ShopUnderTest
let receipts: ReturnType<typeof receiptsOf>
let imports: ReturnType<typeof importsOf>
beforeAll(async () => {
  shop = await openShop({ shop: { rounding: roundingToYuan } })
  receipts = receiptsOf(shop)
  imports = importsOf(shop)
})
afterAll(() => shop.stop())

const { settle, newShopper, nextCode } = tillOf(() => shop)
const coupons = couponsOf(() => shop)
const today = '2026-03-10'
const header = '门店,日期,收银台,小票号,会员号,实收金额,另一笔'

/** Her bill of 35.87 with five yuan off by a coupon, and seven fen left off. */
async function couponedShopper() {
  const { who, memberId, couponId } = await coupons.given(fiveOff)
  const bill = { billFen: 3_587, couponId, roundOffFen: 7 }
  const memberCode = await nextCode(who)
  expect((await settle({ memberCode, ...bill })).answer).toMatchObject({ ok: true })
  return { who, memberId, memberNumber: await shop.numberOf(who) }
}

const purchasesOf = async (memberId: string) => (await shop.find('purchases', { memberId })).length

describe('a bill scanned without its number is known by each sum that its paper may show', () => {
  it.each([3_587, 3_087, 3_080])('%i fen', async (billFen) => {
    const shopper = await couponedShopper()
    const receiptNo = shop.fresh('N')
    const told: string[] = []
    for (const way of ['forgotten', 'till', 'file'] as const) {
      await shop.advanceClock(60_000)
      told.push(await receipts[way](shopper, { receiptNo, billFen, on: today }))
    }
    expect(told).toEqual(['RECEIPT_REPEAT', 'RECEIPT_REPEAT', 'scannedAlready'])
    expect(await purchasesOf(shopper.memberId)).toBe(1)
  })

  it('and again without it within ten minutes, however its sum is told', async () => {
    const shopper = await couponedShopper()
    const bills = [
      { billFen: 3_080 },
      { billFen: 3_087, roundOffFen: 7 },
      { billFen: 3_080, lines: [{ title: '苹果', amountFen: 3_087 }] },
    ]
    for (const bill of bills) {
      const memberCode = await nextCode(shopper.who)
      const { answer } = await settle({ memberCode, ...bill })
      expect(answer).toMatchObject({ code: 'PURCHASE_REPEAT', detail: { billFen: 3_587 } })
    }
    const other = await settle({ memberCode: await nextCode(shopper.who), billFen: 3_081 })
    expect(other.answer.ok).toBe(true)
    expect(await purchasesOf(shopper.memberId)).toBe(2)
  })

  it('but another sum, and the same of another member, is nobody’s question', async () => {
    await couponedShopper()
    const { who } = await newShopper()
    for (const billFen of [3_080, 3_079]) {
      const { answer } = await settle({ memberCode: await nextCode(who), billFen })
      expect(answer.ok).toBe(true)
    }
  })
})

it('a number of no sign but dashes is none', async () => {
  const { memberCode } = await newShopper()
  for (const receiptNo of ['-', '--', '_', '-_-']) {
    const { answer } = await settle({ memberCode, receiptNo })
    expect(answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'receiptNo' } })
  }
})

describe('a wish', () => {
  it('is only of a member, for what members see, and moves no points', async () => {
    const rewards = rewardsOf(shop)
    const pin = async (as: string, rewardId: string | null) =>
      (
        await shop.callPatiently('mall.pinWish', {
          as,
          requestId: shop.fresh('pin'),
          input: { rewardId },
        })
      ).answer
    const { who } = await newShopper()
    const rewardId = await rewards.stocked()
    const hidden = await rewards.stocked({ isOnShelf: false })
    expect(await pin('nobody', rewardId)).toMatchObject({ code: 'MEMBER_REQUIRED' })
    expect(await pin(who, hidden)).toMatchObject({ code: 'REWARD_OFF_SHELF' })
    const entries = (await shop.find('points_entries')).length
    await atOnce(12, (place) => pin(who, place % 2 ? rewardId : null))
    expect(await shop.find('points_entries')).toHaveLength(entries)
    expect((await shop.books()).balanced).toBe(true)
  })
})

describe('the word of a person', () => {
  it('said before it is asked for opens no receipt twice', async () => {
    const { who, memberId } = await newShopper()
    const bill = { receiptNo: shop.fresh('W'), tillNo: '1', repeatConfirmed: true }
    expect((await settle({ memberCode: await nextCode(who), ...bill })).answer.ok).toBe(true)
    for (const change of [{ billFen: 3_999 }, { tillNo: '01', receiptNo: `0${bill.receiptNo}` }]) {
      const { answer } = await settle({ memberCode: await nextCode(who), ...bill, ...change })
      expect(answer).toMatchObject({ code: 'RECEIPT_USED' })
    }
    expect(await purchasesOf(memberId)).toBe(1)
  })

  it('in a file books a receipt once, whatever the row and however often brought', async () => {
    const shopper = await receipts.newShopper()
    const number = `7${shop.fresh('f').replace(/\D/g, '')}31`
    const rows = [
      ['1', number, '是'],
      ['01', `0${number}`, '是'],
      ['', number, 'YES'],
      ['1', `${number.slice(0, 1)}-${number.slice(1)}`, '√'],
    ].map(([till, receipt, another]) =>
      [EAST, today, till, receipt, shopper.memberNumber, '88.00', another].join(','),
    )
    for (let time = 0; time < 2; time += 1)
      await imports.run('purchases', [header, ...rows].join('\n'))
    expect(await purchasesOf(shopper.memberId)).toBe(1)
  })

  it('is not taken from a word that nobody knows', async () => {
    const shopper = await receipts.newShopper()
    const row = [EAST, today, '1', '5511', shopper.memberNumber, '88.00', '也许'].join(',')
    const { jobId } = await imports.run('purchases', `${header}\n${row}`)
    expect(await imports.problems(jobId)).toMatchObject([{ reason: 'anotherInvalid' }])
  })
})

it('of more tills than one answer holds, what is there already is found', async () => {
  const shopper = await receipts.newShopper()
  const settled = await shop.value('purchases.settle', {
    as: clerk,
    input: {
      memberCode: await nextCode(shopper.who),
      billFen: 8_800,
      receiptNo: '99',
      tillNo: '1',
    },
  })
  const [known] = await shop.find('purchases', { _id: settled.purchaseId })
  const others = Array.from({ length: 1_100 }, (_, place) => {
    const [receiptNo, round] = [`${place % 100}`, Math.floor(place / 100)]
    const ordinal = receiptNo === '99' ? round + 1 : round
    const _id = `0-${String(place).padStart(5, '0')}`
    return {
      ...known,
      ...{ _id, memberId: 'others', receiptNo, receiptFold: receiptNo, tillNo: `${round + 2}` },
      receiptKey: `${EAST}/${today}/${receiptNo}/${ordinal}`,
      bill: { ...Object(known?.bill), billFen: 100, paidFen: 100, steps: [] },
    }
  })
  await shop.local.engine.insert('purchases', others)
  const rows = Array.from({ length: 100 }, (_, place) =>
    [EAST, today, '1', place, shopper.memberNumber, '88.00', ''].join(','),
  )
  const { done } = await imports.run('purchases', [header, ...rows].join('\n'))
  expect(done).toMatchObject({ thereCount: 1, bookedCount: 99 })
  await shop.local.engine.remove('purchases', { filter: { memberId: 'others' }, multi: true })
})

it('a receipt of the merged membership is hers while its purchases still follow', async () => {
  const told: string[] = []
  for (let call = 24; call < 40 && told.length < 1; call += 1) {
    const [from, into] = [await receipts.newShopper(), await receipts.newShopper()]
    await settle({ memberCode: await nextCode(from.who), billFen: 8_800 })
    const input = {
      fromNumber: from.memberNumber,
      toNumber: into.memberNumber,
      reason: '换了手机号',
    }
    const event = { action: 'merge', requestId: shop.fresh('merge'), input }
    await shop.send('merging', event, { as: manager, fault: `kill-after-call:${call}` })
    const isMerged = (await shop.find('merges', { fromId: from.memberId })).length > 0
    if (!isMerged || (await purchasesOf(into.memberId)) > 0) continue
    await shop.advanceClock(60_000)
    told.push(
      await receipts.forgotten(into, { receiptNo: shop.fresh('M'), billFen: 8_800, on: today }),
    )
  }
  expect(told).toEqual(['RECEIPT_REPEAT'])
})

describe('purchases.show', () => {
  it('tells nobody of another store, no shopper, and nothing of who the member is', async () => {
    const { who, memberId, memberCode } = await newShopper()
    const { answer } = await settle({ memberCode })
    const purchaseId = answer.ok ? answer.value.purchaseId : ''
    const show = async (as: string) =>
      (await shop.call('purchases.show', { as, input: { purchaseId } })).answer
    expect(await show(westClerk)).toMatchObject({ code: 'STORE_FOREIGN' })
    expect(await show(who)).toMatchObject({ code: 'ROLE_REQUIRED' })
    const shown = JSON.stringify(await show(clerk))
    expect(shown).not.toContain(memberId)
    expect(shown).not.toContain(who)
    expect(shown).not.toContain(await shop.numberOf(who))
  })
})

describe('imports.decodeText', () => {
  it('answers odd bytes with text or a refusal, and never fails', async () => {
    const told: string[] = []
    for (let seed = 1; seed <= 40; seed += 1) {
      const bytes = Buffer.from(
        Array.from({ length: 3 * seed }, (_, at) => (seed * 7919 * (at + 3)) >> 3),
      )
      const input = { base64: bytes.toString('base64') }
      const { answer } = await shop.call('imports.decodeText', { as: manager, input })
      told.push(answer.ok ? 'text' : answer.code)
    }
    expect(told.filter((each) => each !== 'text' && each !== 'IMPORT_ENCODING')).toEqual([])
  })
})
