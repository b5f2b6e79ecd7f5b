import { communitiesOf } from '../../dev/harness/communities-under-test'
import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  WEST,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let made: ReturnType<typeof communitiesOf>
beforeAll(async () => {
  shop = await openShop()
  made = communitiesOf(shop)
})
afterAll(() => shop.stop())

const boardOf = async (as: string, communityId: string) =>
  shop.value('communities.board', { as, input: { communityId } })

/** What no two coupons have in common. */
function uniquely(_id: string) {
  return { _id, couponCode: _id, claimKey: _id, requestKey: _id }
}

/** What a claim in the community leaves. */
async function insertClaimed(communityId: string, purchaseIds: readonly (string | null)[]) {
  const coupons = purchaseIds.map((purchaseId) => ({
    ...uniquely(shop.fresh('claimed')),
    communityId,
    memberId: 'somebody',
    source: { kind: 'drop', id: 'drop-1' },
    state: purchaseId === null ? 'issued' : 'used',
    usedAt: purchaseId === null ? null : shop.nowMs(),
    usedBy: purchaseId === null ? null : { purchaseId, storeId: EAST },
    expiresOn: '2026-12-31',
    mergeId: null,
  }))
  await shop.local.engine.insert('coupons', coupons)
}

describe('the scoreboard', () => {
  it('counts claims, redemptions and what was paid, less what was refunded', async () => {
    const { owner, communityId, group } = await made.newBoundCommunity()
    const { who } = await shop.newMember()
    await shop.value('communities.enter', { as: who, group })
    expect(await boardOf(owner, communityId)).toMatchObject({
      communityId,
      name: '东街邻里群',
      storeName: '东店',
      opens: 1,
      claims: 0,
      redemptions: 0,
      salesFen: 0,
    })
    const first = await shop.earn(who, 30)
    const second = await shop.earn((await shop.newMember()).who, 50)
    const elsewhere = await shop.earn((await shop.newMember()).who, 70)
    const used = [first.purchaseId, first.purchaseId, second.purchaseId]
    await insertClaimed(communityId, [...used, null, null])
    await insertClaimed('another-community', [elsewhere.purchaseId])
    const lines = [{ lineNo: 1, amountFen: 1_000 }]
    const refund = { as: manager, input: { purchaseId: second.purchaseId, lines } }
    await shop.value('purchases.refund', refund)
    expect(await boardOf(owner, communityId)).toMatchObject({
      opens: 1,
      claims: 5,
      redemptions: 3,
      salesFen: 3_000 + 5_000 - 1_000,
    })
    expect(await boardOf(manager, communityId)).toMatchObject({ redemptions: 3 })
  })

  it('is its owner’s and that of managers of its store, nobody else’s', async () => {
    const mine = await made.newCommunity(undefined, WEST)
    const other = await made.newCommunity(undefined, WEST)
    const { who: eastManager } = await shop.newMember()
    await shop.appointManager(eastManager)
    const { who: shopper } = await shop.newMember()
    const refusalOf = async (as: string, communityId: string) => {
      const asked = { as, input: { communityId } }
      return Object((await shop.call('communities.board', asked)).answer).code
    }
    expect(await refusalOf(mine.owner, other.communityId)).toBe('COMMUNITY_NOT_FOUND')
    expect(await refusalOf(eastManager, mine.communityId)).toBe('STORE_FOREIGN')
    expect(await refusalOf(manager, 'nothing')).toBe('COMMUNITY_NOT_FOUND')
    for (const as of [clerk, shopper]) {
      expect(await refusalOf(as, mine.communityId)).toBe('ROLE_REQUIRED')
    }
  })

  it('is closed to an owner who was dismissed', async () => {
    const { owner, communityId } = await made.newCommunity()
    const memberCode = await shop.codeOf(owner)
    const end = { memberCode, storeId: EAST, role: 'none' as const, communityOwner: false }
    await shop.value('staff.appoint', { as: manager, input: end })
    const { answer } = await shop.call('communities.board', { as: owner, input: { communityId } })
    expect(answer).toMatchObject({ code: 'ROLE_REQUIRED' })
  })

  it('costs 6 calls without sales, nothing written', async () => {
    const { owner, communityId } = await made.newCommunity()
    const called = await shop.call('communities.board', { as: owner, input: { communityId } })
    expect([called.dbCalls, called.docsWritten]).toEqual([6, 0])
  })
})
