import { rulesOf } from '../../dev/harness/rules-under-test'
import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { tillOf } from '../../dev/harness/till-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { change } = rulesOf(() => shop)
const { settle, nextCode } = tillOf(() => shop)

/** What a visitor reads before she joins, and a member on her home, in the mall, in her books. */
async function promised(who: string) {
  const [visitor, home, visitorMall, mall, history] = [
    await shop.value('members.home', { as: 'stranger' }),
    await shop.value('members.home', { as: who }),
    await shop.value('mall.rewards', { as: 'stranger' }),
    await shop.value('mall.rewards', { as: who }),
    await shop.value('points.history', { as: who }),
  ]
  return [visitor, home, visitorMall, mall, history].map(({ earn }) => earn)
}

describe('what the pages promise', () => {
  it('is what the till books, before and after another rate is published', async () => {
    const { who } = await shop.newMember()
    const before = { rate: '消费 1 元攒 1 分', terms: '有效期一年' }
    expect(await promised(who)).toEqual([before, before, before, before, before])
    await change('earn-by-spend', { fenPerPoint: 200, validityMonths: 24, pendingDays: 7 })
    const killed = { as: clerk, fault: 'kill-before-call:1' } as const
    for (const [feature, action] of [
      ...[['members', 'home'] as const, ['mall', 'rewards'] as const],
      ...[['points', 'history'] as const, ['purchases', 'recent'] as const],
    ]) {
      await shop.send(feature, { action, input: {} }, killed)
    }
    const after = { rate: '消费 2 元攒 1 分', terms: '有效期两年，7 天后到账' }
    expect(await promised(who)).toEqual([after, after, after, after, after])
    const { answer } = await settle({ memberCode: await nextCode(who), billFen: 4_000 })
    expect(answer).toMatchObject({ ok: true, value: { earnedPoints: 20 } })
  })

  it('comes with the date of the shop', async () => {
    await shop.setClock('2026-03-11T15:59:00.000Z')
    const today = async () => [
      (await shop.value('members.home', { as: 'stranger' })).todayOn,
      (await shop.value('mall.rewards', { as: 'stranger' })).todayOn,
    ]
    expect(await today()).toEqual(['2026-03-11', '2026-03-11'])
    await shop.advanceClock(60_000)
    expect(await today()).toEqual(['2026-03-12', '2026-03-12'])
  })
})
