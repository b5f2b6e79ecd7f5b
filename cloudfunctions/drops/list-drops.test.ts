import { communitiesOf } from '../../dev/harness/communities-under-test'
import { dropsOf } from '../../dev/harness/drops-under-test'
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

const drops = () => dropsOf(shop)
const list = (as: string, cursor?: string) =>
  shop.value('drops.list', { as, input: cursor === undefined ? {} : { cursor } })

describe('the list of drops', () => {
  it('shows an owner those of her communities, with what came of them', async () => {
    const drop = await drops().newOpenDrop({ quotaCounts: [2, 3] })
    await drops().newDrop()
    const { who } = await shop.newMember()
    const { answer } = await drops().claim(who, drop)
    const couponId = answer.ok ? answer.value.couponId : ''
    await shop.value('purchases.settle', {
      as: clerk,
      requestId: shop.fresh('settle'),
      input: {
        ...{ memberCode: await shop.codeOf(who), billFen: 4_000, storeId: EAST, couponId },
        receiptNo: shop.fresh('receipt'),
      },
    })
    await drops().claim((await shop.newMember()).who, drop)
    const { dropId, batchId, owner, communities, opensAt, closesAt } = drop
    const shown = await list(owner)
    expect(shown.drops).toMatchObject([
      { dropId, batchId, state: 'open', couponTitle: '新人满30减5元券', opensAt, closesAt },
    ])
    const name = '东街邻里群'
    const [first, second] = communities.map(({ communityId }) => ({ communityId, name }))
    expect(shown.drops[0]?.communities).toEqual([
      { ...first, quota: 2, claims: 2, redemptions: 1 },
      { ...second, quota: 3, claims: 0, redemptions: 0 },
    ])
  })

  it('shows a manager those of her stores, and each owner her part of a common one', async () => {
    const [one, other] = [await drops().newBoundCommunity(), await drops().newBoundCommunity()]
    const western = await communitiesOf(shop).newBoundCommunity(undefined, 'west')
    const ids = [one.communityId, other.communityId]
    const asked = { as: manager, requestId: shop.fresh('common'), input: drops().planFor(ids) }
    const { dropId } = await shop.value('drops.schedule', asked)
    const input = drops().planFor([western.communityId])
    const atWest = { as: western.owner, requestId: shop.fresh('west'), input }
    const elsewhere = await shop.value('drops.schedule', atWest)
    const eastern = shop.fresh('manager')
    await shop.appointManager(eastern)
    const ofEast = (await list(eastern)).drops
    expect(ofEast.find((row) => row.dropId === dropId)?.communities).toHaveLength(2)
    expect(ofEast.map((row) => row.dropId)).not.toContain(elsewhere.dropId)
    expect((await list(manager)).drops.map((row) => row.dropId)).toContain(elsewhere.dropId)
    const hers = await list(other.owner)
    expect(hers.drops).toMatchObject([
      { dropId, communities: [{ communityId: other.communityId }] },
    ])
    expect(hers.drops[0]?.communities).toHaveLength(1)
  })

  it('tells sold out from open, closed and cancelled', async () => {
    const { owner, communityId, group } = await drops().newBoundCommunity()
    const input = drops().planFor([communityId], { quotas: [{ communityId, quota: 1 }] })
    const planned = async () =>
      shop.value('drops.schedule', { as: owner, requestId: shop.fresh('drop'), input })
    const [soldOut, closed, cancelled] = [await planned(), await planned(), await planned()]
    await shop.value('drops.cancel', { as: owner, input: { dropId: cancelled.dropId } })
    await shop.advanceClock(input.opensAt - shop.nowMs())
    await shop.value('drops.close', { as: owner, input: { dropId: closed.dropId } })
    await drops().claim((await shop.newMember()).who, { dropId: soldOut.dropId, group })
    const rows = (await list(owner)).drops
    const stateOf = (dropId: string) => rows.find((row) => row.dropId === dropId)?.state
    expect(stateOf(soldOut.dropId)).toBe('soldOut')
    expect(stateOf(closed.dropId)).toBe('closed')
    expect(stateOf(cancelled.dropId)).toBe('cancelled')
  })

  it('goes on page by page, the latest first, and skips none', async () => {
    const { owner, communityId } = await drops().newBoundCommunity()
    const { opensAt } = drops().planFor([communityId])
    const made: string[] = []
    for (let minute = 0; minute < 23; minute += 1) {
      const input = drops().planFor([communityId], { opensAt: opensAt + minute * 60_000 })
      const asked = { as: owner, requestId: shop.fresh('drop'), input }
      made.unshift((await shop.value('drops.schedule', asked)).dropId)
    }
    const first = await list(owner)
    const second = await list(owner, first.nextCursor ?? '')
    expect(first.drops).toHaveLength(20)
    expect([...first.drops, ...second.drops].map(({ dropId }) => dropId)).toEqual(made)
    expect(second.nextCursor).toBeNull()
  })

  it('skips none of those that open at one minute', async () => {
    const { owner, communityId } = await drops().newBoundCommunity()
    const made = new Set<string>()
    for (let count = 0; count < 22; count += 1) {
      const input = drops().planFor([communityId])
      const asked = { as: owner, requestId: shop.fresh('drop'), input }
      made.add((await shop.value('drops.schedule', asked)).dropId)
    }
    const first = await list(owner)
    const second = await list(owner, first.nextCursor ?? '')
    const listed = [...first.drops, ...second.drops].map(({ dropId }) => dropId)
    expect(listed).toHaveLength(22)
    expect(new Set(listed)).toEqual(made)
  })

  it('is for those who look after communities, and its cursor is one of its own', async () => {
    const { who } = await shop.newMember()
    expect((await shop.call('drops.list', { as: who })).answer).toMatchObject({
      code: 'ROLE_REQUIRED',
    })
    const { owner } = await drops().newBoundCommunity()
    const { answer } = await shop.call('drops.list', { as: owner, input: { cursor: 'x' } })
    expect(answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'cursor' } })
    expect((await list(owner)).drops).toEqual([])
  })

  it('judges a text without saving anything', async () => {
    const { owner } = await drops().newBoundCommunity()
    const before = await shop.dump()
    const judged = async (text: string) => shop.value('drops.judge', { as: owner, input: { text } })
    expect(await judged('转发朋友圈领券')).toMatchObject({ lawful: false })
    expect(await judged('今晚八点，每群 50 张')).toEqual({ lawful: true })
    expect(await shop.dump()).toBe(before)
  })
})
