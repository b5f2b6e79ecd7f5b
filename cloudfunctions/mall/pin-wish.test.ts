import { rewardsOf } from '../../dev/harness/rewards-under-test'
import { atOnce, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let rewards: ReturnType<typeof rewardsOf>
beforeEach(async () => {
  shop = await openShop()
  rewards = rewardsOf(shop)
})
afterEach(() => shop.stop())

const pin = (who: string, rewardId: string | null, requestId = shop.fresh('pin')) =>
  shop.callPatiently('mall.pinWish', { as: who, requestId, input: { rewardId } })
const earn = async (who: string, points: number) => {
  // A code is good for one purchase.
  await shop.advanceClock(60_000)
  await shop.earn(who, points)
}
const wishOf = async (who: string) => (await shop.value('members.home', { as: who })).wish
const newsOf = async (who: string) =>
  (await shop.value('messages.inbox', { as: who })).messages.filter(
    ({ title }) => title === '心愿攒够了',
  )

describe('a wish', () => {
  it('stands on home with its distance, gives way to another, and is taken off', async () => {
    const { who } = await shop.newMember(120)
    const [eggs, towel] = [
      await rewards.stocked({ title: '鸡蛋', pricePoints: 300 }),
      await rewards.stocked({ title: '毛巾', pricePoints: 580 }),
    ]
    await pin(who, eggs)
    expect(await wishOf(who)).toMatchObject({ rewardId: eggs, title: '鸡蛋', missingPoints: 180 })
    await pin(who, towel)
    expect(await wishOf(who)).toMatchObject({ rewardId: towel, missingPoints: 460 })
    expect((await shop.value('mall.rewards', { as: who })).wishId).toBe(towel)
    await pin(who, null)
    expect(await wishOf(who)).toBeNull()
  })

  it('is told of once, when her points have reached it, and leads to it', async () => {
    const { who } = await shop.newMember(100)
    const rewardId = await rewards.stocked({ title: '鸡蛋', pricePoints: 130 })
    await pin(who, rewardId)
    await earn(who, 29)
    expect(await newsOf(who)).toEqual([])
    await earn(who, 1)
    await earn(who, 40)
    expect(await newsOf(who)).toEqual([
      expect.objectContaining({
        text: '您的心愿“鸡蛋”设定时要 130 积分，现在攒够了',
        link: { to: 'reward', query: { rewardId } },
      }),
    ])
    expect((await shop.books()).balanced).toBe(true)
  })

  it('is no news where she could have it at once', async () => {
    const { who } = await shop.newMember(200)
    await pin(who, await rewards.stocked({ pricePoints: 130 }))
    await earn(who, 10)
    expect(await newsOf(who)).toEqual([])
  })

  it('asked twice, or six times at once, is one wish and one answer', async () => {
    const { who } = await shop.newMember(100)
    const rewardId = await rewards.stocked()
    const first = await pin(who, rewardId, 'once')
    const again = await atOnce(6, () => pin(who, rewardId, 'once'))
    expect(again.map(({ answer }) => answer)).toEqual(Array(6).fill(first.answer))
    expect((await pin(who, null, 'once')).answer).toMatchObject({ code: 'REQUEST_REUSED' })
    expect(await wishOf(who)).toMatchObject({ rewardId })
  })

  it('is refused for what is not there or off the shelf, and leaves no trace', async () => {
    const { who } = await shop.newMember(100)
    const gone = await rewards.stocked({ isOnShelf: false })
    const before = await shop.dump()
    expect((await pin(who, 'nothing')).answer).toMatchObject({ code: 'REWARD_NOT_FOUND' })
    expect((await pin(who, gone)).answer).toMatchObject({ code: 'REWARD_OFF_SHELF' })
    expect(await shop.dump()).toBe(before)
  })
})
