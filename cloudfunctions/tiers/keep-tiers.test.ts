import { inboxOf } from '../../dev/harness/inbox-under-test'
import { postJson } from '../../dev/harness/post'
import { rulesOf } from '../../dev/harness/rules-under-test'
import { atOnce, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import type { Document } from '../../dev/localcloud/engine/document'
import { settleTier } from '../../shared/tiers/settling'
import { noTally, type TierTally, withPurchase } from '../../shared/tiers/tally'
import { newTierRule } from '../../shared/tiers/tier-rule'

const on = (date: string) => `${date}T02:00:00.000Z`

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ now: on('2026-03-10'), transactionLifetimeMs: 1_000 })
})
afterAll(() => shop.stop())

const { change, figuresWith } = rulesOf(() => shop)

/** As purchases of so much on these dates leave her tally. */
type Bought = readonly [paidFen: number, on: string]

function tallyOf(...bought: readonly Bought[]): Document {
  const tally = bought.reduce<TierTally>(
    (tally, [paidFen, day]) =>
      settleTier(tally, { rule: newTierRule, todayOn: day }, (so) =>
        withPurchase(so, { storeId: 'east', on: day, at: null, paidFen }, day),
      ).tally,
    noTally,
  )
  return JSON.parse(JSON.stringify(tally))
}

/** Somebody whose account says that she bought so. */
async function newBuyer(...bought: readonly Bought[]) {
  const { who, memberId } = await shop.newMember(1)
  const update = { $set: { tier: tallyOf(...bought) } }
  await shop.local.engine.update('points_accounts', {
    ...{ filter: { _id: memberId }, update, multi: false },
  })
  return { who, memberId }
}

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

/** Ends the instances that keep the shop for a minute: the next ones read it anew. */
async function renewed(): Promise<void> {
  const killed = { as: manager, fault: 'kill-before-call:1' } as const
  for (let no = 0; no < 4; no += 1) {
    await shop.send('tiers', { action: 'mine', input: {} }, killed)
  }
}

describe('my level', () => {
  it('says what it counts, what is missing, and what one more purchase would bring', async () => {
    const { who } = await newBuyer([68_000, '2026-02-10'], [30_000, '2026-03-01'])
    expect(await mine(who)).toMatchObject({
      ...{ isOpen: true, method: 'amount', windowText: '最近 12 个月（含本月）' },
      tier: { tierId: 'plain', title: '普通会员' },
      figures: { paidFen: 98_000, monthVisits: 1, activeMonths: 2, measure: 98_000 },
      parts: [{ part: 'amount', text: '¥980', score: null }],
      nextTier: { tierId: 'silver', title: '银卡会员', threshold: 100_000 },
      ...{ gap: 2_000, gapText: '还差 ¥20，升银卡', keepUntilOn: null, keepGap: null },
      oneMore: {
        ...{ paidFen: 49_000, tierId: 'silver', measure: 147_000 },
        text: '再消费一次 ¥490，累计从 ¥980 到 ¥1,470，升到银卡',
      },
    })
  })

  it('tells how long it is hers, and what keeps it', async () => {
    const { who } = await newBuyer([100_000, '2026-03-10'], [30_000, '2026-04-01'])
    expect(await mine(who)).toMatchObject({
      ...{ tier: { tierId: 'silver' }, keepUntilOn: '2027-03-31', keepGap: 70_000 },
      keepText: '2027年4月30日前还差 ¥700，就能保住银卡',
    })
  })

  it('costs two calls, and is a member’s', async () => {
    const { who } = await newBuyer()
    const called = await shop.call('tiers.mine', { as: who })
    expect(`${called.dbCalls} calls, ${called.docsWritten} written`).toBe('2 calls, 0 written')
    const visitor = await shop.call('tiers.mine', { as: 'stranger' })
    expect(visitor.answer).toMatchObject({ code: 'MEMBER_REQUIRED' })
  })
})

describe('the table of levels', () => {
  it('shows a visitor what each takes and gives', async () => {
    await change('earn-by-spend', { goldPercent: 120, diamondPercent: 150 })
    await change('member-tiers', { contactFrom: 3 })
    await renewed()
    const { tiers, isOpen } = await shop.value('tiers.table', { as: 'stranger' })
    expect(isOpen).toBe(true)
    expect(tiers.map(({ tierId, threshold }) => [tierId, threshold])).toEqual([
      ['plain', 0],
      ['silver', 100_000],
      ['gold', 500_000],
      ['diamond', 1_000_000],
    ])
    expect(tiers.map(({ benefits }) => benefits.map(({ title }) => title))).toEqual([
      [],
      [],
      ['积分 1.2 倍'],
      ['积分 1.5 倍', '专属客服'],
    ])
  })
})

describe('who would move', () => {
  it('is counted page by page, and the counts of all pages are exact', async () => {
    const tiers = [tallyOf([90_000, '2026-03-01']), tallyOf([150_000, '2026-03-01'])]
    const accounts = Array.from({ length: 450 }, (_none, place) => ({
      ...{ _id: `crowd-${String(place).padStart(4, '0')}`, balancePoints: 0, lots: [] },
      tier: tiers[place % 2] ?? null,
    }))
    await shop.local.engine.insert('points_accounts', accounts)
    const figures = await figuresWith('member-tiers', { silverFen: 90_000, goldFen: 140_000 })
    const moved = new Map<string, number>()
    let [pages, cursor] = [0, undefined as string | undefined]
    do {
      const input = { figures, ...(cursor ? { cursor } : {}) }
      const page = await shop.call('tiers.previewMoves', { as: manager, input })
      if (!page.answer.ok) throw new Error(page.answer.code)
      expect(page.docsRead).toBeLessThan(210)
      for (const { from, to, count } of page.answer.value.moves) {
        moved.set(`${from} ${to}`, (moved.get(`${from} ${to}`) ?? 0) + count)
      }
      cursor = page.answer.value.nextCursor ?? undefined
      pages += 1
    } while (cursor)
    expect(pages).toBe(3)
    const others = await shop.find('points_accounts', { 'tier.months.paidFen': 98_000 })
    expect(others).toEqual([])
    expect(moved.get('silver gold')).toBe(225)
    // Besides the crowd the buyer of 980 yuan, who lies in no page twice.
    expect(moved.get('plain silver')).toBe(226)
    await shop.local.engine.remove('points_accounts', {
      filter: { _id: { $regex: '^crowd-' } },
      multi: true,
    })
  })

  it('is refused with the field where the levels do not rise', async () => {
    const figures = await figuresWith('member-tiers', { goldFen: 100_000 })
    const called = await shop.call('tiers.previewMoves', { as: manager, input: { figures } })
    expect(called.answer).toMatchObject({ code: 'RULE_INVALID', detail: { field: 'goldFen' } })
  })
})

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

  it('tells thirty days ahead what is missing, gives thirty days more, and takes one step', async () => {
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
