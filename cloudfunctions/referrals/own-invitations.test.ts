import { referralsOf } from '../../dev/harness/referrals-under-test'
import {
  atOnce,
  differentAnswers,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe('a member’s own invitation', () => {
  it('is one code, however often it is asked for, and promises only what is given', async () => {
    const { who } = await shop.newMember()
    const calls = await atOnce(8, () => shop.callPatiently('referrals.invitation', { as: who }))
    expect(differentAnswers(calls)).toBe(1)
    const { scene, offer } = await shop.value('referrals.invitation', { as: who })
    expect(scene).toMatch(/^[0-9a-f]{20}$/)
    expect(offer).toBeNull()
    expect(await shop.find('join_scenes', { _id: scene })).toHaveLength(1)
  })

  it('tells whom she invited by masked names, the newest first, and who is nobody’s', async () => {
    const { invitedBy } = referralsOf(shop)
    const inviter = await shop.newMember()
    const first = await invitedBy(inviter.who)
    await shop.advanceClock(1_000)
    await invitedBy(inviter.who)
    const mine = await shop.value('referrals.mine', { as: inviter.who })
    expect(mine.invitations).toHaveLength(2)
    expect(mine.invitedMe).toBeNull()
    expect(JSON.stringify(mine)).not.toContain(first.memberId)
    const hers = await shop.value('referrals.mine', { as: first.who })
    expect(hers.invitedMe).toMatchObject({ state: 'pending' })
    const wrong = await shop.call('referrals.mine', { as: inviter.who, input: { cursor: 'x' } })
    expect(wrong.answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'cursor' } })
  })
})
