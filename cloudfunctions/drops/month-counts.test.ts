import { dropsOf } from '../../dev/harness/drops-under-test'
import {
  atOnce,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'
import type { Input } from '../../shared/contract/contract'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

type Plan = Input<'drops', 'schedule'>
const drops = () => dropsOf(shop)

/** A community with a budget, and how its drops are planned. */
async function withBudget(monthCount: number | null) {
  const { owner, communityId } = await drops().newBoundCommunity()
  await shop.value('communities.setBudget', { as: manager, input: { communityId, monthCount } })
  const planOf = (quota: number, part: Partial<Plan> = {}): Plan =>
    drops().planFor([communityId], { quotas: [{ communityId, quota }], ...part })
  const schedule = (quota: number, { as = owner, ...part }: Partial<Plan> & { as?: string } = {}) =>
    shop.callPatiently('drops.schedule', {
      ...{ as, requestId: shop.fresh('drop'), input: planOf(quota, part) },
    })
  const planned = async (quota: number, as = owner) => {
    const { answer } = await schedule(quota, { as })
    if (!answer.ok) throw new Error(answer.code)
    return answer.value.dropId
  }
  const change = (dropId: string, quota: number, part: Partial<Plan> = {}) =>
    shop.callPatiently('drops.change', {
      ...{ as: owner, requestId: shop.fresh('change') },
      input: { dropId, ...planOf(quota, part) },
    })
  const cancel = (dropId: string) => shop.value('drops.cancel', { as: owner, input: { dropId } })
  const counted = async () => {
    const months = await shop.find('drop_months', { communityId })
    return months.map(({ month, count }) => `${month}: ${count}`).sort()
  }
  return { owner, communityId, schedule, planned, change, cancel, counted }
}

const overBudget = (leftCount: number) => ({
  ...{ code: 'DROP_BUDGET' },
  detail: { field: 'quotas.0.quota', leftCount, month: '2026-03' },
})

describe('the budget of a community', () => {
  it('is what its owner’s drops may give in a month, and says what is left', async () => {
    const { schedule, planned, counted } = await withBudget(50)
    await planned(30)
    const before = await shop.dump()
    expect((await schedule(21)).answer).toMatchObject(overBudget(20))
    expect(await shop.dump()).toBe(before)
    await planned(20)
    expect((await schedule(1)).answer).toMatchObject(overBudget(0))
    expect(await counted()).toEqual(['2026-03: 50'])
  })

  it('is not overshot by those who plan at once', async () => {
    const { schedule, counted } = await withBudget(50)
    const calls = await atOnce(8, () => schedule(20))
    expect(tallyOf(calls)).toEqual({ ok: 2, DROP_BUDGET: 6 })
    expect(await counted()).toEqual(['2026-03: 40'])
  })

  it('counts a manager’s drops, and refuses none of them', async () => {
    const { schedule, planned, counted } = await withBudget(50)
    await planned(60, manager)
    expect((await schedule(1)).answer).toMatchObject(overBudget(0))
    expect(await counted()).toEqual(['2026-03: 60'])
  })

  it('counts a changed drop as it is now, also in another month', async () => {
    const { planned, change, counted } = await withBudget(50)
    const dropId = await planned(30)
    await planned(10)
    expect((await change(dropId, 41)).answer).toMatchObject(overBudget(40))
    expect((await change(dropId, 40)).answer).toMatchObject({ ok: true })
    expect((await change(dropId, 25)).answer).toMatchObject({ ok: true })
    expect(await counted()).toEqual(['2026-03: 35'])
    const opensAt = Date.parse('2026-04-02T12:00:00.000Z')
    const moved = await change(dropId, 50, { opensAt, closesAt: opensAt + 3_600_000 })
    expect(moved.answer).toMatchObject({ ok: true })
    expect(await counted()).toEqual(['2026-03: 10', '2026-04: 50'])
  })

  it('has back what was cancelled, once', async () => {
    const { planned, cancel, counted, schedule } = await withBudget(50)
    const dropId = await planned(50)
    await atOnce(4, () => cancel(dropId))
    expect(await counted()).toEqual(['2026-03: 0'])
    expect((await schedule(50)).answer).toMatchObject({ ok: true })
  })

  it('of 0 lets her give nothing, and none binds her to nothing', async () => {
    expect((await (await withBudget(0)).schedule(1)).answer).toMatchObject(overBudget(0))
    expect((await (await withBudget(null)).schedule(5_000)).answer).toMatchObject({ ok: true })
  })
})
