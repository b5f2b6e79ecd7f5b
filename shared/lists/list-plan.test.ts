import { admitTimes, soundPlan, type WishedItem, type WishedPlan, wishOf } from './list-plan'

const DAY_MS = 86_400_000
const apples: WishedItem = { name: '苹果', priceFen: 990, unit: 'jin' }
const wish = (part: Partial<WishedPlan> = {}): WishedPlan => ({
  ...{ title: '周三水果', words: '', pictures: [], repeatWeekly: false, items: [apples] },
  ...{ cutOffAt: 5 * DAY_MS, pickupPoints: [{ name: '东店' }], payment: 'atPickup' },
  ...{ shortage: 'byNumber', ...part },
})
const withItem = (part: Partial<WishedItem>) => soundPlan(wish({ items: [{ ...apples, ...part }] }))

describe('a plan', () => {
  it('counts weighed goods in grams and pieces as they are', () => {
    const eggs: WishedItem = { name: '鸡蛋', unit: 'piece', priceFen: 100, limitPerMember: 3 }
    const items = [{ ...apples, stockCount: 20.5, memberPriceFen: 890 }, eggs]
    expect(soundPlan(wish({ items }))).toMatchObject({
      value: {
        items: [
          { itemId: 'i1', stockCount: 10_250, limitCount: null, memberPriceFen: 890, spec: null },
          { itemId: 'i2', stockCount: null, limitCount: 3, memberPriceFen: null },
        ],
        pickupPoints: [{ pickupPointId: 'p1', name: '东店', storeId: null, hours: '' }],
        threshold: null,
        opensAt: null,
      },
    })
  })

  it('travels back as it came', () => {
    const full = wish({
      ...{ words: '自家果园', pictures: ['cloud://a/b.png'], repeatWeekly: true, opensAt: 1 },
      items: [
        { ...apples, spec: '大果', memberPriceFen: 1, stockCount: 0, limitPerMember: 2.5 },
        { name: '梨', priceFen: 1, unit: 'piece', category: '水果' },
      ],
      pickupPoints: [{ name: '东店', storeId: 'east', hours: '周三 17–20 点' }, { name: '门口' }],
      threshold: { count: 20, below: 'extend' },
    })
    const sound = soundPlan(full)
    expect(sound.ok && wishOf(sound.value)).toEqual(full)
    const short = soundPlan(wish())
    expect(short.ok && wishOf(short.value)).toEqual(wish())
  })

  it('is refused by the field that cannot be', () => {
    const field = (name: string) => ({ field: `items.0.${name}` })
    const refused = (code: string, name: string) => ({ code, detail: field(name) })
    expect(withItem({ memberPriceFen: 991 })).toMatchObject(
      refused('LIST_ITEM_PRICE', 'memberPriceFen'),
    )
    const half = { unit: 'piece', stockCount: 1.5 } as const
    expect(withItem(half)).toMatchObject(refused('LIST_ITEM_COUNT', 'stockCount'))
    const limited = { unit: 'piece', limitPerMember: 0.5 } as const
    expect(withItem(limited)).toMatchObject(refused('LIST_ITEM_COUNT', 'limitPerMember'))
    const twice = soundPlan(wish({ items: [apples, { ...apples, priceFen: 1 }] }))
    expect(twice).toMatchObject({ code: 'LIST_ITEM_TWICE', detail: { field: 'items.1.name' } })
    const sizes = [apples, { ...apples, spec: '大果' }]
    expect(soundPlan(wish({ items: sizes }))).toMatchObject({ ok: true })
  })
})

describe('the times of a plan', () => {
  it.each([
    [null, 1001, true],
    [null, 1000, false],
    [null, 1000 + 366 * DAY_MS, true],
    [null, 1001 + 366 * DAY_MS, false],
    [500, 1001, true],
    [2000, 2000, false],
    [2000, 2001, true],
  ])('open at %p with the cut-off at %p: %p', (opensAt, cutOffAt, isFine) => {
    expect(admitTimes({ opensAt, cutOffAt }, 1000).ok).toBe(isFine)
  })
})
