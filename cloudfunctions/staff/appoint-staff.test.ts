import { newOwner } from '../../dev/harness/owner-under-test'
import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  WEST,
} from '../../dev/harness/shop-under-test'
import type { Input } from '../../shared/contract/contract'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const ROUNDS = 8

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

describe('an owner', () => {
  const appoint = (as: string, input: Input<'staff', 'appoint'>) =>
    shop.callPatiently('staff.appoint', { as, requestId: shop.fresh('roles'), input })
  const isOwner = async (as: string) => (await shop.value('staff.me', { as })).isOwner

  it('is made and changed by no manager, without a trace', async () => {
    const owner = await newOwner(shop)
    const { who } = await shop.newMember()
    const hers = await appointment(owner.who)
    const at = await appointment(who)
    const before = await shop.dump()
    const wishes = [
      { ...at, owner: true },
      { ...hers, owner: false },
      { ...hers, role: 'none' as const },
      { ...hers, displayName: '小东' },
    ]
    for (const wish of wishes) {
      expect((await appoint(manager, wish)).answer).toMatchObject({ code: 'OWNER_REQUIRED' })
    }
    expect(await shop.dump()).toBe(before)
  })

  it('makes another one, changes her roles at a store, and ends it again', async () => {
    const owner = await newOwner(shop)
    const { who } = await shop.newMember()
    const at = await appointment(who)
    const made = await appoint(owner.who, { ...at, owner: true })
    expect(made.answer).toMatchObject({ ok: true, value: { isOwner: true } })
    await appoint(owner.who, { ...at, role: 'manager' })
    expect(await isOwner(who)).toBe(true)
    await appoint(owner.who, { ...at, owner: false })
    const me = await shop.value('staff.me', { as: who })
    expect(me).toMatchObject({ isOwner: false, isManager: false })
    expect(me.stores.map(({ storeId, role }) => [storeId, role])).toEqual([[EAST, 'staff']])
    expect(await isOwner(owner.who)).toBe(true)
  })

  it('ends nobody’s ownership but that of another, so one is always left', async () => {
    const owner = await newOwner(shop)
    const hers = await appointment(owner.who)
    const own = await appoint(owner.who, { ...hers, owner: false })
    expect(own.answer).toMatchObject({ code: 'SELF_SERVICE' })
    expect(await isOwner(owner.who)).toBe(true)
  })

  it('is named in the document of who made her one, where acts of owners meet', async () => {
    const owner = await newOwner(shop)
    const { who, memberId } = await shop.newMember()
    await appoint(owner.who, { ...(await appointment(who)), owner: true })
    expect(await isOwner(who)).toBe(true)
    const [mine] = await shop.find('staff', { _id: owner.memberId })
    expect(mine).toMatchObject({ owner: true, actedOnOwner: { memberId } })
  })

  it('stays one of two who end each other at once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [one, other] = [await newOwner(shop), await newOwner(shop)]
      const pairs = [
        { by: one.who, end: await appointment(other.who) },
        { by: other.who, end: await appointment(one.who) },
      ]
      const calls = await Promise.all(
        pairs.map(({ by, end }) => appoint(by, { ...end, role: 'manager', owner: false })),
      )
      expect(tallyOf(calls)).toEqual({ ok: 1, OWNER_REQUIRED: 1 })
      const left = await Promise.all([one, other].map(({ who }) => isOwner(who)))
      expect(left.sort()).toEqual([false, true])
    }
  })
})

it('reaches no further than the stores that a manager has', async () => {
  const { who } = await shop.newMember()
  await shop.appointManager(who)
  const at = await appointment((await shop.newMember()).who)
  const input = { ...at, storeId: WEST }
  const { answer } = await shop.call('staff.appoint', { as: who, input })
  expect(answer).toMatchObject({ code: 'STORE_FOREIGN' })
})
