import { giftFields, giftRulesOf } from '../../dev/harness/gifts-under-test'
import { inboxOf } from '../../dev/harness/inbox-under-test'
import { atOnce, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let her: { readonly who: string; readonly memberId: string }
let giftId: string
beforeAll(async () => {
  shop = await openShop({ now: '2026-03-12T00:30:00.000Z' })
  const when = { claimDays: 3 }
  const ruleId = await put(giftFields({ scene: 'birthday', title: '生日礼', when }))
  her = await shop.newMember()
  const input = { birthday: { calendar: 'solar' as const, month: 3, day: 12 } }
  await shop.value('members.updateProfile', { as: her.who, requestId: 'born', input })
  giftId = `${ruleId}:${her.memberId}:2026-03-12`
})
afterAll(() => shop.stop())

const { put, waitingOf, claim } = giftRulesOf(() => shop)
const tick = () => shop.fireTimer('gifts')
const titles = async () => (await waitingOf(her.who)).map(({ title }) => title)
const stateOf = async () => {
  const [found] = await shop.find('grants', { _id: giftId })
  return found && [found.state, found.why]
}

// One gift, from its morning to the day after its last: each test goes on from the one before.
describe('a gift that waits', () => {
  it('is there from nine on, what ends first before the rest', async () => {
    expect(await titles()).toEqual(['新人礼包'])
    await shop.setClock('2026-03-12T01:00:00.000Z')
    await tick()
    expect(await stateOf()).toEqual(['waiting', null])
    expect(await waitingOf(her.who)).toEqual([
      { giftId, scene: 'birthday', title: '生日礼', points: 30, claimUntilOn: '2026-03-14' },
      {
        ...{ giftId: `welcome:${her.memberId}:once`, scene: 'welcome', title: '新人礼包' },
        ...{ points: 100, claimUntilOn: '2026-03-18' },
      },
    ])
  })

  it('is another member’s to neither see nor claim', async () => {
    const other = await shop.newMember()
    expect((await waitingOf(other.who)).map(({ title }) => title)).toEqual(['新人礼包'])
    expect((await claim(other.who, giftId)).answer).toMatchObject({ code: 'GIFT_NOT_FOUND' })
  })

  it('waits through the last of its days', async () => {
    await shop.setClock('2026-03-14T15:59:00.000Z')
    await tick()
    expect(await stateOf()).toEqual(['waiting', null])
    expect(await titles()).toEqual(['生日礼', '新人礼包'])
  })

  it('is over the day after, told once, however often and at once the timer comes', async () => {
    await shop.setClock('2026-03-14T16:01:00.000Z')
    expect(await titles()).toEqual(['新人礼包'])
    await atOnce(4, tick)
    await tick()
    expect(await stateOf()).toEqual(['lapsed', 'tooLate'])
    const lapsed = (await inboxOf(shop, her.who)).filter((text) => text.includes('失效'))
    expect(lapsed).toEqual(['“生日礼”没有在期限内领取，已经失效 · 未读'])
    expect((await claim(her.who, giftId)).answer).toMatchObject({ code: 'PACK_EXPIRED' })
    const before = await shop.dump()
    await tick()
    expect(await shop.dump()).toBe(before)
    expect(await shop.balanceOf(her.who)).toBe(0)
  })
})
