import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

/**
 * A function killed before and after each of its database calls: once the sweeper has been, and
 * the phone has asked again with its request id, there is one effect, nothing lost or doubled.
 */
jest.setTimeout(180_000)

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ transactionLifetimeMs: 4_000 })
})
afterAll(() => shop.stop())

/** Longer than a mark of stock may stand before the sweeper looks at it. */
const ABANDONED_MS = 121_000

interface Doomed {
  readonly feature: string
  readonly as: string
  readonly event: { action: string; requestId: string; input: object }
  /** What must be true of it in the end, told in words that the failure shows. */
  readonly check: () => Promise<object>
  readonly expected: object
}

/**
 * One call per fault; a cold instance reads the configuration too: a call more than a warm one.
 * Before a call the database is as it was after the call before: one of them tells of both.
 */
async function killEverywhere(calls: number, prepare: () => Promise<Doomed>): Promise<number> {
  const every = Array.from({ length: calls + 1 }, (_unused, position) => position + 1)
  const faults = ['kill-before-call:1', ...every.map((call) => `kill-after-call:${call}`)]
  return killAt(faults, prepare)
}

async function killAt(faults: string[], prepare: () => Promise<Doomed>): Promise<number> {
  const doomed = await Promise.all(faults.map(async (fault) => ({ fault, ...(await prepare()) })))
  const sent = await Promise.all(
    doomed.map(({ feature, event, as, fault }) => shop.send(feature, event, { as, fault })),
  )
  await shop.advanceClock(ABANDONED_MS)
  await shop.fireTimer('mall')
  const again = doomed.map(async ({ feature, event, as, fault, check, expected }) => {
    const { answer } = await asked(feature, event, as)
    expect({ fault, answer }).toMatchObject({ fault, answer: { ok: true } })
    expect({ fault, ...(await check()) }).toEqual({ fault, ...expected })
  })
  await Promise.all(again)
  await shop.advanceClock(ABANDONED_MS)
  await shop.fireTimer('mall')
  const marked = (await shop.find('rewards')).filter(
    ({ pending, returning }) => JSON.stringify([pending, returning]) !== '[{},{}]',
  )
  expect(marked).toEqual([])
  expect((await shop.books()).balanced).toBe(true)
  return sent.filter(({ status }) => status === 500).length
}

/** Asks again with the same request id for as long as it is told BUSY, as a phone does. */
async function asked(feature: string, event: object, as: string) {
  for (let attempt = 0; ; attempt += 1) {
    const called = await shop.send(feature, event, { as })
    if (attempt > 200 || !JSON.stringify(called.answer).includes('"BUSY"')) return called
  }
}

async function countsOf(memberId: string, rewardId?: string) {
  const [account] = await shop.find('points_accounts', { _id: memberId })
  const entries = await shop.find('points_entries', { memberId })
  const left = rewardId === undefined ? null : await shop.rewardLeft(rewardId)
  return { balance: account?.balancePoints ?? 0, entries: entries.length, left }
}

async function newRedemption() {
  const { who, memberId } = await shop.newMember(100)
  const rewardId = await shop.newReward({ leftCount: 1 })
  const redemption = await shop.value('mall.redeem', { as: who, input: { rewardId } })
  return { ...redemption, who, memberId }
}

describe('killed around every database call, then swept and asked again', () => {
  it('redeem takes points and stock once', async () => {
    const every = Array.from({ length: 13 }, (_unused, position) => position + 1)
    const faults = every.flatMap((call) => [`kill-before-call:${call}`, `kill-after-call:${call}`])
    const killed = await killAt(faults, async () => {
      const { who, memberId } = await shop.newMember(100)
      const rewardId = await shop.newReward({ leftCount: 1 })
      const event = { action: 'redeem', requestId: shop.fresh('request'), input: { rewardId } }
      const check = () => countsOf(memberId, rewardId)
      return {
        feature: 'mall',
        as: who,
        event,
        check,
        expected: { balance: 0, entries: 2, left: 0 },
      }
    })
    expect(killed).toBeGreaterThanOrEqual(24)
  })

  it('cancelRedemption gives points and stock back once', async () => {
    const killed = await killEverywhere(11, async () => {
      const { who, memberId, rewardId, redemptionId } = await newRedemption()
      const requestId = shop.fresh('request')
      const event = { action: 'cancelRedemption', requestId, input: { redemptionId } }
      const check = () => countsOf(memberId, rewardId)
      const expected = { balance: 100, entries: 3, left: 1 }
      return { feature: 'mall', as: who, event, check, expected }
    })
    expect(killed).toBeGreaterThanOrEqual(12)
  })

  it('verifyPickup hands over once', async () => {
    const killed = await killEverywhere(8, async () => {
      const { memberId, pickupCode } = await newRedemption()
      const requestId = shop.fresh('request')
      const event = { action: 'verifyPickup', requestId, input: { pickupCode } }
      const check = async () => {
        const [redemption] = await shop.find('redemptions', { memberId })
        return { state: redemption?.state }
      }
      return { feature: 'mall', as: clerk, event, check, expected: { state: 'collected' } }
    })
    expect(killed).toBeGreaterThanOrEqual(9)
  })

  it('settle books one purchase', async () => {
    const killed = await killEverywhere(8, async () => {
      const { who, memberId } = await shop.newMember()
      const memberCode = await shop.codeOf(who)
      const { ticket } = await shop.value('staff.scan', { as: clerk, input: { memberCode } })
      const input = { ticket, billFen: 9_999, receiptNo: shop.fresh('receipt') }
      const event = { action: 'settle', requestId: shop.fresh('request'), input }
      const expected = { balance: 99, entries: 1, left: null }
      return { feature: 'purchases', as: clerk, event, check: () => countsOf(memberId), expected }
    })
    expect(killed).toBeGreaterThanOrEqual(9)
  })

  it('refund of what is left, as its preview showed it, happens once', async () => {
    const killed = await killEverywhere(12, async () => {
      const { who, memberId } = await shop.newMember()
      const { coupons } = await shop.value('gifts.claimPack', { as: who })
      const memberCode = await shop.codeOf(who)
      const { purchaseId } = await shop.value('purchases.settle', {
        as: clerk,
        requestId: shop.fresh('settle'),
        input: { memberCode, billFen: 3_500, couponId: coupons[0]?.couponId },
      })
      const lines = [{ lineNo: 1, amountFen: 1_000 }]
      const requestId = shop.fresh('part')
      await shop.value('purchases.refund', { as: clerk, requestId, input: { purchaseId, lines } })
      const wish = { as: clerk, input: { purchaseId } }
      const { previewHash } = await shop.value('purchases.previewRefund', wish)
      const input = { purchaseId, previewHash }
      const event = { action: 'refund', requestId: shop.fresh('request'), input }
      const check = async () => {
        const [purchase] = await shop.find('purchases', { memberId })
        const [coupon] = await shop.find('coupons', { memberId })
        const { state, refundedFen } = purchase ?? {}
        return { ...(await countsOf(memberId)), state, refundedFen, coupon: coupon?.state }
      }
      const whole = { state: 'refunded', refundedFen: 3_000, coupon: 'issued' }
      const expected = { balance: 100, entries: 4, left: null, ...whole }
      return { feature: 'purchases', as: clerk, event, check, expected }
    })
    expect(killed).toBeGreaterThanOrEqual(13)
  })

  it('claimPack gives one pack', async () => {
    const killed = await killEverywhere(8, async () => {
      const { who, memberId } = await shop.newMember()
      const event = { action: 'claimPack', requestId: shop.fresh('request'), input: {} }
      const check = async () => {
        const coupons = await shop.find('coupons', { memberId })
        return { ...(await countsOf(memberId)), coupons: coupons.length }
      }
      const expected = { balance: 100, entries: 1, left: null, coupons: 1 }
      return { feature: 'gifts', as: who, event, check, expected }
    })
    expect(killed).toBeGreaterThanOrEqual(9)
  })
})
