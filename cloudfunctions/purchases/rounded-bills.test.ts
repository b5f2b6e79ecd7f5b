import { payingIn, payWithPoints } from '../../dev/harness/paying-under-test'
import { roundingToYuan } from '../../dev/harness/rounding-under-test'
import { rulesOf } from '../../dev/harness/rules-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'
import { tillOf } from '../../dev/harness/till-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: { payWithPoints, rounding: roundingToYuan } })
})
afterAll(() => shop.stop())

const { settle, newShopper } = tillOf(() => shop)
const paying = payingIn(() => shop)
const apples = { title: '苹果', amountFen: 3_087 }
const milk = { title: '牛奶', amountFen: 500 }
const gift = { title: '环保袋（赠）', amountFen: 0 }
const below = { title: '抹零', amountFen: -7 }

/** 35.87, of which seven fen are left off. */
async function rounded() {
  const { who, memberId, memberCode } = await newShopper()
  const lines = [apples, gift, milk]
  const bill = { memberCode, billFen: 3_587, lines, roundOffFen: 7, tillNo: shop.fresh('T') }
  const { answer } = await settle(bill)
  if (!answer.ok) throw new Error(answer.code)
  return { who, memberId, bill, ...answer.value }
}

describe('a bill that is rounded', () => {
  it('is quoted with what may be left off, and settled as it was quoted', async () => {
    const { memberCode, who } = await newShopper()
    const quoted = async (roundOffFen: number) => {
      const input = { memberCode, billFen: 3_587, roundOffFen }
      return shop.value('purchases.quote', { as: clerk, input })
    }
    const roundOffChoices = [
      { roundOffFen: 7, payableFen: 3_580 },
      { roundOffFen: 87, payableFen: 3_500 },
    ]
    expect(await quoted(0)).toMatchObject({ roundOffFen: 0, payableFen: 3_587, roundOffChoices })
    const quote = await quoted(87)
    expect(quote).toMatchObject({ roundOffFen: 87, payableFen: 3_500, roundOffChoices })
    const { answer } = await settle({ memberCode, billFen: 3_587, roundOffFen: 87 })
    const { steps, earnPoints } = quote
    expect(steps.at(-1)).toMatchObject({ kind: 'roundOff', title: '抹零', changeFen: -87 })
    const value = { paidFen: 3_500, roundOffFen: 87, earnedPoints: earnPoints, steps }
    expect(answer).toMatchObject({ ok: true, value })
    expect(await shop.balanceOf(who)).toBe(35)
  })

  it.each([
    ['by lines that sum to more', { billFen: 3_580, lines: [apples, gift, milk] }],
    ['by a line below nothing', { billFen: 3_580, lines: [apples, milk, below] }],
  ])('may be told %s', async (_name, bill) => {
    const { memberCode, memberId } = await newShopper()
    const input = { memberCode, ...bill }
    const quote = await shop.value('purchases.quote', { as: clerk, input })
    expect(quote).toMatchObject({ billFen: 3_587, roundOffFen: 7, payableFen: 3_580 })
    const value = { billFen: 3_587, roundOffFen: 7, paidFen: 3_580, earnedPoints: 35 }
    expect((await settle(input)).answer).toMatchObject({ ok: true, value })
    const [purchase] = await shop.find('purchases', { memberId })
    const { lines }: { lines: { paidFen: number }[] } = Object(purchase?.bill)
    expect(lines.map(({ paidFen }) => paidFen).filter((fen) => fen > 0)).toEqual([3_081, 499])
  })

  it.each([
    ['what the rule does not offer', { billFen: 3_587, roundOffFen: 6 }, 'roundOffFen'],
    ['anything of round money', { billFen: 3_500, roundOffFen: 50 }, 'roundOffFen'],
    ['the last fen', { billFen: 7, roundOffFen: 7 }, 'roundOffFen'],
    [
      'what the lines do not tell',
      { billFen: 3_587, lines: [{ ...apples, amountFen: 3_590 }] },
      'lines',
    ],
  ])('is not booked without %s, and leaves no trace', async (_name, bill, field) => {
    const { memberCode } = await newShopper()
    const before = await shop.dump()
    const refused = { ok: false, code: 'ROUND_OFF_RANGE', detail: { field } }
    expect((await settle({ memberCode, ...bill })).answer).toMatchObject(refused)
    expect(await shop.dump()).toBe(before)
  })

  it('is one purchase, however often it is sent, and another one with another sum', async () => {
    const { memberCode, memberId } = await newShopper()
    const requestId = shop.fresh('request')
    const bill = { memberCode, billFen: 3_587, roundOffFen: 7 }
    const calls = await atOnce(8, () => settle(bill, { requestId }))
    expect(differentAnswers(calls)).toBe(1)
    const other = await settle({ ...bill, roundOffFen: 87 }, { requestId })
    expect(other.answer).toMatchObject({ ok: false, code: 'REQUEST_REUSED' })
    expect(await shop.find('purchases', { memberId })).toHaveLength(1)
  })

  it('gives back by parts exactly what was paid, and the gift with the rest', async () => {
    const { purchaseId, who } = await rounded()
    const refund = async (lines?: { lineNo: number; amountFen: number }[]) => {
      const input = { purchaseId, ...(lines ? { lines } : {}) }
      const shown = await shop.value('purchases.previewRefund', { as: clerk, input })
      const { previewHash } = shown
      const requestId = shop.fresh('refund')
      const sent = { as: clerk, requestId, input: { ...input, previewHash } }
      const { shown: done } = await shop.value('purchases.refund', sent)
      expect(done).toEqual(shown.shown)
      return done
    }
    expect(await refund([{ lineNo: 3, amountFen: 500 }])).toMatchObject({ moneyFen: 499 })
    expect(await refund()).toMatchObject({ moneyFen: 3_081, isFull: true })
    expect(await shop.balanceOf(who)).toBe(0)
    const mine = await shop.value('purchases.mine', { as: who, input: {} })
    expect(mine.purchases[0]).toMatchObject({ state: 'refunded', refundedFen: 3_580 })
  })

  it('is in the closing as it was paid: goods less what came off are the money', async () => {
    const { bill } = await rounded()
    const { tillNo } = bill
    const { ours } = await shop.value('closings.closing', { as: clerk, input: { tillNo } })
    const { billFen, couponFen, pointsFen, roundOffFen, paidFen } = ours.sums
    expect([billFen, roundOffFen, paidFen]).toEqual([3_587, 7, 3_580])
    expect(billFen - couponFen - pointsFen - roundOffFen).toBe(paidFen)
  })
})

describe('points that pay a part of a rounded bill', () => {
  const lines = [{ ...apples, amountFen: 3_487 }, gift, milk]
  const whole = { billFen: 3_987, lines, roundOffFen: 87 }

  it('are confirmed for all of it, with what is paid in the end', async () => {
    const { who, ticket } = await paying.newPayer(600)
    const { answer } = await paying.propose({ ticket, ...whole, paidPoints: 500 })
    expect(answer).toMatchObject({ ok: true, value: { offFen: 500, payableFen: 3_400 } })
    const proposalId = answer.ok ? answer.value.proposalId : ''
    await paying.answer(who, proposalId)
    const changed = [
      { ...whole, roundOffFen: 7 },
      { ...whole, lines: undefined },
      { ...whole, lines: [...lines].reverse() },
      { ...whole, lines: [{ ...apples, amountFen: 3_487, isExcluded: true }, gift, milk] },
    ]
    for (const bill of changed) {
      const { answer: refused } = await paying.settle({ ticket, ...bill, proposalId })
      expect(refused).toMatchObject({ ok: false, code: 'PROPOSAL_CHANGED' })
    }
    const settled = await paying.settle({ ticket, ...whole, proposalId })
    const value = { pointsOffFen: 500, roundOffFen: 87, paidFen: 3_400, earnedPoints: 34 }
    expect(settled.answer).toMatchObject({ ok: true, value })
    expect((await shop.books()).balanced).toBe(true)
  })
})

it('is rounded no more once the manager says so, and what was booked stays as it was', async () => {
  const other = await openShop({ shop: { rounding: roundingToYuan } })
  const till = tillOf(() => other)
  const bill = { billFen: 3_587, roundOffFen: 7 }
  const { memberCode } = await till.newShopper()
  const booked = await till.settle({ memberCode, ...bill })
  const purchaseId = booked.answer.ok ? booked.answer.value.purchaseId : ''
  const { change } = rulesOf(() => other)
  expect(await change('rounding', { downTo: 0 })).toMatchObject({ version: 2 })
  // A new instance reads the rules anew.
  const nothing = { action: 'recent', input: {} }
  await other.send('purchases', nothing, { as: clerk, fault: 'kill-before-call:1' })
  const later = { ...bill, memberCode: (await till.newShopper()).memberCode }
  const quote = { as: clerk, input: { ...later, roundOffFen: 0 } }
  expect(await other.value('purchases.quote', quote)).toMatchObject({ roundOffChoices: [] })
  const { answer } = await till.settle(later)
  expect(answer).toMatchObject({ code: 'ROUND_OFF_RANGE', detail: { field: 'roundOffFen' } })
  const back = await other.value('purchases.refund', { as: clerk, input: { purchaseId } })
  expect(back).toMatchObject({ refundedFen: 3_580 })
  await other.stop()
})
