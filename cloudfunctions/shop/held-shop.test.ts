import { inboxOf } from '../../dev/harness/inbox-under-test'
import { newOwner } from '../../dev/harness/owner-under-test'
import { EAST, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import type { Input } from '../../shared/contract/contract'

let shop: ShopUnderTest
let owner: string
beforeEach(async () => {
  shop = await openShop()
  owner = (await newOwner(shop)).who
})
afterEach(() => shop.stop())

const none = { noticeFromOn: null, noticeUntilOn: null }
const store = {
  ...{ name: '待审小店', address: '东街 3 号', hours: '07:00–21:00' },
  ...{ phone: '', place: null },
}

const show = () => shop.value('shop.show', { as: owner })
const save = async (wish: Omit<Input<'shop', 'save'>, 'seenRevision'>) => {
  const input = { seenRevision: (await show()).revision, ...wish }
  return shop.value('shop.save', { as: owner, requestId: shop.fresh('save'), input })
}
const decide = async (verdict: 'approve' | 'reject') => {
  const { texts } = await shop.value('moderation.held', { as: manager })
  const input = { heldId: texts[0]?.heldId ?? '', verdict, reason: '请写得明白些' }
  const { answer } = await shop.callPatiently('moderation.decide', { as: manager, input })
  return answer.ok ? answer.value.state : answer.code
}

describe('a text that the check is not sure of', () => {
  const facts = { name: '惠邻', slogan: '这条待审', notice: '今天照常', ...none }

  it('waits, and what was before is shown; the rest is there at once', async () => {
    const saved = await save({ facts })
    expect(saved).toMatchObject({ slogan: '住得近，更要对你好', notice: '今天照常' })
    expect(saved.heldFields).toEqual([{ storeId: null, field: 'slogan' }])
  })

  it('is shown once it is approved, as its author’s change, and she is told', async () => {
    await save({ facts })
    expect(await decide('approve')).toBe('approved')
    expect(await show()).toMatchObject({ slogan: '这条待审', heldFields: [] })
    const changes = await shop.find('shop_changes', { byName: '东家' })
    expect(changes.map(({ fields }) => fields)).toContainEqual([
      { field: 'slogan', before: '住得近，更要对你好', after: '这条待审' },
    ])
    expect(await inboxOf(shop, owner)).toEqual([
      '您写的“店铺资料”已通过审核，大家可以看到了 · 未读',
    ])
  })

  it('is none once it is rejected', async () => {
    await save({ facts })
    expect(await decide('reject')).toBe('rejected')
    expect(await show()).toMatchObject({ slogan: '住得近，更要对你好', heldFields: [] })
  })

  it('gives way to what is written after it', async () => {
    await save({ facts })
    const saved = await save({ facts: { ...facts, slogan: '清早的菜' } })
    expect(saved).toMatchObject({ slogan: '清早的菜', heldFields: [] })
    expect(await decide('approve')).toBe('HELD_CHANGED')
    expect((await show()).slogan).toBe('清早的菜')
  })

  it('stays where other fields are saved meanwhile', async () => {
    await save({ facts })
    const { slogan } = await show()
    const saved = await save({ facts: { ...facts, slogan, notice: '明天休息' } })
    expect(saved).toMatchObject({ notice: '明天休息', heldFields: [{ field: 'slogan' }] })
    expect(await decide('approve')).toBe('approved')
    expect(await show()).toMatchObject({ slogan: '这条待审', notice: '明天休息' })
  })
})

describe('a store whose name waits', () => {
  it('goes by another one until it is approved', async () => {
    const opened = (await save({ store })).stores[2]
    expect(opened).toMatchObject({ name: '新门店3', address: '东街 3 号' })
    expect(await decide('approve')).toBe('approved')
    expect((await show()).stores[2]).toMatchObject({ storeId: opened?.storeId, name: '待审小店' })
  })

  it('does not take the name that another has taken meanwhile', async () => {
    await save({ store })
    const [config] = await shop.find('config', { _id: 'shop' })
    const stores = JSON.parse(JSON.stringify(config)).stores
    stores[0].name = store.name
    const update = { $set: { stores } }
    await shop.local.engine.update('config', { filter: { _id: 'shop' }, update, multi: false })
    expect(await decide('approve')).toBe('HELD_CHANGED')
    expect(stores[0].storeId).toBe(EAST)
    expect((await show()).stores[2]?.name).toBe('新门店3')
  })
})
