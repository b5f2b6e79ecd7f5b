import { listsOf } from '../../dev/harness/lists-under-test'
import {
  atOnce,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  WEST,
} from '../../dev/harness/shop-under-test'
import { newShop } from '../../shared/rules/shop'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: { lists: { ...newShop.lists, commissionPercent: 8 } } })
})
afterAll(() => shop.stop())

const lists = () => listsOf(shop)
const goods = (name: string) => ({ items: [{ name, priceFen: 100 }] })

const publish = (as: string, listId: string, requestId = shop.fresh('publish')) =>
  shop.callPatiently('lists.publish', { as, requestId, input: { listId } })

async function stored(listId: string) {
  const [list] = await shop.find('lists', { _id: listId })
  return list
}

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

/** The refusal of a call that leaves no trace. */
async function refusalOf(call: () => Promise<{ readonly answer: unknown }>): Promise<unknown> {
  const before = await shop.dump()
  const { answer } = await call()
  expect(await shop.dump()).toBe(before)
  return answer
}

describe('goods that no manager has approved', () => {
  it('wait for one, whose word holds for every list from then on', async () => {
    const { owner, listId } = await lists().newDraft(goods('新苹果'))
    const requestId = shop.fresh('publish')
    const calls = await atOnce(16, () => publish(owner, listId, requestId))
    expect(tallyOf(calls)).toEqual({ ok: 16 })
    expect(differentAnswers(calls)).toBe(1)
    expect(calls[0]?.answer).toMatchObject({ value: { state: 'waiting' } })
    expect(await shop.find('list_books', { _id: listId })).toEqual([])
    const approve = (as: string) => {
      const input = { listId, isApproved: true }
      return shop.callPatiently('lists.approve', { as, requestId, input })
    }
    const approved = await atOnce(8, () => approve(manager))
    expect(tallyOf(approved)).toEqual({ ok: 8 })
    expect(approved[0]?.answer).toMatchObject({ value: { state: 'running' } })
    const [book] = await shop.find('list_books', { _id: listId })
    expect(book).toMatchObject({ isOpen: true, order: [], left: {} })
    expect(await stored(listId)).toMatchObject({ commissionPercent: 8, pickupDays: 3 })
    const again = await lists().newDraft(goods('新苹果'))
    expect((await publish(again.owner, again.listId)).answer).toMatchObject({
      value: { state: 'running' },
    })
    const { messages } = await shop.value('messages.inbox', { as: owner })
    expect(messages[0]?.text).toBe('您的“周三水果”的商品已通过审核')
    const late = () =>
      shop.call('lists.approve', { as: manager, input: { listId, isApproved: true } })
    expect(await refusalOf(late)).toMatchObject({ code: 'LIST_NOT_WAITING' })
  })

  it('are a draft again where she says no, and no manager of others may say it', async () => {
    const { owner, listId } = await lists().newDraft(goods('白酒'))
    await publish(owner, listId)
    const western = shop.fresh('manager')
    await shop.newMember()
    await shop.value('members.join', { as: western })
    const roles = { storeId: WEST, role: 'manager' as const }
    const input = { ...roles, memberCode: await shop.codeOf(western) }
    await shop.value('staff.appoint', { as: manager, input })
    const no = { listId, isApproved: false, reason: '店里不卖酒' }
    const foreign = () => shop.call('lists.approve', { as: western, input: no })
    expect(await refusalOf(foreign)).toMatchObject({ code: 'LIST_FOREIGN' })
    const said = await shop.value('lists.approve', { as: manager, input: no })
    expect(said).toMatchObject({ state: 'draft' })
    expect(await stored(listId)).toMatchObject({ returnReason: '店里不卖酒', dueAt: 0 })
    expect(await shop.find('list_goods', { name: '白酒' })).toEqual([])
    // Mended, it is asked about anew.
    await shop.value('lists.save', {
      ...{ as: owner, requestId: shop.fresh('save') },
      input: { listId, ...lists().planFor(goods('汽水')) },
    })
    expect((await publish(owner, listId)).answer).toMatchObject({ value: { state: 'waiting' } })
  })

  it('of a list that a manager publishes are approved with that', async () => {
    const { listId } = await lists().newDraft(goods('红枣'), manager)
    expect((await publish(manager, listId)).answer).toMatchObject({ value: { state: 'running' } })
    expect(await shop.find('list_goods', { name: '红枣' })).toHaveLength(1)
  })
})

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
      const answer = await refusalOf(() => publish(manager, listId))
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
    const again = await refusalOf(() => publish(manager, late.listId))
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
    const again = await refusalOf(() => publish(manager, listId))
    expect(again).toMatchObject({ code: 'PICTURE_BAD', detail: { field: 'pictures' } })
    const input = lists().planFor({ pictures })
    const other = await refusalOf(() => shop.call('lists.create', { as: manager, input }))
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
  })
})

it('is published by its desk alone, and once', async () => {
  const { owner, listId } = await lists().newDraft()
  const stranger = await lists().newOwner()
  expect(await refusalOf(() => publish(stranger, listId))).toMatchObject({ code: 'LIST_FOREIGN' })
  expect(await refusalOf(() => publish(owner, 'nothing'))).toMatchObject({ code: 'LIST_GONE' })
  await publish(owner, listId)
  expect(await refusalOf(() => publish(owner, listId))).toMatchObject({ code: 'LIST_PUBLISHED' })
})
