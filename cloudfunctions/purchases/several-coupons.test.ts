import { storedTemplate } from '../../dev/harness/coupon-bills'
import { storedGiftRule } from '../../dev/harness/gifts-under-test'
import { payWithPoints } from '../../dev/harness/paying-under-test'
import {
  atOnce,
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'
import type { Input } from '../../shared/contract/contract'
import { type CouponTemplate, plainRight } from '../../shared/coupons/coupon'
import { noLimits } from '../../shared/coupons/coupon-limits'

const template = (
  templateId: string,
  part: Partial<CouponTemplate> & Pick<CouponTemplate, 'kind'>,
): CouponTemplate =>
  // What a test leaves out is as in a new template.
  ({
    ...plainRight,
    templateId,
    title: templateId,
    version: 1,
    validity: { validDays: 30 },
    ...part,
  }) as CouponTemplate

const templates = [
  template('five', { kind: 'amountOff', faceFen: 500, thresholdFen: 3_000 }),
  template('tenth', { kind: 'percent', percentOff: 10, capFen: 5_000 }),
  template('bag', { kind: 'exchange', thing: '帆布袋', priceFen: 990 }),
  template('carriage', { kind: 'freight', capFen: 500 }),
  template('cups', {
    ...{ kind: 'percent', percentOff: 50, capFen: 5_000 },
    limits: { ...noLimits, categories: ['咖啡'] },
  }),
]

let shop: ShopUnderTest
beforeAll(async () => {
  // The pack of this shop holds one of each kind.
  const couponTemplateIds = templates.map(({ templateId }) => templateId)
  const gift = { points: 1_000, couponTemplateIds, thing: null }
  shop = await openShop({ shop: { payWithPoints } })
  await shop.local.engine.insert('gift_rules', [storedGiftRule('welcome', { gift })])
  await shop.local.engine.insert('coupon_templates', templates.map(storedTemplate))
})
afterAll(() => shop.stop())

/** A member with one of each, scanned; her coupons by their template. */
async function newShopper() {
  const { who, memberId } = await shop.newMember()
  const { coupons } = await shop.value('gifts.claimPack', { as: who })
  const idOf = (title: string) => coupons.find((each) => each.title === title)?.couponId ?? ''
  const memberCode = await shop.codeOf(who)
  const { ticket } = await shop.value('staff.scan', { as: clerk, input: { memberCode } })
  return { who, memberId, ticket, idOf }
}

type Shopper = Awaited<ReturnType<typeof newShopper>>
type Bill = Omit<Partial<Input<'purchases', 'settle'>>, 'couponIds'> & {
  coupons?: readonly string[]
}

const lines = [
  { title: '拿铁', amountFen: 4_000, category: '咖啡' },
  { title: '吐司', amountFen: 6_000, category: '面包' },
]
const inputOf = ({ ticket, idOf }: Shopper, { coupons = [], ...bill }: Bill) => ({
  ...{ ticket, storeId: EAST, billFen: 10_000, lines, freightFen: 600, ...bill },
  couponIds: coupons.map(idOf),
})
const settle = (her: Shopper, bill: Bill, options: { requestId?: string; as?: string } = {}) =>
  shop.call('purchases.settle', { as: clerk, ...options, input: inputOf(her, bill) })
const stateOf = async (her: Shopper, title: string) => {
  const { coupons } = await shop.value('coupons.wallet', { as: her.who })
  return coupons.find((each) => each.couponId === her.idOf(title))?.state
}

describe('several coupons in one settle', () => {
  it('are quoted and booked alike, step by step; a full refund gives all back', async () => {
    const her = await newShopper()
    const coupons = ['carriage', 'five', 'cups', 'bag']
    const quote = await shop.value('purchases.quote', {
      as: clerk,
      input: inputOf(her, { coupons }),
    })
    // Named in both ways, a coupon is one.
    const { answer } = await settle(her, { coupons, couponId: her.idOf('five') })
    if (!answer.ok) throw new Error(answer.code)
    const { steps, purchaseId, paidFen } = answer.value
    expect(steps).toEqual(quote.steps)
    expect(steps.map(({ kind, changeFen }) => [kind, changeFen])).toEqual([
      ['goods', 10_000],
      ['exchange', 990],
      ['coupon', -2_000],
      ['coupon', -500],
      ['freight', 600],
      ['freightCoupon', -500],
    ])
    expect([quote.payableFen, paidFen]).toEqual([8_590, 8_590])
    for (const title of coupons) expect(await stateOf(her, title)).toBe('used')
    expect(await stateOf(her, 'tenth')).toBe('issued')
    const asked = { as: clerk, input: { purchaseId } }
    const preview = await shop.value('purchases.previewRefund', asked)
    expect(preview.purchase.steps).toEqual(steps)
    expect(preview.shown.coupons).toHaveLength(4)
    const part = { purchaseId, lines: [{ lineNo: 1, amountFen: 4_000 }] }
    await shop.value('purchases.refund', { as: clerk, input: part })
    expect(await stateOf(her, 'five')).toBe('used')
    const back = await shop.value('purchases.refund', asked)
    expect(back).toMatchObject({ couponReturned: true })
    for (const title of coupons) expect(await stateOf(her, title)).toBe('issued')
    expect((await shop.books()).balanced).toBe(true)
  })

  it('of one group are refused without a trace, and so is what is not hers', async () => {
    const her = await newShopper()
    const other = await newShopper()
    const before = await shop.dump()
    const refusals = [
      [await settle(her, { coupons: ['five', 'tenth'] }), 'COUPON_STACK'],
      [await settle(her, { couponId: other.idOf('five') }), 'COUPON_NOT_FOUND'],
      [await settle(her, { coupons: ['cups'], lines: undefined }), 'COUPON_CATEGORY'],
    ] as const
    for (const [{ answer }, code] of refusals) expect(answer).toMatchObject({ ok: false, code })
    expect(await shop.dump()).toBe(before)
  })

  it('may be a thing at its price alone: the closing and the points see its money', async () => {
    const her = await newShopper()
    const bill = { billFen: 0, lines: undefined, freightFen: 0, coupons: ['bag'] }
    const { answer } = await settle(her, bill)
    const money = { billFen: 990, paidFen: 990, earnedPoints: 9 }
    expect(answer).toMatchObject({ ok: true, value: money })
    const nothing = await settle(await newShopper(), {
      billFen: 0,
      lines: undefined,
      freightFen: 0,
    })
    expect(nothing.answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'billFen' } })
  })

  it('cost a read and a document each, and nothing else', async () => {
    const [one, two] = [await newShopper(), await newShopper()]
    const costOf = async (her: Shopper, coupons: string[]) => {
      const { answer, dbCalls, docsWritten } = await settle(her, { coupons })
      expect(answer).toMatchObject({ ok: true })
      return `${dbCalls} calls, ${docsWritten} written`
    }
    expect(await costOf(one, ['five'])).toBe('11 calls, 4 written')
    expect(await costOf(two, ['five', 'carriage'])).toBe('13 calls, 5 written')
  })
})

describe('what the till proposes', () => {
  it('is the best lawful combination, and why the others are left out', async () => {
    const her = await newShopper()
    const quote = await shop.value('purchases.quote', { as: clerk, input: inputOf(her, {}) })
    const { proposed, leftOut, usableCoupons } = quote
    const best = ['cups', 'tenth', 'carriage'].map(her.idOf).sort()
    expect([...proposed.couponIds].sort()).toEqual(best)
    expect(proposed.offFen).toBe(2_000 + 800 + 500)
    expect(leftOut).toMatchObject([
      { couponId: her.idOf('five'), code: 'COUPON_STACK', message: '和已选的优惠券不能同时使用' },
    ])
    expect(usableCoupons.map(({ title }) => title)).toContain('bag')
    const taken = { ...inputOf(her, {}), couponIds: proposed.couponIds }
    const { payableFen } = await shop.value('purchases.quote', { as: clerk, input: taken })
    expect(payableFen).toBe(quote.payableFen - proposed.offFen)
  })
})

describe('coupons while points wait for a yes', () => {
  async function proposed(coupons: readonly string[]) {
    const her = await newShopper()
    const input = { ...inputOf(her, { coupons }), paidPoints: 500 }
    const asked = { as: clerk, requestId: shop.fresh('ask'), input }
    const { proposalId } = await shop.value('purchases.proposePoints', asked)
    return { her, proposalId, input }
  }
  const answer = (who: string, proposalId: string, agrees: boolean) =>
    shop.value('purchases.answerProposal', { as: who, input: { proposalId, agrees } })

  it('are held, and used by the settle that she has confirmed', async () => {
    const { her, proposalId } = await proposed(['five', 'carriage'])
    expect(await stateOf(her, 'five')).toBe('held')
    await answer(her.who, proposalId, true)
    expect(await stateOf(her, 'five')).toBe('held')
    const settled = await settle(her, { coupons: ['carriage', 'five'], proposalId })
    expect(settled.answer).toMatchObject({ ok: true, value: { pointsOffFen: 500 } })
    expect(await stateOf(her, 'five')).toBe('used')
  })

  it('are kept from another till, at the quote and at the settle', async () => {
    const { her } = await proposed(['five'])
    const before = await shop.dump()
    const input = { memberCode: await shop.codeOf(her.who), storeId: EAST, billFen: 10_000 }
    const named = { as: manager, input: { ...input, couponId: her.idOf('five') } }
    const quoted = await shop.call('purchases.quote', named)
    expect(quoted.answer).toMatchObject({ code: 'COUPON_HELD' })
    expect((await shop.call('purchases.settle', named)).answer).toMatchObject({
      code: 'COUPON_HELD',
    })
    expect(await shop.dump()).toBe(before)
  })

  it('come back with her no, and when the time is over, with the same last day', async () => {
    const { her, proposalId } = await proposed(['five'])
    const [before] = await shop.find('coupons', { _id: her.idOf('five') })
    await answer(her.who, proposalId, false)
    const [after] = await shop.find('coupons', { _id: her.idOf('five') })
    expect(after).toMatchObject({ state: 'issued', heldBy: null, expiresOn: before?.expiresOn })
    const again = await proposed(['five'])
    await shop.advanceClock(5 * 60_000)
    expect(await stateOf(again.her, 'five')).toBe('issued')
    expect((await settle(again.her, { coupons: ['five'] })).answer).toMatchObject({ ok: true })
  })

  it('are free for the same staff who ask anew; the first proposal is worth nothing', async () => {
    const { her, proposalId, input } = await proposed(['five'])
    const anew = { as: clerk, requestId: shop.fresh('ask'), input: { ...input, paidPoints: 400 } }
    const second = await shop.value('purchases.proposePoints', anew)
    await answer(her.who, proposalId, false)
    // The first no gives nothing back that the second holds.
    expect(await stateOf(her, 'five')).toBe('held')
    await answer(her.who, second.proposalId, true)
    const settled = await settle(her, { coupons: ['five'], proposalId: second.proposalId })
    expect(settled.answer).toMatchObject({ ok: true, value: { pointsOffFen: 400 } })
  })

  it('two tills that ask at once: one holds the coupon, the other is told', async () => {
    const her = await newShopper()
    const [ticket, memberCode] = [her.ticket, await shop.codeOf(her.who)]
    const wish = { storeId: EAST, billFen: 10_000, couponId: her.idOf('five'), paidPoints: 500 }
    const calls = await atOnce(2, (place) =>
      shop.callPatiently('purchases.proposePoints', {
        as: place === 0 ? clerk : manager,
        input: place === 0 ? { ...wish, ticket } : { ...wish, memberCode },
      }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 1, COUPON_HELD: 1 })
    expect(await stateOf(her, 'five')).toBe('held')
  })
})
