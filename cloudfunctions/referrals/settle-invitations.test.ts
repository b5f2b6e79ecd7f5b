import { referralsOf } from '../../dev/harness/referrals-under-test'
import {
  atOnce,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'

const DAY_MS = 86_400_000
const rule = {
  ...{ scene: 'referral' as const, title: '新邻首单礼', handOver: 'unasked' as const },
  gift: { points: 50, couponTemplateIds: [] },
  when: { waitDays: 7 },
  ...{ who: {}, stack: 'all' as const, budget: {}, isOn: true },
}

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: { referralMonthCapCount: 2 } })
  const { ruleId } = await shop.value('gifts.saveRule', { as: manager, input: rule })
  await shop.value('gifts.publishRule', { as: manager, input: { ruleId } })
})
afterAll(() => shop.stop())

let known: ReturnType<typeof referralsOf> | null = null
const referrals = () => {
  known ??= referralsOf(shop)
  return known
}
const tick = () => shop.fireTimer('referrals')
const days = (count: number) => shop.advanceClock(count * DAY_MS)

describe('an invitation', () => {
  it('brings both their gift once, after the first purchase has stood for seven days', async () => {
    const inviter = await shop.newMember()
    const { who, memberId } = await referrals().invitedBy(inviter.who)
    await shop.earn(who, 30)
    await days(7)
    await tick()
    expect(await shop.balanceOf(inviter.who)).toBe(0)
    expect(await mine(inviter.who)).toMatchObject([{ state: 'pending' }])
    await days(1)
    await atOnce(4, tick)
    await tick()
    expect(await shop.balanceOf(inviter.who)).toBe(50)
    expect(await shop.balanceOf(who)).toBe(80)
    expect(await mine(inviter.who)).toEqual([
      { maskedName: expect.any(String), joinedOn: expect.any(String), state: 'granted' },
    ])
    expect(await referrals().invitationOf(memberId)).toMatchObject({ state: 'granted' })
    const told = { kind: 'giftCame', memberId: inviter.memberId }
    expect(await shop.find('messages', told)).toHaveLength(1)
    expect((await shop.books()).balanced).toBe(true)
  })

  it('counts from the purchase that stands when the first went back in time', async () => {
    const inviter = await shop.newMember()
    const { who } = await referrals().invitedBy(inviter.who)
    const { purchaseId } = await shop.earn(who, 30)
    await days(3)
    const whole = { purchaseId, reason: '商品有瑕疵' }
    await shop.value('purchases.refund', { as: manager, input: whole })
    await days(6)
    await tick()
    expect(await mine(inviter.who)).toMatchObject([{ state: 'pending' }])
    await shop.earn(who, 40)
    await days(8)
    await tick()
    expect(await shop.balanceOf(inviter.who)).toBe(50)
  })

  it('belongs to the first who invited her, and to nobody once she has joined', async () => {
    const [first, second] = [await shop.newMember(), await shop.newMember()]
    const { who, memberId } = await referrals().invitedBy(first.who)
    const { scene } = await shop.value('referrals.invitation', { as: second.who })
    await shop.value('members.join', { as: who, input: { scene } })
    expect(await referrals().invitationOf(memberId)).toMatchObject({ inviterId: first.memberId })
    const own = await shop.value('referrals.invitation', { as: first.who })
    await shop.value('members.join', { as: first.who, input: { scene: own.scene } })
    expect(await referrals().invitationOf(first.memberId)).toBeNull()
    expect(await mine(second.who)).toEqual([])
  })

  it('stops at the cap of the month, and says so', async () => {
    const inviter = await shop.newMember()
    for (let count = 0; count < 3; count += 1) {
      await shop.earn((await referrals().invitedBy(inviter.who)).who, 10)
    }
    await days(8)
    await tick()
    expect(await shop.balanceOf(inviter.who)).toBe(100)
    const states = (await mine(inviter.who)).map(({ state, why }) => [state, why])
    expect(states.sort()).toEqual([
      ['granted', undefined],
      ['granted', undefined],
      ['refused', '本月的邀请奖励已达上限'],
    ])
  })
})

describe('what looks like one person on both sides', () => {
  it('is a ring of three, and one receipt in two accounts', async () => {
    const [one, two, three] = await ring()
    for (const { who } of [two, three]) await shop.earn(who, 10)
    const inviter = await shop.newMember()
    const invited = await referrals().invitedBy(inviter.who)
    await buy(inviter.who, 'R-77', '1')
    await buy(invited.who, 'R-77', '2')
    await days(8)
    await tick()
    expect(await referrals().invitationOf(three.memberId)).toMatchObject({ why: 'ring' })
    expect(await referrals().invitationOf(invited.memberId)).toMatchObject({ why: 'sameReceipt' })
    expect(await shop.balanceOf(one.who)).toBe(0)
  })
})

async function mine(who: string) {
  return (await shop.value('referrals.mine', { as: who })).invitations
}

async function buy(who: string, receiptNo: string, tillNo: string) {
  const memberCode = await shop.codeOf(who)
  const input = { memberCode, billFen: 1_000, storeId: EAST, receiptNo, tillNo }
  return shop.value('purchases.settle', { as: manager, requestId: shop.fresh('buy'), input })
}

/** One invited two, two invited three, and three, long before, one. */
async function ring() {
  const one = await shop.newMember()
  const two = await referrals().invitedBy(one.who)
  const three = await referrals().invitedBy(two.who)
  const invitation = { inviterId: three.memberId, state: 'refused', why: 'notBought' }
  const rest = { checkOn: null, decidedOn: '2026-01-01', clearedByName: null, note: null }
  await shop.local.engine.update('members', {
    filter: { _id: one.memberId },
    update: { $set: { invitation: { ...invitation, ...rest } } },
    multi: false,
  })
  return [one, two, three] as const
}
