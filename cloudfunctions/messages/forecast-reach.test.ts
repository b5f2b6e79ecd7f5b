import { allow, messageTemplates } from '../../dev/harness/permits-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { countReachable } from './permit-document'

/** The functions' own repository, on the database of this test's shop. */
let shop: ShopUnderTest
beforeAll(async () => {
  const chosen = { ...messageTemplates, list: undefined }
  shop = await openShop({ store: 'memory', shop: { messageTemplates: chosen } })
  // The repository asks by the SDK of this process: so it speaks to this shop's cloud.
  await shop.database()
})
afterAll(() => shop.stop())

const forecast = (templateKey: 'pickup' | 'list') =>
  shop.value('messages.forecast', { as: manager, input: { templateKey } })

describe('before a launch', () => {
  it('a manager hears how many are told, and how many WeChat may tell', async () => {
    const before = await forecast('pickup')
    for (let nth = 0; nth < 3; nth += 1) {
      const { who } = await shop.newMember()
      if (nth < 2) await allow(shop, who, 'pickup')
    }
    const now = await forecast('pickup')
    expect(now.dueCount).toBe(before.dueCount + 3)
    expect(now.reachableCount).toBe(before.reachableCount + 2)
    expect(now.sentence).toMatch(/^应发 \d+，可达 \d+（\d+%），其余入收件箱$/)
  })

  it('a kind without a template reaches nobody, and nobody but a manager asks', async () => {
    const { who } = await shop.newMember()
    const input = { templateKey: 'list' } as const
    await shop.value('messages.recordPermits', { as: who, input: { answers: { list: 'accept' } } })
    expect(await forecast('list')).toMatchObject({ reachableCount: 0, hasTemplate: false })
    const { answer } = await shop.call('messages.forecast', { as: who, input })
    expect(answer).toMatchObject({ code: 'ROLE_REQUIRED' })
  })

  it('of some members only those with a permit of this template are reached', async () => {
    const [one, other, third] = await Promise.all([1, 2, 3].map(() => shop.newMember()))
    if (!one || !other || !third) throw new Error('three have joined')
    await allow(shop, one.who, 'gift')
    await allow(shop, other.who, 'drop')
    const ids = [one, other, one].map(({ memberId }) => memberId)
    expect(await countReachable({ messageTemplates }, 'gift', ids)).toBe(1)
    expect(await countReachable({ messageTemplates }, 'gift', [third.memberId])).toBe(0)
    const chosen = { gift: 'another' }
    expect(await countReachable({ messageTemplates: chosen }, 'gift', ids)).toBe(0)
  })
})
