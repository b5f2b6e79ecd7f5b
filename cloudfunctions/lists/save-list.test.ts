import { communitiesOf } from '../../dev/harness/communities-under-test'
import { listsOf, type Plan } from '../../dev/harness/lists-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  WEST,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const lists = () => listsOf(shop)

const create = (as: string, input: Plan, requestId = shop.fresh('list')) =>
  shop.callPatiently('lists.create', { as, requestId, input })
const save = (as: string, input: Plan & { listId: string }, requestId = shop.fresh('save')) =>
  shop.callPatiently('lists.save', { as, requestId, input })

describe('a list that is written down', () => {
  it('is one for one request, asked twice or sixteen times at once', async () => {
    const owner = await lists().newOwner()
    const input = lists().planFor()
    const requestId = shop.fresh('list')
    const calls = await atOnce(16, () => create(owner, input, requestId))
    expect(tallyOf(calls)).toEqual({ ok: 16 })
    expect(differentAnswers([...calls, await create(owner, input, requestId)])).toBe(1)
    expect(calls[0]?.answer).toMatchObject({
      value: {
        items: [
          { itemId: 'i1', name: '苹果' },
          { itemId: 'i2', name: '梨' },
        ],
        pickupPoints: [{ pickupPointId: 'p1', name: '东店' }],
      },
    })
    const other = { ...input, title: '周四水果' }
    const again = await lists().refusalOf(() => create(owner, other, requestId))
    expect(again).toMatchObject({ code: 'REQUEST_REUSED' })
  })

  it('is of her only community, of the one she names, or of none', async () => {
    const { owner, communityId } = await communitiesOf(shop).newCommunity(undefined, WEST)
    const only = await lists().newDraft({}, owner)
    const [first] = await shop.find('lists', { _id: only.listId })
    expect(first).toMatchObject({ communityId, storeId: WEST, state: 'draft', pickupDays: 0 })
    const second = await communitiesOf(shop).newCommunity(owner)
    const unnamed = await lists().newDraft({}, owner)
    const [none] = await shop.find('lists', { _id: unnamed.listId })
    expect(none).toMatchObject({ communityId: null, storeId: EAST })
    const named = await lists().newDraft({ communityId: second.communityId }, owner)
    const [one] = await shop.find('lists', { _id: named.listId })
    expect(one).toMatchObject({ communityId: second.communityId, storeId: EAST })
  })

  it('is of none where that is said, also once it was of one', async () => {
    const { owner, communityId } = await communitiesOf(shop).newCommunity(undefined, WEST)
    const said = await lists().newDraft({ communityId: null }, owner)
    expect(await lists().stored(said.listId)).toMatchObject({ communityId: null })
    const { listId } = await lists().newDraft({}, owner)
    expect(await lists().stored(listId)).toMatchObject({ communityId })
    await save(owner, { listId, ...lists().planFor() })
    expect(await lists().stored(listId)).toMatchObject({ communityId })
    await save(owner, { listId, ...lists().planFor({ communityId: null }) })
    const left = { communityId: null, communityName: null, storeId: EAST }
    expect(await lists().stored(listId)).toMatchObject(left)
    const { plan } = await shop.value('lists.draft', { as: owner, input: { listId } })
    expect(plan.communityId).toBeNull()
  })

  it('is seen by its desk alone', async () => {
    const { owner, listId } = await lists().newDraft()
    const { who } = await shop.newMember()
    const asked = (as: string) => shop.call('lists.show', { as, input: { listId } })
    expect((await asked(who)).answer).toMatchObject({ code: 'LIST_GONE' })
    expect((await asked(owner)).answer).toMatchObject({ value: { state: 'draft', isDesk: true } })
    expect((await asked(manager)).answer).toMatchObject({ value: { isDesk: true } })
  })
})

describe('a list is refused by its field, without a trace,', () => {
  const piece = { name: '鸡蛋', priceFen: 100 }
  const wrong: readonly [string, (plan: Plan) => Partial<Plan>, string][] = [
    ['a cut-off in the past', () => ({ cutOffAt: 1 }), 'LIST_CUT_OFF cutOffAt'],
    ['an opening after it', (p) => ({ opensAt: p.cutOffAt }), 'LIST_CUT_OFF cutOffAt'],
    ['an item twice', (p) => ({ items: [...p.items, ...p.items] }), 'LIST_ITEM_TWICE items.2.name'],
    ['half a piece', () => item({ stockCount: 1.5 }), 'LIST_ITEM_COUNT items.0.stockCount'],
    [
      'a limit of half',
      () => item({ limitPerMember: 0.5 }),
      'LIST_ITEM_COUNT items.0.limitPerMember',
    ],
    [
      'members who pay more',
      () => item({ memberPriceFen: 101 }),
      'LIST_ITEM_PRICE items.0.memberPriceFen',
    ],
    ['a price of 0', () => item({ priceFen: 0 }), 'INPUT_INVALID items.0.priceFen'],
    ['no item', () => ({ items: [] }), 'INPUT_INVALID items'],
    ['61 items', () => ({ items: many(61) }), 'INPUT_INVALID items'],
    ['no point', () => ({ pickupPoints: [] }), 'INPUT_INVALID pickupPoints'],
    [
      'a store of others',
      () => ({ pickupPoints: [{ name: '远店', storeId: 'far' }] }),
      'STORE_FOREIGN pickupPoints.0.storeId',
    ],
    ['a gain for sharing', () => ({ words: '转发朋友圈再领券' }), 'SHARE_RULE words'],
    [
      'a file that is none',
      () => ({ pictures: ['cloud://local/none.png'] }),
      'PICTURE_BAD pictures.0',
    ],
    [
      'a community that never was',
      () => ({ communityId: 'nothing' }),
      'COMMUNITY_NOT_FOUND communityId',
    ],
  ]
  it.each(wrong)('%s', async (_name, part, refusal) => {
    const [code, field] = refusal.split(' ')
    const owner = await lists().newOwner()
    const plan = lists().planFor()
    const answer = await lists().refusalOf(() => create(owner, { ...plan, ...part(plan) }))
    expect(answer).toMatchObject({ code, detail: { field } })
  })

  function item(part: object): Partial<Plan> {
    return { items: [{ ...piece, ...part }] }
  }
  function many(count: number): Plan['items'] {
    return Array.from({ length: count }, (_, place) => ({ ...piece, name: `鸡蛋${place}` }))
  }

  it('a picture that is a text, and one that WeChat has refused', async () => {
    const owner = await lists().newOwner()
    const fileContent = Buffer.from('苹果很好吃')
    const text = (await shop.uploadFile({ cloudPath: 'lists/a.png', fileContent })).fileID
    const input = lists().planFor({ pictures: [await lists().newPicture(), text] })
    const answer = await lists().refusalOf(() => create(owner, input))
    expect(answer).toMatchObject({ code: 'PICTURE_BAD', detail: { field: 'pictures.1' } })
  })

  it('by whoever is no owner and no manager', async () => {
    const { who } = await shop.newMember()
    for (const as of [who, clerk]) {
      const answer = await lists().refusalOf(() => create(as, lists().planFor()))
      expect(answer).toMatchObject({ code: 'ROLE_REQUIRED' })
    }
  })
})

describe('a draft', () => {
  it('goes on where it was left, and is saved whole', async () => {
    const { owner, listId } = await lists().newDraft()
    const plan: Plan = {
      ...lists().planFor({ words: '自家果园', repeatWeekly: true, opensAt: shop.nowMs() + 1000 }),
      items: [{ name: '鸡蛋', spec: '十枚', priceFen: 1500, stockCount: 3, limitPerMember: 2 }],
      ...{ pickupPoints: [{ name: '门口' }], threshold: { count: 20, below: 'extend' } },
    }
    const requestId = shop.fresh('save')
    const calls = await atOnce(8, () => save(owner, { listId, ...plan }, requestId))
    expect(tallyOf(calls)).toEqual({ ok: 8 })
    expect(calls[0]?.answer).toMatchObject({ value: { items: [{ itemId: 'i1', name: '鸡蛋' }] } })
    const left = await shop.value('lists.draft', { as: owner, input: { listId } })
    const [stored] = await shop.find('lists', { _id: listId })
    expect(left.plan).toEqual({
      ...{ pictures: [], communityId: stored?.communityId, ...plan },
      items: [{ ...plan.items[0], unit: 'piece' }],
    })
    // A manager may mend it; it stays its owner's.
    await save(manager, { listId, ...plan, title: '改好了' })
    const [mended] = await shop.find('lists', { _id: listId })
    expect(mended).toMatchObject({ title: '改好了', ownerId: stored?.ownerId })
  })

  it('is nobody else’s, and no draft once it was published', async () => {
    const { owner, listId } = await lists().newDraft()
    const stranger = await lists().newOwner()
    const asked = (as: string) => () => save(as, { listId, ...lists().planFor() })
    expect(await lists().refusalOf(asked(stranger))).toMatchObject({ code: 'LIST_FOREIGN' })
    const gone = () => save(owner, { listId: 'nothing', ...lists().planFor() })
    expect(await lists().refusalOf(gone)).toMatchObject({ code: 'LIST_GONE' })
    await shop.value('lists.publish', { as: owner, input: { listId } })
    expect(await lists().refusalOf(asked(owner))).toMatchObject({ code: 'LIST_PUBLISHED' })
    const draft = () => shop.call('lists.draft', { as: owner, input: { listId } })
    expect(await lists().refusalOf(draft)).toMatchObject({ code: 'LIST_PUBLISHED' })
  })
})
