import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dropsOf } from '../../dev/harness/drops-under-test'
import { inboxOf } from '../../dev/harness/inbox-under-test'
import { atOnce, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const drops = () => dropsOf(shop)
const says = '“周五晚八点咖啡券”已经开抢，邻居们从群里的卡片进入就能领 · 未读'
const tick = () => shop.fireTimer('drops')

describe('owners are told that a drop has opened', () => {
  it('once each, in its minute and not before, also by doubled and late ticks', async () => {
    const drop = await drops().newDrop()
    const { owner, dropId, opensAt } = drop
    await tick()
    expect(await inboxOf(shop, owner)).toEqual([])
    await shop.advanceClock(opensAt - shop.nowMs())
    await atOnce(6, tick)
    await tick()
    await shop.advanceClock(600_000)
    await tick()
    expect(await inboxOf(shop, owner)).toEqual([says])
    const [stored] = await shop.find('drops', { _id: dropId })
    const toldAfterMs = Number(stored?.announcedAt) - opensAt
    expect(toldAfterMs).toBeGreaterThanOrEqual(0)
    expect(toldAfterMs).toBeLessThan(60_000)
  })

  it('by a timer that comes every minute', () => {
    const config = JSON.parse(readFileSync(join(__dirname, 'config.json'), 'utf8'))
    expect(config.triggers).toMatchObject([{ type: 'timer', config: '0 * * * * * *' }])
  })

  it('also by a late tick; of one that is over nobody is told', async () => {
    const [late, over, cancelled] = [
      await drops().newDrop(),
      await drops().newDrop(),
      await drops().newDrop(),
    ]
    await shop.value('drops.cancel', { as: cancelled.owner, input: { dropId: cancelled.dropId } })
    await shop.advanceClock(late.opensAt + 30 * 60_000 - shop.nowMs())
    await shop.value('drops.close', { as: over.owner, input: { dropId: over.dropId } })
    await tick()
    expect(await inboxOf(shop, late.owner)).toEqual([says])
    expect(await inboxOf(shop, over.owner)).toEqual([])
    expect(await inboxOf(shop, cancelled.owner)).toEqual([])
    const before = await shop.dump()
    await tick()
    expect(await shop.dump()).toBe(before)
  })

  it('each owner of a common one, and nobody of two communities twice', async () => {
    const [one, other] = [await drops().newBoundCommunity(), await drops().newBoundCommunity()]
    const second = await drops().newBoundCommunity(one.owner)
    const ids = [one, second, other].map(({ communityId }) => communityId)
    const input = drops().planFor(ids)
    await shop.value('drops.schedule', { as: manager, requestId: shop.fresh('common'), input })
    await shop.advanceClock(input.opensAt - shop.nowMs())
    await tick()
    expect(await inboxOf(shop, one.owner)).toEqual([says])
    expect(await inboxOf(shop, other.owner)).toEqual([says])
    expect(await inboxOf(shop, manager)).toEqual([])
  })
})
