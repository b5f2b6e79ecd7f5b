import {
  atOnce,
  clerk,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'

const second = 'second-manager'
const DAY_MS = 86_400_000

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.stop())

/** A large adjustment that waits, and its id. */
async function ask(who: string, points: number): Promise<string> {
  const { answer } = await shop.adjust(who, points)
  expect(answer).toMatchObject({ ok: true, value: { state: 'waiting' } })
  return answer.ok ? answer.value.adjustmentId : ''
}

const decide = (adjustmentId: string, as: string, verdict: 'approve' | 'reject' = 'approve') =>
  shop.call('points.approveAdjustment', {
    as,
    requestId: shop.fresh('decide'),
    input: { adjustmentId, verdict },
  })

describe('more than 1,000 points', () => {
  it('wait for a second manager, also when they come in pieces', async () => {
    await shop.appointManager(second)
    const { who } = await shop.newMember()
    await shop.adjust(who, 600)
    const adjustmentId = await ask(who, 401)
    await shop.advanceClock(3 * DAY_MS)
    await shop.fireTimer('points')
    expect(await shop.balanceOf(who)).toBe(600)
    expect((await decide(adjustmentId, manager)).answer).toMatchObject({ code: 'SELF_SERVICE' })
    expect((await decide(adjustmentId, clerk)).answer).toMatchObject({ code: 'ROLE_REQUIRED' })
    const decisions = await atOnce(8, () => decide(adjustmentId, second))
    expect(decisions.filter(({ answer }) => answer.ok)).toHaveLength(1)
    expect(await shop.balanceOf(who)).toBe(1_001)
    expect((await decide(adjustmentId, second)).answer).toMatchObject({
      code: 'ADJUSTMENT_DECIDED',
      detail: { state: 'booked' },
    })
  })

  it('are rejected by the second or withdrawn by the first, and then never booked', async () => {
    await shop.appointManager(second)
    const { who } = await shop.newMember()
    const [rejected, withdrawn] = [await ask(who, 2_000), await ask(who, 3_000)]
    await decide(rejected, second, 'reject')
    await decide(withdrawn, manager, 'reject')
    await shop.advanceClock(3 * DAY_MS)
    await shop.fireTimer('points')
    expect(await shop.balanceOf(who)).toBe(0)
    const { adjustments } = await shop.value('points.adjustments', { as: second })
    expect(adjustments.map(({ state }) => state)).toEqual(['rejected', 'rejected'])
  })

  it('are given to nobody who asked or agrees, also when she became the member since', async () => {
    const mergedInto = async (into: string, by: string) => {
      const { who } = await shop.newMember()
      const adjustmentId = await ask(who, 2_000)
      await shop.appointManager(second)
      const numbers = { fromNumber: await shop.numberOf(who), toNumber: await shop.numberOf(into) }
      await shop.value('merging.merge', { as: by, input: { ...numbers, reason: '两个微信' } })
      return adjustmentId
    }
    await mergedInto(manager, second)
    await shop.advanceClock(3 * DAY_MS)
    await shop.fireTimer('points')
    expect(await shop.balanceOf(manager)).toBe(0)
    const { adjustments } = await shop.value('points.adjustments', { as: second })
    expect(adjustments.map(({ state }) => state)).toEqual(['rejected'])
    const own = await mergedInto(second, manager)
    expect((await decide(own, second)).answer).toMatchObject({ code: 'SELF_SERVICE' })
    expect(await shop.balanceOf(second)).toBe(0)
  })
})
