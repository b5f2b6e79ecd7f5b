import { rulesOf } from '../../dev/harness/rules-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { change } = rulesOf(() => shop)
const versions = async (cursor?: string) => {
  const input = { ruleId: 'point-value' as const, ...(cursor ? { cursor } : {}) }
  return shop.value('rules.ruleVersions', { as: manager, input })
}

describe('the versions of a rule', () => {
  it('begin with what the shop began with', async () => {
    expect((await versions()).versions).toEqual([
      {
        version: 1,
        figures: { fenPerHundredPoints: 100 },
        publishedAt: null,
        publishedByName: null,
      },
    ])
  })

  it('are all kept, the newest first, with who published them and when', async () => {
    for (const fenPerHundredPoints of [101, 102])
      await change('point-value', { fenPerHundredPoints })
    const older = Array.from({ length: 19 }, (_, position) => ({
      _id: `point-value:${position - 18}`,
      ruleId: 'point-value',
      version: position - 18,
      figures: { fenPerHundredPoints: 81 + position },
      publishedAt: null,
      publishedBy: null,
      publishedByName: null,
    }))
    await shop.local.engine.insert('rule_versions', older)
    const first = await versions()
    const second = await versions(first.nextCursor ?? undefined)
    const shown = [...first.versions, ...second.versions]
    expect(shown.map(({ version }) => version)).toEqual(
      Array.from({ length: 22 }, (_, position) => 3 - position),
    )
    expect(shown.map(({ figures }) => figures.fenPerHundredPoints)).toEqual(
      Array.from({ length: 22 }, (_, position) => 102 - position),
    )
    expect(shown[0]).toMatchObject({ publishedByName: '店长', publishedAt: expect.any(Number) })
    expect(shown.at(-1)).toMatchObject({ publishedByName: null, publishedAt: null })
    expect(second.nextCursor).toBeNull()
  })

  it('refuse a cursor that is no version', async () => {
    const input = { ruleId: 'point-value' as const, cursor: 'newest' }
    const { answer } = await shop.call('rules.ruleVersions', { as: manager, input })
    expect(answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'cursor' } })
  })
})
