import { newOwner } from '../../dev/harness/owner-under-test'
import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  WEST,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.stop())

const listed = async (as: string) => (await shop.value('staff.list', { as })).staff

async function appoint(who: string, storeId: string, role: 'staff' | 'manager') {
  const input = { memberCode: await shop.codeOf(who), storeId, role, displayName: '小陈' }
  await shop.value('staff.appoint', { as: manager, requestId: shop.fresh('as'), input })
}

/** Lets the clock stand still, so much later than it is. */
function standAt(laterMs = 0): number {
  const at = shop.nowMs() + laterMs
  shop.local.clock.hold(at)
  return at
}

describe('the list of staff', () => {
  it('says who serves where, as what and since when, owners before managers', async () => {
    await newOwner(shop)
    const { who } = await shop.newMember()
    const at = standAt()
    await appoint(who, EAST, 'staff')
    const rows = await listed(manager)
    const told = rows.map(({ displayName, isOwner, stores }) => [
      displayName,
      isOwner,
      stores.map(({ name, role, sinceAt }) => `${name} ${role} ${sinceAt}`),
    ])
    expect(told.slice(0, 2)).toEqual([
      ['东家', true, []],
      ['店长', false, ['东店 manager null', '西店 manager null']],
    ])
    expect(told.slice(2, 4)).toEqual(
      expect.arrayContaining([
        ['小东', false, ['东店 staff null']],
        ['小西', false, ['西店 staff null']],
      ]),
    )
    expect(told.slice(4)).toEqual([['小陈', false, [`东店 staff ${at}`]]])
  })

  it('keeps the first day of a role that is given again, and begins a new one anew', async () => {
    const { who, memberId } = await shop.newMember()
    const first = standAt()
    await appoint(who, EAST, 'staff')
    standAt(3_600_000)
    await appoint(who, EAST, 'staff')
    const sinceOf = async () => {
      const row = (await listed(manager)).find((each) => each.memberId === memberId)
      return row?.stores.map(({ role, sinceAt }) => [role, sinceAt])
    }
    expect(await sinceOf()).toEqual([['staff', first]])
    const promoted = standAt(3_600_000)
    await appoint(who, EAST, 'manager')
    expect(await sinceOf()).toEqual([['manager', promoted]])
  })

  it('shows a manager her own stores alone, and what she may end there', async () => {
    const { who } = await shop.newMember()
    await shop.appointManager(who)
    await newOwner(shop)
    const rows = await listed(who)
    expect(rows.map(({ displayName }) => displayName)).not.toContain('小西')
    const both = rows.find(({ displayName }) => displayName === '店长')
    expect(both?.stores.map(({ storeId, isManaged }) => [storeId, isManaged])).toEqual([
      [EAST, true],
      [WEST, false],
    ])
    const ends = Object.fromEntries(rows.map((row) => [row.displayName, row.mayEnd]))
    expect(ends).toMatchObject({ 东家: false, 店长: true, 小东: true })
    expect(rows.find(({ isMe }) => isMe)?.mayEnd).toBe(false)
  })

  it('forgets who has left, and is kept from a clerk', async () => {
    const [east] = await shop.find('staff', { displayName: '小东' })
    const input = { memberId: String(east?._id) }
    await shop.value('staff.end', { as: manager, requestId: 'end', input })
    expect((await listed(manager)).map(({ displayName }) => displayName)).not.toContain('小东')
    const { answer } = await shop.call('staff.list', { as: clerk })
    expect(answer).toMatchObject({ code: 'ROLE_REQUIRED' })
  })

  it('costs three calls, nothing written', async () => {
    await listed(manager)
    const { dbCalls, docsWritten } = await shop.call('staff.list', { as: manager })
    expect(`${dbCalls} calls, ${docsWritten} written`).toBe('3 calls, 0 written')
  })
})
