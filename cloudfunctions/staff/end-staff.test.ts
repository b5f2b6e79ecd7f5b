import { newOwner } from '../../dev/harness/owner-under-test'
import {
  atOnce,
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

type Roles = Readonly<Record<string, 'staff' | 'manager'>>

async function newStaff(roles: Roles) {
  const { who, memberId } = await shop.newMember()
  for (const [storeId, role] of Object.entries(roles)) {
    await shop.advanceClock(60_000)
    const input = { memberCode: await shop.codeOf(who), storeId, role, displayName: '小陈' }
    await shop.value('staff.appoint', { as: manager, requestId: shop.fresh('as'), input })
  }
  return { who, memberId }
}
const end = (as: string, input: Input<'staff', 'end'>) =>
  shop.callPatiently('staff.end', { as, requestId: shop.fresh('end'), input })
const codeOf = async (as: string, input: Input<'staff', 'end'>) => {
  const { answer } = await end(as, input)
  return answer.ok ? 'ok' : answer.code
}

describe('ending what somebody is', () => {
  it('needs no code of hers, and her very next call is refused', async () => {
    const { who, memberId } = await newStaff({ [EAST]: 'staff' })
    expect((await shop.call('purchases.recent', { as: who })).answer.ok).toBe(true)
    const { answer } = await end(manager, { memberId })
    expect(answer).toMatchObject({ ok: true, value: { stores: [], displayName: '小陈' } })
    const { answer: next } = await shop.call('purchases.recent', { as: who })
    expect(next).toMatchObject({ code: 'ROLE_REQUIRED' })
  })

  it('at one store leaves the other, and since when she has been there', async () => {
    const { who, memberId } = await newStaff({ [EAST]: 'staff', [WEST]: 'manager' })
    const sinceOf = async () => {
      const { staff } = await shop.value('staff.list', { as: manager })
      const row = staff.find((each) => each.memberId === memberId)
      return row?.stores.map(({ storeId, sinceAt }) => [storeId, sinceAt])
    }
    const before = await sinceOf()
    await shop.advanceClock(60_000)
    await end(manager, { memberId, storeId: EAST })
    expect(await sinceOf()).toEqual(before?.filter(([storeId]) => storeId === WEST))
    expect((await shop.value('staff.me', { as: who })).stores).toMatchObject([{ storeId: WEST }])
  })

  it('reaches no further than the stores of who ends it', async () => {
    const { who: eastManager } = await shop.newMember()
    await shop.appointManager(eastManager)
    const both = await newStaff({ [EAST]: 'staff', [WEST]: 'staff' })
    await end(eastManager, { memberId: both.memberId })
    const { stores } = await shop.value('staff.me', { as: both.who })
    expect(stores).toMatchObject([{ storeId: WEST }])
    const before = await shop.dump()
    expect(await codeOf(eastManager, { memberId: both.memberId })).toBe('STORE_FOREIGN')
    const west = { memberId: both.memberId, storeId: WEST }
    expect(await codeOf(eastManager, west)).toBe('STORE_FOREIGN')
    expect(await shop.dump()).toBe(before)
  })

  it('is refused of oneself, of nobody, twice, and to a clerk, without a trace', async () => {
    const { memberId } = await newStaff({ [EAST]: 'staff' })
    const gone = await newStaff({ [EAST]: 'staff' })
    await end(manager, { memberId: gone.memberId })
    const [mine] = await shop.find('staff', { displayName: '店长' })
    const shopper = await shop.newMember()
    const before = await shop.dump()
    expect(await codeOf(manager, { memberId: String(mine?._id) })).toBe('SELF_SERVICE')
    expect(await codeOf(manager, { memberId: shopper.memberId })).toBe('STAFF_NOT_FOUND')
    expect(await codeOf(manager, { memberId: gone.memberId })).toBe('STAFF_NOT_FOUND')
    expect(await codeOf(manager, { memberId, storeId: WEST })).toBe('STAFF_NOT_FOUND')
    expect(await codeOf(clerk, { memberId })).toBe('ROLE_REQUIRED')
    expect(await shop.dump()).toBe(before)
  })

  it('leaves what she looks after as a community owner', async () => {
    const { who, memberId } = await newStaff({ [EAST]: 'staff' })
    const code = await shop.codeOf(who)
    const at = { storeId: EAST, role: 'staff' as const, communityOwner: true }
    const input = { ...at, memberCode: code }
    await shop.value('staff.appoint', { as: manager, requestId: shop.fresh('as'), input })
    await end(manager, { memberId })
    expect(await shop.value('staff.me', { as: who })).toMatchObject({
      isStaff: false,
      communityOwner: true,
    })
  })

  it('has one effect for ten calls of one request', async () => {
    const { memberId } = await newStaff({ [EAST]: 'staff' })
    const asked = { as: manager, requestId: 'ended-once', input: { memberId } }
    const calls = await atOnce(10, () => shop.callPatiently('staff.end', asked))
    expect(tallyOf(calls)).toEqual({ ok: 10 })
    const ended = await shop.find('shop_changes', { subjectId: memberId })
    expect(ended).toHaveLength(2)
  })
})

describe('an owner', () => {
  it('is ended by another owner alone, with all that she is', async () => {
    const [one, other] = [await newOwner(shop), await newOwner(shop)]
    const before = await shop.dump()
    expect(await codeOf(manager, { memberId: other.memberId })).toBe('OWNER_REQUIRED')
    expect(await shop.dump()).toBe(before)
    expect(await codeOf(one.who, { memberId: other.memberId })).toBe('ok')
    expect(await shop.value('staff.me', { as: other.who })).toMatchObject({
      isOwner: false,
      isManager: false,
    })
  })

  it('stays one of two who end each other at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await newOwner(shop), await newOwner(shop)]
      const calls = await Promise.all([
        end(one.who, { memberId: other.memberId }),
        end(other.who, { memberId: one.memberId }),
      ])
      const tally = tallyOf(calls)
      expect(tally.ok).toBe(1)
      const left = [one, other].map(async ({ who }) => {
        return (await shop.value('staff.me', { as: who })).isOwner
      })
      expect((await Promise.all(left)).sort()).toEqual([false, true])
    }
  })
})
