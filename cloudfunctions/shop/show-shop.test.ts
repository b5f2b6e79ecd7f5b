import { newOwner } from '../../dev/harness/owner-under-test'
import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe('the facts of a shop', () => {
  it('are its newest, whoever changed them a moment ago elsewhere', async () => {
    await shop.value('shop.show', { as: manager })
    const update = { $set: { slogan: '刚刚改过' } }
    await shop.local.engine.update('config', { filter: { _id: 'shop' }, update, multi: false })
    expect((await shop.value('shop.show', { as: manager })).slogan).toBe('刚刚改过')
  })

  it('say which stores are the caller’s to keep, and whether the whole shop is', async () => {
    const { who } = await shop.newMember()
    await shop.appointManager(who)
    const hers = await shop.value('shop.show', { as: who })
    expect(hers.isOwner).toBe(false)
    expect(hers.stores.filter(({ isManaged }) => isManaged)).toMatchObject([{ storeId: EAST }])
    const owner = (await newOwner(shop)).who
    const whole = await shop.value('shop.show', { as: owner })
    expect(whole.isOwner).toBe(true)
    expect(whole.stores.every(({ isManaged }) => isManaged)).toBe(true)
  })

  it('cost two calls, nothing written, and are kept from a clerk', async () => {
    const { dbCalls, docsWritten } = await shop.call('shop.show', { as: manager })
    expect(`${dbCalls} calls, ${docsWritten} written`).toBe('2 calls, 0 written')
    const { answer } = await shop.call('shop.show', { as: clerk })
    expect(answer).toMatchObject({ code: 'ROLE_REQUIRED' })
  })
})
