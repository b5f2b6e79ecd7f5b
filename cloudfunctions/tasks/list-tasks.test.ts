import { costOf } from '../../dev/harness/checkin-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const list = async (who: string) => {
  const { tasks } = await shop.value('tasks.list', { as: who })
  return tasks.map(({ taskId, state, doneCount, ofCount }) => [
    taskId,
    state,
    `${doneCount}/${ofCount}`,
  ])
}

describe('the tasks of a member', () => {
  it('stand by what happened: what may be claimed first, what was claimed last', async () => {
    const { who, memberId } = await shop.newMember(10)
    expect(await list(who)).toEqual([
      ['firstPurchase', 'claimable', '1/1'],
      ['profile', 'open', '0/3'],
      ['phone', 'open', '0/1'],
      ['firstCommunity', 'open', '0/1'],
    ])
    await shop.value('members.updateProfile', { as: who, input: { nickname: '林晓棠' } })
    await shop.value('tasks.claim', { as: who, input: { taskId: 'firstPurchase' } })
    const phone = { _id: 'hash-of-hers', memberId, boundAt: 0 }
    await shop.local.engine.insert('member_phones', [phone])
    const visit = { openDays: 1, lastOpenOn: '2026-03-10', acceptedVersion: 0 }
    const community = { _id: `c1:${memberId}`, communityId: 'c1', memberId, ...visit }
    await shop.local.engine.insert('community_visits', [community])
    expect(await list(who)).toEqual([
      ['phone', 'claimable', '1/1'],
      ['firstCommunity', 'claimable', '1/1'],
      ['profile', 'open', '1/3'],
      ['firstPurchase', 'claimed', '1/1'],
    ])
  })

  it('cost 6 calls, nothing written', async () => {
    const { who } = await shop.newMember()
    expect(costOf(await shop.call('tasks.list', { as: who }))).toBe('6 calls, 0 written')
  })
})
