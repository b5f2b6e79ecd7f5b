import { giftFields, giftRulesOf } from '../../dev/harness/gifts-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ now: '2026-03-10T00:30:00.000Z' })
})
afterAll(() => shop.stop())

const { put, giveAll } = giftRulesOf(() => shop)
const rehearsed = (days: number, fromOn = '2026-03-11', cursor?: string) =>
  shop.call('gifts.rehearse', { as: manager, input: { fromOn, days, cursor } })

describe('a rehearsal', () => {
  it.each([
    ['days', 'INPUT_INVALID', () => rehearsed(32)],
    ['days', 'INPUT_INVALID', () => rehearsed(0)],
    ['fromOn', 'INPUT_INVALID', () => rehearsed(7, '2026-03-09')],
    ['cursor', 'INPUT_INVALID', () => rehearsed(7, '2026-03-11', 'bm90LWEtY3Vyc29y')],
  ])('is refused by name: %s, %s', async (field, code, ask) => {
    const before = await shop.dump()
    expect((await ask()).answer).toMatchObject({ ok: false, code, detail: { field } })
    expect(await shop.dump()).toBe(before)
  })

  it('shows grant by grant what then happens, in pages, and writes nothing', async () => {
    for (const day of [12, 12, 13, 14]) await born(day)
    for (let count = 0; count < 64; count += 1) await shop.newMember()
    const feast = { scene: 'holiday', when: { onDate: '2026-03-12' }, handOver: 'unasked' } as const
    const gift = { points: 80, couponTemplateIds: ['welcome-5'] }
    await put(giftFields({ scene: 'birthday', title: '生日礼', handOver: 'unasked', gift }))
    await put(giftFields({ ...feast, title: '大礼', stack: 'highest', gift: { points: 40 } }))
    await put(giftFields({ ...feast, title: '小礼', stack: 'highest', gift: { points: 20 } }))
    await put(giftFields({ ...feast, title: '少礼', budget: { totalCount: 9, dayCount: 5 } }))
    const before = await shop.dump()
    const found = await rehearseAll(3)
    expect(await shop.dump()).toBe(before)
    const members = (await shop.find('members')).length
    expect(found.first.days).toMatchObject([
      { on: '2026-03-11', grantCount: 0, costPoints: 0, costFen: 0 },
      { on: '2026-03-12', grantCount: 2 + members + 5 },
      { on: '2026-03-13', grantCount: 1, costPoints: 80, costFen: 80 + 500 },
    ])
    expect(found.pages).toBeGreaterThan(1)
    for (const day of [11, 12, 13]) {
      await shop.setClock(`2026-03-${day}T02:00:00.000Z`)
      await giveAll()
    }
    const real = (await shop.find('grants')).map((grant) => {
      const { ruleId, memberId, on, points, state, why } = JSON.parse(JSON.stringify(grant))
      return `${on} ${ruleId} ${memberId} ${state === 'refused' ? why : points}`
    })
    const shown = found.grants.map(({ on, ruleId, memberId, points, refused }) => {
      return `${on} ${ruleId} ${memberId} ${refused ?? points}`
    })
    expect(shown.sort()).toEqual(real.sort())
  })

  async function born(day: number): Promise<void> {
    const { who } = await shop.newMember()
    const input = { birthday: { calendar: 'solar' as const, month: 3, day } }
    await shop.value('members.updateProfile', { as: who, requestId: shop.fresh('born'), input })
  }

  async function rehearseAll(days: number) {
    const first = await rehearsal(days)
    const grants = [...first.grants]
    let { cursor } = first
    let pages = 1
    for (; cursor !== undefined; pages += 1) {
      const next = await rehearsal(days, cursor)
      expect(next.days).toEqual(first.days)
      grants.push(...next.grants)
      cursor = next.cursor
    }
    return { first, grants, pages }
  }

  async function rehearsal(days: number, cursor?: string) {
    const { answer } = await rehearsed(days, '2026-03-11', cursor)
    if (!answer.ok) throw new Error(answer.code)
    return answer.value
  }
})
