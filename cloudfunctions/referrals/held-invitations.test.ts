import { referralsOf } from '../../dev/harness/referrals-under-test'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

const DAY_MS = 86_400_000
const rule = {
  ...{ scene: 'referral' as const, title: '新邻首单礼', handOver: 'unasked' as const },
  gift: { points: 50, couponTemplateIds: [] },
  when: { waitDays: 7 },
  ...{ who: {}, stack: 'all' as const, budget: {}, isOn: true },
}

let shop: ShopUnderTest
let newHeld: ReturnType<typeof referralsOf>['newHeld']
beforeAll(async () => {
  shop = await openShop()
  newHeld = referralsOf(shop).newHeld
  const { ruleId } = await shop.value('gifts.saveRule', { as: manager, input: rule })
  await shop.value('gifts.publishRule', { as: manager, input: { ruleId } })
})
afterAll(() => shop.stop())

const tick = () => shop.fireTimer('referrals')
const days = (count: number) => shop.advanceClock(count * DAY_MS)

describe('an invitation that looks like one person on both sides', () => {
  it('waits for a manager, who lets it go on or refuses it', async () => {
    const [good, bad] = [await newHeld(), await newHeld()]
    for (const { invited } of [good, bad]) await shop.earn(invited.who, 10)
    await days(8)
    await tick()
    expect(await mine(good.inviter.who)).toMatchObject([{ state: 'pending', why: /手机号/ }])
    const { invitations } = await shop.value('referrals.held', { as: manager })
    expect(invitations.map(({ invitationId }) => invitationId)).toEqual(
      expect.arrayContaining([good.invited.memberId, bad.invited.memberId]),
    )
    await decide(good.invited.memberId, 'clear')
    await decide(bad.invited.memberId, 'refuse')
    await tick()
    expect(await shop.balanceOf(good.inviter.who)).toBe(50)
    expect(await shop.balanceOf(bad.inviter.who)).toBe(0)
    expect(await mine(bad.inviter.who)).toMatchObject([{ state: 'refused' }])
    const input = {
      invitationId: bad.invited.memberId,
      verdict: 'clear' as const,
      reason: '再看一次',
    }
    const late = await shop.call('referrals.decide', { as: manager, input })
    expect(late.answer).toMatchObject({ ok: false, code: 'INVITATION_NOT_HELD' })
  })

  it('is decided by nobody who is one of the two', async () => {
    const { inviter, invited } = await newHeld()
    await shop.appointManager(inviter.who)
    const input = { invitationId: invited.memberId, verdict: 'clear' as const, reason: '没问题' }
    const { answer } = await shop.call('referrals.decide', { as: inviter.who, input })
    expect(answer).toMatchObject({ ok: false, code: 'SELF_SERVICE' })
  })
})

async function mine(who: string) {
  return (await shop.value('referrals.mine', { as: who })).invitations
}

async function decide(invitationId: string, verdict: 'clear' | 'refuse') {
  const input = { invitationId, verdict, reason: '看过小票和手机号' }
  await shop.value('referrals.decide', { as: manager, input })
}
