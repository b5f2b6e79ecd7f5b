import { inboxOf } from '../../dev/harness/inbox-under-test'
import { postJson } from '../../dev/harness/post'
import { rulesOf } from '../../dev/harness/rules-under-test'
import { atOnce, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { tiersOf } from '../../dev/harness/tiers-under-test'

const on = (date: string) => `${date}T02:00:00.000Z`

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ now: on('2026-03-10'), transactionLifetimeMs: 1_000 })
})
afterAll(() => shop.stop())

const { change } = rulesOf(() => shop)
const { newBuyer, renewed } = tiersOf(() => shop)

const stored = async (memberId: string) => {
  const [account] = await shop.find('points_accounts', { _id: memberId })
  return account?.tier
}
const mine = (who: string) => shop.value('tiers.mine', { as: who })
const run = () => shop.fireTimer('tiers')
const runOn = async (date: string) => {
  await shop.setClock(on(date))
  return run()
}

describe('the job', () => {
  it('tells of a level that was reached, once, also when it runs twice at once', async () => {
    const { who, memberId } = await newBuyer([500_000, '2026-03-09'])
    await atOnce(2, run)
    await run()
    const told = '恭喜您成为金卡会员，至少保留到2027年3月31日，权益现在就能用 · 未读'
    expect(await inboxOf(shop, who)).toEqual([told])
    expect(await stored(memberId)).toMatchObject({ toldTier: 'gold', nextOn: '2027-03-01' })
  })

  it('does what a new version of the rule brings, and tells who moved', async () => {
    const { who, memberId } = await newBuyer([140_000, '2026-03-09'])
    await run()
    const { version } = await change('member-tiers', { silverFen: 200_000 })
    await renewed()
    expect((await mine(who)).tier.tierId).toBe('plain')
    await run()
    expect(await stored(memberId)).toMatchObject({ tier: 'plain', version })
    expect((await inboxOf(shop, who))[0]).toContain('您的等级从银卡会员变为普通会员')
    await change('member-tiers', { silverFen: 100_000 })
    await renewed()
    await run()
  })

  it('goes on where it was killed, and everybody is told once', async () => {
    const buyers = [
      await newBuyer([100_000, '2026-03-09']),
      await newBuyer([100_000, '2026-03-09']),
    ]
    for (let call = 2; call < 14; call += 1) {
      const fault = `kill-after-call:${call}` as const
      await postJson(`${shop.local.origin}/timer/tiers`, {}, { 'x-fault': fault }).catch(() => null)
      // Until the lease of the dead run is over.
      await shop.advanceClock(10 * 60_000)
    }
    await run()
    for (const { who } of buyers) expect(await inboxOf(shop, who)).toHaveLength(1)
  })

  it('tells thirty days ahead what is missing, gives thirty more, takes one step', async () => {
    const { who, memberId } = await newBuyer([500_000, '2026-03-10'])
    const kept = await newBuyer([100_000, '2026-03-10'], [60_000, '2027-03-01'])
    await run()
    await runOn('2027-02-28')
    expect(await inboxOf(shop, who)).toHaveLength(1)
    await runOn('2027-03-01')
    await run()
    const [ahead] = await inboxOf(shop, who)
    expect(ahead).toContain('您的金卡会员到2027年3月31日为止')
    expect(ahead).toContain('还差 ¥5,000，就能保住金卡')
    await runOn('2027-04-01')
    expect((await inboxOf(shop, who))[0]).toContain('宽限到2027年4月30日')
    expect((await mine(who)).tier.tierId).toBe('gold')
    expect(await mine(who)).toMatchObject({ graceUntilOn: '2027-04-30', keepGap: 500_000 })
    await runOn('2027-05-01')
    expect((await inboxOf(shop, who))[0]).toContain('从金卡会员变为银卡会员')
    expect(await inboxOf(shop, who)).toHaveLength(4)
    expect(await stored(memberId)).toMatchObject({ tier: 'silver', keepUntilOn: '2028-03-31' })
    expect((await mine(kept.who)).tier.tierId).toBe('plain')
  })

  it('reads only accounts with something due', async () => {
    expect(await run()).toMatchObject({ body: { value: { due: 0 } } })
  })
})
