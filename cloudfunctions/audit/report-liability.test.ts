import { auditorOf } from '../../dev/harness/auditor'
import { openingsOf } from '../../dev/harness/opening-under-test'
import {
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  WEST,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe('the liability of some days', () => {
  it('adds up, by store, in points and money, and comes as a file', async () => {
    const { night } = auditorOf(shop)
    const { who } = await shop.newMember(100)
    await night('2026-03-10')
    const rewardId = await shop.newReward({ pricePoints: 30 })
    await shop.value('mall.redeem', { as: who, input: { rewardId } })
    await night('2026-03-12')
    const input = { fromOn: '2026-03-10', untilOn: '2026-03-12' }
    const report = await shop.value('audit.liability', { as: manager, input })
    expect(report).toMatchObject({
      firstOn: '2026-03-10',
      opening: { balancePoints: 0 },
      closing: { balancePoints: 70 },
      lines: { purchasePoints: 100, spentPoints: 30 },
      offPoints: 0,
      breakagePoints: 0,
      fenPerHundredPoints: 100,
    })
    expect(report.stores[0]).toEqual({ storeId: EAST, issuedPoints: 100, spentPoints: 0 })
    expect(report.clearing).toEqual([{ issuedBy: EAST, spentAt: null, points: 30 }])
    const named = { as: manager, input: { period: 'month' as const } }
    const { fromOn, untilOn, todayOn } = await shop.value('audit.liability', named)
    expect([fromOn, untilOn]).toEqual(['2026-03-01', todayOn])
    const { csv } = await shop.value('audit.exportLiability', { as: manager, input })
    expect(csv).toContain('2026-03-11,100,0,')
  })

  it('clears a reward of the mall at the store that hands it over, on that day', async () => {
    const { night } = auditorOf(shop)
    const { who } = await shop.newMember(100)
    const rewardId = await shop.newReward({ pricePoints: 30 })
    const redeem = () => shop.value('mall.redeem', { as: who, input: { rewardId } })
    const [fetched] = [await redeem(), await redeem()]
    await night('2026-03-14')
    await shop.value('mall.verifyPickup', {
      as: manager,
      input: { pickupCode: fetched.pickupCode, storeId: WEST },
    })
    const gone = await redeem()
    await shop.value('mall.verifyPickup', {
      as: manager,
      input: { pickupCode: gone.pickupCode, storeId: WEST },
    })
    await night('2026-03-16')
    const ofDays = (fromOn: string, untilOn: string) =>
      shop.value('audit.liability', { as: manager, input: { fromOn, untilOn } })
    const before = await ofDays('2026-03-13', '2026-03-14')
    expect(before.clearing).toEqual([{ issuedBy: EAST, spentAt: null, points: 60 }])
    const after = await ofDays('2026-03-15', '2026-03-16')
    expect(after.clearing).toEqual([
      { issuedBy: EAST, spentAt: WEST, points: 60 },
      { issuedBy: EAST, spentAt: null, points: -30 },
    ])
    expect(after).toMatchObject({ lastOn: '2026-03-16', offPoints: 0 })
    expect(after.stores).toContainEqual({ storeId: WEST, issuedPoints: 0, spentPoints: 60 })
    expect(after.stores.find(({ storeId }) => storeId === null)).toMatchObject({ spentPoints: -30 })
  })

  it('lets what old members have not claimed stand apart, as long as it lives', async () => {
    const { newPhone, wait, tap } = openingsOf(shop)
    const [claimed, whole, partly, dead] = [newPhone(), newPhone(), newPhone(), newPhone()]
    await wait(claimed, [1_000, '2026-12-31'])
    await wait(whole, [70, '2026-12-31'], [30, '2027-01-31'])
    await wait(partly, [5, '2026-03-31'], [50, '2026-12-31'])
    await wait(dead, [900, '2026-03-31'])
    const { who } = await shop.newMember()
    const phoneCode = await tap(who, claimed)
    await shop.value('openings.claimOpening', { as: who, input: { phoneCode } })
    const input = { fromOn: '2026-03-01', untilOn: '2026-03-31' }
    const ask = () => shop.value('audit.liability', { as: manager, input })
    expect((await ask()).waiting).toEqual({ points: 1_055, phoneCount: 3, isWhole: true })
    await shop.setClock('2026-04-01T02:00:00.000Z')
    const { waiting, closing } = await ask()
    expect(waiting).toEqual({ points: 150, phoneCount: 2, isWhole: true })
    expect(closing).toMatchObject({ balancePoints: 80 })
    const { csv } = await shop.value('audit.exportLiability', { as: manager, input })
    expect(csv).toContain('老会员待认领（另计，截至 2026-04-01）,150,,1.50')
  })

  it('is asked of a year at most, and of dates in order', async () => {
    const refusalOf = async (fromOn: string, untilOn: string) =>
      (await shop.call('audit.liability', { as: manager, input: { fromOn, untilOn } })).answer
    expect(await refusalOf('2025-03-13', '2026-03-13')).toMatchObject({ code: 'RANGE_TOO_LONG' })
    expect(await refusalOf('2024-02-28', '2025-02-28')).toMatchObject({ code: 'RANGE_TOO_LONG' })
    expect(await refusalOf('2024-02-29', '2025-02-28')).toMatchObject({ ok: true })
    expect(await refusalOf('2026-03-12', '2026-03-11')).toMatchObject({
      detail: { field: 'untilOn' },
    })
    expect(await refusalOf('2099-01-01', '2099-01-01')).toMatchObject({
      detail: { field: 'fromOn' },
    })
  })
})
