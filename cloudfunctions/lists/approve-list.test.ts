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
  const terms = { ...newShop.lists, commissionPercent: 8 }
  shop = await openShop({ shop: { lists: terms }, store: 'memory' })
})
afterAll(() => shop.stop())

const lists = () => listsOf(shop)
const stored = (listId: string) => lists().stored(listId)
const goods = (name: string) => ({ items: [{ name, priceFen: 100 }] })

const publish = (as: string, listId: string, requestId = shop.fresh('publish')) =>
  shop.callPatiently('lists.publish', { as, requestId, input: { listId } })

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
    expect(await lists().refusalOf(late)).toMatchObject({ code: 'LIST_NOT_WAITING' })
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
    expect(await lists().refusalOf(foreign)).toMatchObject({ code: 'LIST_FOREIGN' })
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
