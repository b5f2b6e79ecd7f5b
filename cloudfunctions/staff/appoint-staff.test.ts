import {
  clerk,
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

const appointment = async (who: string) => ({
  memberCode: await shop.codeOf(who),
  storeId: EAST,
  role: 'staff' as const,
})

describe('appointing', () => {
  it('gives a role at one store, another at the next, and takes one away again', async () => {
    const { who } = await shop.newMember()
    const at = await appointment(who)
    const first = await shop.value('staff.appoint', {
      as: manager,
      input: { ...at, displayName: '小陈' },
    })
    expect(first).toMatchObject({ displayName: '小陈', stores: [{ storeId: EAST, role: 'staff' }] })
    await shop.value('staff.appoint', {
      as: manager,
      input: { ...at, storeId: WEST, role: 'manager' },
    })
    const me = await shop.value('staff.me', { as: who })
    expect(me).toMatchObject({ isManager: true, displayName: '小陈' })
    const last = await shop.value('staff.appoint', { as: manager, input: { ...at, role: 'none' } })
    expect(last.stores).toEqual([{ storeId: WEST, role: 'manager' }])
  })

  it('lets the new clerk serve at once, and refuses her once she has left', async () => {
    const { who } = await shop.newMember()
    const at = await appointment(who)
    expect((await shop.call('purchases.recent', { as: who })).answer).toMatchObject({
      code: 'ROLE_REQUIRED',
    })
    await shop.value('staff.appoint', { as: manager, input: at })
    expect((await shop.call('purchases.recent', { as: who })).answer.ok).toBe(true)
    await shop.value('staff.appoint', { as: manager, input: { ...at, role: 'none' } })
    expect((await shop.call('purchases.recent', { as: who })).answer).toMatchObject({
      code: 'ROLE_REQUIRED',
    })
  })

  it('refuses clerks, strangers’ stores, oneself and stale codes, without a trace', async () => {
    const { who } = await shop.newMember()
    const at = await appointment(who)
    const own = await appointment(manager)
    const stale = await appointment(who)
    const before = await shop.dump()
    const refusalOf = async (as: string, input: typeof at) =>
      (await shop.call('staff.appoint', { as, input })).answer
    expect(await refusalOf(clerk, at)).toMatchObject({ code: 'ROLE_REQUIRED' })
    expect(await refusalOf(manager, { ...at, storeId: 'north' })).toMatchObject({
      code: 'STORE_FOREIGN',
    })
    expect(await refusalOf(manager, own)).toMatchObject({ code: 'SELF_SERVICE' })
    await shop.advanceClock(3 * 60_000)
    expect(await refusalOf(manager, stale)).toMatchObject({ code: 'CODE_EXPIRED' })
    expect(await shop.dump()).toBe(before)
  })
})
