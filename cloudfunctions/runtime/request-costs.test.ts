import type { Called } from '../../dev/harness/cloud-caller'
import { payWithPoints } from '../../dev/harness/paying-under-test'
import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

/**
 * What one warm, uncontended request costs: database calls and written documents, the identity
 * lookup included. Exact figures: a call more is a defect, a call fewer is a new promise.
 */
let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: { payWithPoints } })
  await warmUp()
})
afterAll(() => shop.stop())

/** One call of each function: its instance then holds the shop's configuration. */
async function warmUp(): Promise<void> {
  const { who } = await shop.newMember(500)
  await shop.value('members.home', { as: who })
  await shop.value('gifts.claimPack', { as: who })
  await shop.value('coupons.wallet', { as: who })
  await shop.value('mall.rewards', { as: who })
  await shop.value('staff.me', { as: clerk })
}

function costOf(called: Called<{ ok: boolean }>): string {
  expect(called.answer).toMatchObject({ ok: true })
  return `${called.dbCalls} calls, ${called.docsWritten} written`
}

async function newTill(points = 0) {
  const { who } = await shop.newMember(points)
  await shop.advanceClock(60_000)
  const memberCode = await shop.codeOf(who)
  const { ticket } = await shop.value('staff.scan', { as: clerk, input: { memberCode } })
  return { who, memberCode, ticket, couponId: undefined }
}

async function withCoupon(points = 0) {
  const till = await newTill(points)
  const { coupons } = await shop.value('gifts.claimPack', { as: till.who })
  return { ...till, couponId: coupons[0]?.couponId }
}

describe('a warm request costs exactly', () => {
  it('home of a visitor: 1 call; of a member: 5 calls, nothing written', async () => {
    const visitor = shop.fresh('visitor')
    expect(costOf(await shop.call('members.home', { as: visitor }))).toBe('1 calls, 0 written')
    const { who } = await shop.newMember()
    expect(costOf(await shop.call('members.home', { as: who }))).toBe('5 calls, 0 written')
  })

  it('join: 2 calls, 1 written; by a scene code 3 and 1; again 1 and 0', async () => {
    const who = shop.fresh('newcomer')
    expect(costOf(await shop.call('members.join', { as: who }))).toBe('2 calls, 1 written')
    expect(costOf(await shop.call('members.join', { as: who }))).toBe('1 calls, 0 written')
    const other = shop.fresh('newcomer')
    const byScene = await shop.call('members.join', { as: other, input: { scene: 'poster' } })
    expect(costOf(byScene)).toBe('3 calls, 1 written')
  })

  it('claim pack: 9 calls, 3 written and its coupon; again 2 and 0', async () => {
    const { who } = await shop.newMember()
    expect(costOf(await shop.call('gifts.claimPack', { as: who }))).toBe('9 calls, 4 written')
    expect(costOf(await shop.call('gifts.claimPack', { as: who }))).toBe('2 calls, 0 written')
  })

  it('scan: 6 calls, nothing written', async () => {
    const { memberCode } = await newTill()
    const scanned = await shop.call('staff.scan', { as: clerk, input: { memberCode } })
    expect(costOf(scanned)).toBe('6 calls, 0 written')
  })

  it('quote: 3 calls by ticket, 4 by code, nothing written', async () => {
    const { memberCode, ticket } = await newTill()
    const quote = (shown: { memberCode: string } | { ticket: string }) =>
      shop.call('purchases.quote', { as: clerk, input: { ...shown, billFen: 4_000 } })
    expect(costOf(await quote({ ticket }))).toBe('3 calls, 0 written')
    expect(costOf(await quote({ memberCode }))).toBe('4 calls, 0 written')
  })

  it('settle by code: 10 calls, 3 written; again 2 and 0', async () => {
    const { memberCode } = await newTill()
    const settle = () =>
      shop.call('purchases.settle', {
        as: clerk,
        requestId: 'settle-by-code',
        input: { memberCode, billFen: 4_000, receiptNo: 'costs-1' },
      })
    expect(costOf(await settle())).toBe('10 calls, 3 written')
    expect(costOf(await settle())).toBe('2 calls, 0 written')
  })

  it('settle by ticket: 9 calls, 3 written; with a coupon 11 and 4', async () => {
    const { ticket } = await newTill()
    const plain = await shop.call('purchases.settle', {
      as: clerk,
      input: { ticket, billFen: 4_000 },
    })
    expect(costOf(plain)).toBe('9 calls, 3 written')
    const { couponId, ...other } = await withCoupon()
    const saving = await shop.call('purchases.settle', {
      as: clerk,
      input: { ticket: other.ticket, billFen: 4_000, couponId },
    })
    expect(costOf(saving)).toBe('11 calls, 4 written')
  })

  it('settle with points by ticket: 12 calls, 5 written; with a coupon too 14 and 6', async () => {
    const paidWith = async (till: {
      who: string
      ticket: string
      couponId: string | undefined
    }) => {
      const bill = { ticket: till.ticket, billFen: 4_000, couponId: till.couponId }
      const asked = { as: clerk, input: { ...bill, paidPoints: 500 } }
      const { proposalId } = await shop.value('purchases.proposePoints', asked)
      const yes = { proposalId, agrees: true }
      await shop.value('purchases.answerProposal', { as: till.who, input: yes })
      return shop.call('purchases.settle', { as: clerk, input: { ...bill, proposalId } })
    }
    expect(costOf(await paidWith(await newTill(1_000)))).toBe('12 calls, 5 written')
    expect(costOf(await paidWith(await withCoupon(1_000)))).toBe('14 calls, 6 written')
  })

  it('a forgotten receipt: 10 calls, 3 written; again 2 and 0', async () => {
    const { memberCode } = await newTill()
    const receipt = { receiptOn: '2026-03-09', receiptNo: 'costs-2', billFen: 4_000 }
    const book = () =>
      shop.call('purchases.bookForgotten', {
        as: clerk,
        requestId: 'book-forgotten',
        input: { memberCode, ...receipt },
      })
    expect(costOf(await book())).toBe('10 calls, 3 written')
    expect(costOf(await book())).toBe('2 calls, 0 written')
  })

  it('redeem with stock: 12 calls, 5 written; again 2 and 0', async () => {
    const { who } = await shop.newMember(300)
    const rewardId = await shop.newReward()
    const redeem = () =>
      shop.call('mall.redeem', { as: who, requestId: 'redeem-once', input: { rewardId } })
    expect(costOf(await redeem())).toBe('12 calls, 5 written')
    expect(costOf(await redeem())).toBe('2 calls, 0 written')
  })

  it('refund of a part: 11 calls, 4 written; its preview 4 and 0, hers too', async () => {
    const { who } = await shop.newMember()
    const { purchaseId } = await shop.earn(who, 300)
    const input = { purchaseId, lines: [{ lineNo: 1, amountFen: 10_000 }] }
    const preview = await shop.call('purchases.previewRefund', { as: clerk, input })
    expect(costOf(preview)).toBe('4 calls, 0 written')
    const mine = await shop.call('purchases.previewMyRefund', { as: who, input })
    expect(costOf(mine)).toBe('4 calls, 0 written')
    expect(costOf(await shop.call('purchases.refund', { as: clerk, input }))).toBe(
      '11 calls, 4 written',
    )
  })

  it('a replay of refund, cancellation and hand-over: 2 calls, nothing written', async () => {
    const { who } = await shop.newMember()
    const { purchaseId } = await shop.earn(who, 300)
    const rewardId = await shop.newReward()
    const kept = await shop.value('mall.redeem', { as: who, input: { rewardId } })
    const dropped = await shop.value('mall.redeem', { as: who, input: { rewardId } })
    const cancel = () =>
      shop.call('mall.cancelRedemption', {
        as: who,
        requestId: 'cancel',
        input: { redemptionId: dropped.redemptionId },
      })
    const verify = () =>
      shop.call('mall.verifyPickup', {
        as: clerk,
        requestId: 'verify',
        input: { pickupCode: kept.pickupCode },
      })
    const refund = () =>
      shop.call('purchases.refund', { as: clerk, requestId: 'refund', input: { purchaseId } })
    for (const first of [cancel, verify, refund]) expect((await first()).answer.ok).toBe(true)
    for (const again of [cancel, verify, refund]) {
      expect(costOf(await again())).toBe('2 calls, 0 written')
    }
  })
})
