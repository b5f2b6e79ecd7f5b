import { rulesOf } from '../../dev/harness/rules-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { tallyAfter } from '../../dev/harness/tiers-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { figuresWith } = rulesOf(() => shop)

describe('who would move', () => {
  it('is counted page by page, and the counts of all pages are exact', async () => {
    const tiers = [tallyAfter([90_000, '2026-03-01']), tallyAfter([150_000, '2026-03-01'])]
    const accounts = Array.from({ length: 450 }, (_none, place) => ({
      ...{ _id: String(place).padStart(32, '0'), balancePoints: 0, lots: [] },
      tier: tiers[place % 2] ?? null,
    }))
    await shop.local.engine.insert('points_accounts', accounts)
    const figures = await figuresWith('member-tiers', { silverFen: 90_000, goldFen: 140_000 })
    const before = await shop.dump()
    const moved = new Map<string, number>()
    const pageFrom = async (cursor?: string): Promise<number> => {
      const input = { figures, ...(cursor ? { cursor } : {}) }
      const page = await shop.call('tiers.previewMoves', { as: manager, input })
      if (!page.answer.ok) throw new Error(page.answer.code)
      expect(page.docsRead).toBeLessThan(210)
      const { moves, nextCursor } = page.answer.value
      for (const { from, to, count } of moves) {
        moved.set(`${from} ${to}`, (moved.get(`${from} ${to}`) ?? 0) + count)
      }
      return nextCursor === null ? 1 : 1 + (await pageFrom(nextCursor))
    }
    expect(await pageFrom()).toBe(3)
    expect(Object.fromEntries(moved)).toEqual({ 'plain silver': 225, 'silver gold': 225 })
    expect(await shop.dump()).toBe(before)
  })

  it('is refused with the field where the levels do not rise', async () => {
    const figures = await figuresWith('member-tiers', { goldFen: 100_000 })
    const called = await shop.call('tiers.previewMoves', { as: manager, input: { figures } })
    expect(called.answer).toMatchObject({ code: 'RULE_INVALID', detail: { field: 'goldFen' } })
  })
})
