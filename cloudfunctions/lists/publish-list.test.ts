import { listsOf } from '../../dev/harness/lists-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const lists = () => listsOf(shop)

const publish = (as: string, listId: string, requestId = shop.fresh('publish')) =>
  shop.callPatiently('lists.publish', { as, requestId, input: { listId } })

const stored = (listId: string) => lists().stored(listId)

/** What a manager decides of all that is held of a list. */
async function decideAll(listId: string, verdict: 'approve' | 'reject') {
  const held = await shop.find('held_texts', { subjectId: listId, state: 'held' })
  for (const { _id } of held) {
    const input = { heldId: String(_id), verdict }
    await shop.value('moderation.decide', { as: manager, requestId: shop.fresh('decide'), input })
  }
  return held.map(({ field }) => field)
}

/** WeChat has looked at all pictures, and the timer has heard of it. */
async function lookedAt() {
  await lists().verdictsAreIn()
  await shop.fireTimer('lists')
}

describe('texts of a list', () => {
  it('are refused with the field that is risky', async () => {
    const risky = [
      [{ title: '违规水果' }, 'title'],
      [{ words: '违规' }, 'words'],
      [
        {
          items: [
            { name: '苹果', priceFen: 1 },
            { name: '违规果', priceFen: 1 },
          ],
        },
        'items.1.name',
      ],
      [{ pickupPoints: [{ name: '违规点' }] }, 'pickupPoints.0.name'],
    ] as const
    for (const [part, field] of risky) {
      const { listId } = await lists().newDraft(structuredClone(part) as object, manager)
      const answer = await lists().refusalOf(() => publish(manager, listId))
      expect(answer).toMatchObject({ code: 'TEXT_RISKY', detail: { field } })
    }
  })

  it('that are unsure are held, and the list runs once each is approved', async () => {
    const part = { title: '待审水果', words: '广告' }
    const { listId } = await lists().newDraft(part, manager)
    expect((await publish(manager, listId)).answer).toMatchObject({ value: { state: 'waiting' } })
    expect(await stored(listId)).toMatchObject({ textState: 'held' })
    expect((await decideAll(listId, 'approve')).sort()).toEqual(['title', 'words'])
    expect(await stored(listId)).toMatchObject({ state: 'running', textState: 'approved' })
    // What was approved is not asked about again.
    const copy = await shop.value('lists.copy', { as: manager, input: { listId } })
    expect((await publish(manager, copy.listId)).answer).toMatchObject({
      value: { state: 'running' },
    })
  })

  it('that are rejected make it a draft again, and so does a yes after the cut-off', async () => {
    const rejected = await lists().newDraft({ title: '待审水果' }, manager)
    await publish(manager, rejected.listId)
    await decideAll(rejected.listId, 'reject')
    expect(await stored(rejected.listId)).toMatchObject({ state: 'draft', textState: 'rejected' })
    const cutOffAt = shop.nowMs() + 120_000
    const late = await lists().newDraft({ title: '待审水果', cutOffAt }, manager)
    await publish(manager, late.listId)
    await shop.advanceClock(180_000)
    await decideAll(late.listId, 'approve')
    expect(await stored(late.listId)).toMatchObject({ state: 'draft', textState: 'approved' })
    const again = await lists().refusalOf(() => publish(manager, late.listId))
    expect(again).toMatchObject({ code: 'LIST_CUT_OFF' })
  })
})

describe('pictures of a list', () => {
  it('are looked at while it is written; a verdict that comes later is waited for', async () => {
    const early = { pictures: [await lists().newPicture()] }
    const { listId } = await lists().newDraft(early, manager)
    await lists().verdictsAreIn()
    expect((await publish(manager, listId)).answer).toMatchObject({ value: { state: 'running' } })
    const late = await lists().newDraft({ pictures: [await lists().newPicture()] }, manager)
    expect((await publish(manager, late.listId)).answer).toMatchObject({
      value: { state: 'waiting' },
    })
    await lookedAt()
    expect(await stored(late.listId)).toMatchObject({ state: 'running', textState: 'approved' })
  })

  it('that WeChat refuses make it a draft again, and are chosen no more', async () => {
    const pictures = [await lists().newPicture('违规')]
    const { listId } = await lists().newDraft({ pictures }, manager)
    await publish(manager, listId)
    await lookedAt()
    expect(await stored(listId)).toMatchObject({ state: 'draft', textState: 'rejected' })
    const again = await lists().refusalOf(() => publish(manager, listId))
    expect(again).toMatchObject({ code: 'PICTURE_BAD', detail: { field: 'pictures' } })
    const input = lists().planFor({ pictures })
    const other = await lists().refusalOf(() => shop.call('lists.create', { as: manager, input }))
    expect(other).toMatchObject({ code: 'PICTURE_BAD', detail: { field: 'pictures.0' } })
  })

  it('of which it is unsure a person looks at', async () => {
    const pictures = [await lists().newPicture('待审')]
    const { listId } = await lists().newDraft({ pictures }, manager)
    await publish(manager, listId)
    await lookedAt()
    const [held] = await shop.find('held_texts', { subjectId: listId })
    expect(held).toMatchObject({ kind: 'list', field: 'pictures', text: pictures[0] })
    await decideAll(listId, 'approve')
    expect(await stored(listId)).toMatchObject({ state: 'running' })
    // What a person approved is not held again with every copy.
    const copy = await shop.value('lists.copy', { as: manager, input: { listId } })
    expect((await publish(manager, copy.listId)).answer).toMatchObject({
      value: { state: 'running' },
    })
    expect(await shop.find('held_texts', { subjectId: copy.listId })).toEqual([])
  })

  it('that come after refused ones are looked at as well', async () => {
    const first = { pictures: [await lists().newPicture('待审')] }
    const { listId } = await lists().newDraft(first, manager)
    await publish(manager, listId)
    await lookedAt()
    await decideAll(listId, 'reject')
    const second = { pictures: [await lists().newPicture('待审 另一张')] }
    await shop.value('lists.save', {
      ...{ as: manager, requestId: shop.fresh('save') },
      input: { listId, ...lists().planFor(second) },
    })
    await publish(manager, listId)
    await lookedAt()
    const [held] = await shop.find('held_texts', { subjectId: listId, state: 'held' })
    expect(held).toMatchObject({ field: 'pictures', text: second.pictures[0] })
    await decideAll(listId, 'approve')
    expect(await stored(listId)).toMatchObject({ state: 'running' })
  })
})

it('is published by its desk alone, and once', async () => {
  const { owner, listId } = await lists().newDraft()
  const stranger = await lists().newOwner()
  expect(await lists().refusalOf(() => publish(stranger, listId))).toMatchObject({
    code: 'LIST_FOREIGN',
  })
  expect(await lists().refusalOf(() => publish(owner, 'nothing'))).toMatchObject({
    code: 'LIST_GONE',
  })
  await publish(owner, listId)
  expect(await lists().refusalOf(() => publish(owner, listId))).toMatchObject({
    code: 'LIST_PUBLISHED',
  })
})
