import { atOnce, openShop, type ShopUnderTest, tallyOf } from '../../dev/harness/shop-under-test'
import { setupCodeId } from './repository'

const CODE = 'OPEN-SHOP-2026'
const input = { setupCode: CODE, displayName: '王店长' }

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop()
  const unused = { createdAt: shop.nowMs(), usedAt: null, usedBy: null }
  await shop.local.engine.insert('setup_codes', [{ _id: setupCodeId(CODE), ...unused }])
})
afterEach(() => shop.stop())

describe('the one-time set-up code', () => {
  it('makes the member who types it owner, and so manager of every store', async () => {
    const { who } = await shop.newMember()
    const me = await shop.value('staff.setUp', { as: who, input })
    expect(me).toMatchObject({ isManager: true, isOwner: true, displayName: '王店长' })
    expect(me.stores.map(({ role }) => role)).toEqual(['manager', 'manager'])
    expect(await shop.value('staff.me', { as: who })).toEqual(me)
    const { memberId } = await shop.value('members.join', { as: who })
    expect(await shop.find('staff', { _id: memberId })).toMatchObject([{ owner: true }])
  })

  it('works for one person only, also when two type it at once', async () => {
    const people = await Promise.all([shop.newMember(), shop.newMember()])
    const calls = await atOnce(2, (position) =>
      shop.callPatiently('staff.setUp', { as: people[position]?.who, input }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 1, SETUP_DONE: 1 })
  })

  it('answers the same person the same again', async () => {
    const { who } = await shop.newMember()
    const first = await shop.value('staff.setUp', { as: who, input })
    expect(await shop.value('staff.setUp', { as: who, input })).toEqual(first)
  })

  it('refuses a wrong code, and a visitor, without a trace', async () => {
    const { who } = await shop.newMember()
    const before = await shop.dump()
    const wrong = { ...input, setupCode: 'OPEN-SHOP-2027' }
    const guess = await shop.call('staff.setUp', { as: who, input: wrong })
    expect(guess.answer).toMatchObject({ code: 'SETUP_CODE_INVALID' })
    const visitor = await shop.call('staff.setUp', { as: 'stranger', input })
    expect(visitor.answer).toMatchObject({ code: 'MEMBER_REQUIRED' })
    expect(await shop.dump()).toBe(before)
  })
})

it('is what an empty shop waits for, and says so until it was used', async () => {
  const empty = await openShop({ shop: { awaitsOwner: true } })
  const unused = { createdAt: empty.nowMs(), usedAt: null, usedBy: null }
  await empty.local.engine.insert('setup_codes', [{ _id: setupCodeId(CODE), ...unused }])
  const { who } = await empty.newMember()
  expect(await empty.value('staff.me', { as: 'stranger' })).toMatchObject({ awaitsOwner: true })
  const me = await empty.value('staff.setUp', { as: who, input })
  const seen = [me, await empty.value('staff.me', { as: who })]
  for (const each of [...seen, await empty.value('staff.me', { as: 'stranger' })]) {
    expect(each).not.toHaveProperty('awaitsOwner')
  }
  expect(await empty.find('config', { _id: 'shop' })).toMatchObject([{ awaitsOwner: false }])
  await empty.stop()
})
