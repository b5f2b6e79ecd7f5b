import { rewardsOf } from '../../dev/harness/rewards-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let rewards: ReturnType<typeof rewardsOf>
beforeAll(async () => {
  shop = await openShop()
  rewards = rewardsOf(shop)
})
afterAll(() => shop.stop())

async function decide(rewardId: string, verdict: 'approve' | 'reject') {
  const held = await shop.find('held_texts', { subjectId: rewardId, state: 'held' })
  const heldId = String(held[0]?._id)
  return shop.call('moderation.decide', { as: manager, input: { heldId, verdict } })
}

/** WeChat's verdict is in, and the timer has been. */
async function pictureIsLookedAt(): Promise<void> {
  await shop.advanceClock(2_000)
  await rewards.verdictsAreIn()
  await shop.fireTimer('mall')
}

describe('the picture of a reward', () => {
  it('is seen once WeChat has looked at it; until then nothing of a new one is', async () => {
    const picture = await rewards.newPicture()
    const rewardId = await rewards.stocked({ picture })
    expect(await rewards.inMall(rewardId)).toBeUndefined()
    expect(await rewards.onShelf(rewardId)).toMatchObject({ pictureState: 'asked', picture })
    await pictureIsLookedAt()
    expect(await rewards.inMall(rewardId)).toMatchObject({ picture })
    expect(await rewards.onShelf(rewardId)).toMatchObject({ pictureState: 'fine', isShown: true })
  })

  it('takes the place of the one before it only then', async () => {
    const rewardId = await rewards.stocked()
    const picture = await rewards.newPicture()
    await rewards.saved({ rewardId, picture, pricePoints: 90 })
    expect(await rewards.inMall(rewardId)).toMatchObject({ picture: '', pricePoints: 90 })
    await pictureIsLookedAt()
    expect(await rewards.inMall(rewardId)).toMatchObject({ picture })
  })

  it('is never seen when WeChat refuses it; its manager is told', async () => {
    const rewardId = await rewards.stocked()
    await rewards.saved({ rewardId, picture: await rewards.newPicture('违规') })
    await pictureIsLookedAt()
    expect(await rewards.inMall(rewardId)).toMatchObject({ picture: '' })
    expect(await rewards.onShelf(rewardId)).toMatchObject({ pictureState: 'rejected' })
    const { messages } = await shop.value('messages.inbox', { as: manager })
    expect(JSON.stringify(messages)).toContain('礼品图片')
  })

  it('waits for a person where WeChat is unsure', async () => {
    const rewardId = await rewards.stocked({ picture: await rewards.newPicture('待审') })
    await pictureIsLookedAt()
    expect(await rewards.onShelf(rewardId)).toMatchObject({ pictureState: 'held' })
    expect((await decide(rewardId, 'approve')).answer.ok).toBe(true)
    expect(await rewards.inMall(rewardId)).toMatchObject({ rewardId })
  })
})

describe('the words of a reward', () => {
  it('wait for a person where WeChat is unsure; members read those before them', async () => {
    const rewardId = await rewards.stocked({ title: '手冲咖啡' })
    const saved = await rewards.saved({ rewardId, title: '待审咖啡' })
    expect(saved).toMatchObject({ wordsState: 'held', isShown: true })
    expect(await rewards.inMall(rewardId)).toMatchObject({ title: '手冲咖啡' })
    expect(await rewards.onShelf(rewardId)).toMatchObject({ title: '待审咖啡' })
    await decide(rewardId, 'approve')
    expect(await rewards.inMall(rewardId)).toMatchObject({ title: '待审咖啡' })
  })

  it('stay unread when they are rejected, or written anew meanwhile', async () => {
    const rewardId = await rewards.stocked({ title: '手冲咖啡' })
    await rewards.saved({ rewardId, title: '待审咖啡' })
    await decide(rewardId, 'reject')
    expect(await rewards.inMall(rewardId)).toMatchObject({ title: '手冲咖啡' })
    expect(await rewards.onShelf(rewardId)).toMatchObject({ wordsState: 'rejected' })
    await rewards.saved({ rewardId, title: '待审拿铁' })
    await rewards.saved({ rewardId, title: '燕麦拿铁' })
    expect((await decide(rewardId, 'approve')).answer).toMatchObject({ code: 'HELD_CHANGED' })
    expect(await rewards.inMall(rewardId)).toMatchObject({ title: '燕麦拿铁' })
  })

  it('are not asked about again while they stay, held or approved', async () => {
    const rewardId = await rewards.stocked({ title: '待审奶茶' })
    await rewards.saved({ rewardId, title: '待审奶茶', pricePoints: 80 })
    expect(await shop.find('held_texts', { subjectId: rewardId })).toHaveLength(1)
    await decide(rewardId, 'approve')
    const saved = await rewards.saved({ rewardId, title: '待审奶茶', pricePoints: 70 })
    expect(saved).toMatchObject({ wordsState: 'fine', isShown: true })
  })
})
