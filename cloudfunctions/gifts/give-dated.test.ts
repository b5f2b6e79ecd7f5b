import { giftFields, giftRulesOf } from '../../dev/harness/gifts-under-test'
import { inboxOf } from '../../dev/harness/inbox-under-test'
import { atOnce, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ now: '2026-03-10T00:30:00.000Z' })
})
afterAll(() => shop.stop())

const { put, waitingOf, claim } = giftRulesOf(() => shop)
const tick = () => shop.fireTimer('gifts')
const grantsOf = async (memberId: string) =>
  (await shop.find('grants', { memberId })).map(({ _id, state, why }) => [_id, state, why])

async function born(month: number, day: number, calendar: 'solar' | 'lunar' = 'solar') {
  const her = await shop.newMember()
  const birthday = { calendar, month, day }
  await shop.value('members.updateProfile', {
    as: her.who,
    requestId: shop.fresh('birthday'),
    input: { birthday },
  })
  return her
}

describe('the gifts of a date', () => {
  it('come at nine and not before, once, however often and at once the timer comes', async () => {
    const ruleId = await put(
      giftFields({ scene: 'birthday', title: '生日礼', handOver: 'unasked', gift: { points: 80 } }),
    )
    const her = await born(3, 10)
    const other = await born(3, 11)
    await tick()
    expect(await grantsOf(her.memberId)).toEqual([])
    expect(await waitingOf(her.who)).toMatchObject([{ scene: 'welcome' }])
    await shop.setClock('2026-03-10T01:00:00.000Z')
    await atOnce(4, tick)
    await tick()
    expect(await grantsOf(her.memberId)).toEqual([
      [`${ruleId}:${her.memberId}:2026-03-10`, 'granted', null],
    ])
    expect(await grantsOf(other.memberId)).toEqual([])
    expect(await shop.balanceOf(her.who)).toBe(80)
    expect(await inboxOf(shop, her.who)).toEqual(['“生日礼”已经送到：80 积分 · 未读'])
    const before = await shop.dump()
    await tick()
    expect(await shop.dump()).toBe(before)
  })

  it('wait for who told her birthday after nine, and are hers once', async () => {
    const late = await born(3, 10)
    await tick()
    const [gift] = (await waitingOf(late.who)).filter(({ scene }) => scene === 'birthday')
    expect(gift).toMatchObject({ title: '生日礼', points: 80, claimUntilOn: '2026-03-16' })
    expect((await claim(late.who, gift?.giftId ?? '')).answer).toMatchObject({ ok: true })
    expect(await shop.balanceOf(late.who)).toBe(80)
    const again = (await waitingOf(late.who)).filter(({ scene }) => scene === 'birthday')
    expect(again).toEqual([])
  })

  it('fall to the policy of the day, and to the budget, and say so', async () => {
    const rich = { scene: 'holiday', when: { onDate: '2026-03-12' }, handOver: 'unasked' } as const
    const poor = { ...rich, stack: 'highest', gift: { points: 20 }, title: '小礼' } as const
    await put(giftFields({ ...rich, title: '大礼', stack: 'highest', gift: { points: 40 } }))
    const small = await put(giftFields(poor))
    const few = { ...rich, title: '前三名礼', budget: { totalCount: 3 } }
    const limited = await put(giftFields(few))
    await shop.setClock('2026-03-12T01:00:00.000Z')
    await tick()
    const members = await shop.find('members')
    const refused = await shop.find('grants', { ruleId: small, state: 'refused', why: 'stack' })
    expect(refused).toHaveLength(members.length)
    const given = await shop.find('grants', { ruleId: limited, state: 'granted' })
    expect(given).toHaveLength(3)
    const late = await shop.find('grants', { ruleId: limited, state: 'refused', why: 'budget' })
    expect(late).toHaveLength(members.length - 3)
    expect((await shop.books()).balanced).toBe(true)
    const { rules } = await shop.value('gifts.rules', { as: manager })
    const left = rules.find((rule) => rule.ruleId === limited)?.left
    expect(left).toEqual({ totalCount: 0, dayCount: null })
  })

  it('are made up for when nobody was there on their day', async () => {
    const her = await born(3, 15)
    await shop.setClock('2026-03-14T01:00:00.000Z')
    await tick()
    await shop.setClock('2026-03-17T00:00:00.000Z')
    await tick()
    expect(await grantsOf(her.memberId)).toMatchObject([[expect.anything(), 'granted', null]])
  })
})
