import { giftFields, giftRulesOf } from '../../dev/harness/gifts-under-test'
import {
  atOnce,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ transactionLifetimeMs: 1_000 })
})
afterAll(() => shop.stop())

const { put } = giftRulesOf(() => shop)
/** Longer than a mark may stand before the sweeper looks at it. */
const ABANDONED_MS = 121_000

async function bound(totalCount: number | null, dayCount: number | null = null) {
  const budget = { totalCount, dayCount }
  await put({ ...giftFields({ scene: 'welcome', title: '限量礼', budget }), ruleId: 'welcome' })
}
async function newcomers(count: number) {
  const joined = []
  for (let made = 0; made < count; made += 1) joined.push((await shop.newMember()).who)
  return joined
}
const claimAll = async (all: readonly string[]) =>
  tallyOf(await atOnce(all.length, (at) => shop.callPatiently('gifts.claimPack', { as: all[at] })))
const left = async () => {
  const { rules } = await shop.value('gifts.rules', { as: manager })
  return rules.find(({ ruleId }) => ruleId === 'welcome')?.left
}
const given = async () => (await shop.find('grants', { state: 'claimed' })).length

describe('the budget of a rule', () => {
  it('is given out to the last one and no further, whoever asks at once', async () => {
    await bound(5, 3)
    const crowd = await newcomers(12)
    expect(await claimAll(crowd)).toEqual({ ok: 3, GIFT_USED_UP: 9 })
    expect(await left()).toEqual({ totalCount: 2, dayCount: 0 })
    await shop.setClock('2026-03-11T02:00:00.000Z')
    const late = await newcomers(6)
    expect(await claimAll(late)).toEqual({ ok: 2, GIFT_USED_UP: 4 })
    expect(await left()).toEqual({ totalCount: 0, dayCount: 1 })
    expect(await given()).toBe(5)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('is asked once for one gift, however often it is claimed', async () => {
    await bound(7)
    const [who = ''] = await newcomers(1)
    expect(await claimAll([who, who, who, who])).toEqual({ ok: 4 })
    expect(await left()).toEqual({ totalCount: 1, dayCount: null })
  })

  it('follows its bounds: what was given stays given, and below that nobody gets one', async () => {
    const already = await given()
    await bound(already - 2)
    expect(await left()).toEqual({ totalCount: 0, dayCount: null })
    expect(await claimAll(await newcomers(2))).toEqual({ GIFT_USED_UP: 2 })
    await bound(already + 1)
    expect(await claimAll(await newcomers(2))).toEqual({ ok: 1, GIFT_USED_UP: 1 })
    expect(await given()).toBe(already + 1)
  })

  it('loses no place where a claim dies on its way and nobody asks again', async () => {
    const before = await given()
    const LARGE = 1_000
    await bound(LARGE)
    const faults = Array.from({ length: 16 }, (_none, at) => `kill-after-call:${at + 1}`)
    const doomed = await newcomers(faults.length)
    const sent = await atOnce(faults.length, (at) =>
      shop.send(
        'gifts',
        { action: 'claimPack', input: {}, requestId: shop.fresh('doomed') },
        { as: doomed[at], fault: faults[at] },
      ),
    )
    expect(sent.filter(({ status }) => status === 500).length).toBeGreaterThan(8)
    await shop.advanceClock(ABANDONED_MS)
    await shop.fireTimer('gifts')
    const [budget] = await shop.find('gift_budgets', { _id: 'welcome:all' })
    const all = await given()
    expect(all).toBeGreaterThan(before)
    expect(all).toBeLessThan(before + faults.length)
    expect(budget).toMatchObject({ leftCount: LARGE - all, pending: {} })
    expect((await shop.books()).balanced).toBe(true)
  })
})
