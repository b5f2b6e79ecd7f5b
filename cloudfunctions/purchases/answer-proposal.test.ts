import { payingIn, payWithPoints } from '../../dev/harness/paying-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: { payWithPoints } })
})
afterAll(() => shop.stop())

const { answer, newPayer, proposed, settle } = payingIn(() => shop)

async function refusedWithoutTrace(bill: Parameters<typeof settle>[0], code: string) {
  const before = await shop.dump()
  expect((await settle(bill)).answer).toMatchObject({ ok: false, code })
  expect(await shop.dump()).toBe(before)
}

describe('points that the shopper has confirmed', () => {
  it('pay their part in the settle’s own transaction, and points are earned on money', async () => {
    const { who, memberId, ticket, proposalId } = await proposed({ freightFen: 300 })
    expect((await answer(who, proposalId)).answer).toMatchObject({ value: { state: 'confirmed' } })
    const settled = await settle({ ticket, proposalId, freightFen: 300, receiptNo: 'R-9' })
    const value = { paidPoints: 500, pointsOffFen: 500, paidFen: 3_800, freightFen: 300 }
    const after = { earnedPoints: 35, balancePoints: 135 }
    expect(settled.answer).toMatchObject({ ok: true, value: { ...value, ...after } })
    const [purchase] = await shop.find('purchases', { memberId })
    expect(purchase).toMatchObject({
      bill: {
        points: { points: 500, offFen: 500, lots: [{ points: 500 }] },
        lines: [{ amountFen: 4_000, pointsOffFen: 500, paidFen: 3_500 }],
      },
    })
    const { entries } = await shop.value('points.history', { as: who })
    expect(entries.map(({ sentence }) => sentence).slice(0, 2)).toEqual([
      '在东店消费 ¥38.00，获得 35 积分（小票 R-9）',
      '在东店消费，用 500 积分抵 ¥5.00（小票 R-9）',
    ])
    expect((await shop.find('points_proposals', { _id: proposalId }))[0]).toMatchObject({
      state: 'used',
      purchaseId: purchase?._id,
    })
    expect((await shop.value('members.code', { as: who })).proposal).toBeNull()
    expect((await shop.books()).balanced).toBe(true)
  })

  it('are spent once, however often the settle is sent, and never by a second one', async () => {
    const { who, memberId, ticket, proposalId } = await proposed()
    await answer(who, proposalId)
    const requestId = shop.fresh('request')
    const calls = await atOnce(16, () => settle({ ticket, proposalId }, { requestId }))
    expect(tallyOf(calls)).toEqual({ ok: 16 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await shop.balanceOf(who)).toBe(135)
    expect(await shop.find('purchases', { memberId })).toHaveLength(1)
    await shop.advanceClock(60_000)
    const memberCode = await shop.codeOf(who)
    await refusedWithoutTrace({ memberCode, proposalId, receiptNo: 'R-2' }, 'PROPOSAL_USED')
  })

  it('go back to their lots when the purchase is refunded', async () => {
    const { who, ticket, proposalId } = await proposed()
    await answer(who, proposalId)
    const { answer: settled } = await settle({ ticket, proposalId })
    const purchaseId = settled.ok ? settled.value.purchaseId : ''
    const refund = await shop.call('purchases.refund', { as: clerk, input: { purchaseId } })
    expect(refund.answer).toMatchObject({ ok: true })
    const { expiries } = await shop.value('points.history', { as: who })
    expect(expiries).toMatchObject([{ points: 600, expiresOn: '2027-03-31' }])
    expect((await shop.books()).balanced).toBe(true)
  })

  it('are spent by one of many settles at once', async () => {
    const { who, proposalId, ticket } = await proposed({}, 1_000)
    await answer(who, proposalId)
    const calls = await atOnce(8, (position) =>
      settle({ ticket, proposalId, receiptNo: shop.fresh(`R${position}`) }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 1, CODE_USED: 7 })
    expect(await shop.balanceOf(who)).toBe(535)
  })
})

describe('points that are not spent, and leave no trace', () => {
  it.each([
    ['not answered', async () => undefined, 'POINTS_NOT_CONFIRMED'],
    ['declined', async (who: string, id: string) => answer(who, id, false), 'PROPOSAL_DECLINED'],
    [
      'confirmed, and then declined',
      async (who: string, id: string) => {
        await answer(who, id)
        return answer(who, id, false)
      },
      'PROPOSAL_DECLINED',
    ],
    [
      'confirmed five minutes ago',
      async (who: string, id: string) => {
        await answer(who, id)
        return shop.advanceClock(5 * 60_000)
      },
      'PROPOSAL_EXPIRED',
    ],
  ])('%s', async (_name, happens, code) => {
    const { who, ticket, proposalId } = await proposed()
    await happens(who, proposalId)
    await refusedWithoutTrace({ ticket, proposalId }, code)
    const plain = await settle({ ticket })
    expect(plain.answer).toMatchObject({ ok: true, value: { paidPoints: 0, earnedPoints: 40 } })
  })

  it('for another bill, another clerk, another member, or nobody', async () => {
    const { who, ticket, proposalId } = await proposed()
    await answer(who, proposalId)
    await refusedWithoutTrace({ ticket, proposalId, billFen: 4_001 }, 'PROPOSAL_CHANGED')
    await refusedWithoutTrace({ ticket, proposalId, freightFen: 1 }, 'PROPOSAL_CHANGED')
    await refusedWithoutTrace({ ticket, proposalId: 'no-such' }, 'PROPOSAL_NOT_FOUND')
    const other = await newPayer()
    await refusedWithoutTrace({ ticket: other.ticket, proposalId }, 'PROPOSAL_NOT_FOUND')
    const memberCode = await shop.codeOf(who)
    const byManager = await settle({ memberCode, proposalId, storeId: 'east' }, { as: manager })
    expect(byManager.answer).toMatchObject({ ok: false, code: 'PROPOSAL_CHANGED' })
  })

  it('when she has spent them elsewhere meanwhile, or was frozen', async () => {
    const { who, ticket, proposalId } = await proposed()
    await answer(who, proposalId)
    const rewardId = await shop.newReward({ pricePoints: 200 })
    await shop.value('mall.redeem', { as: who, input: { rewardId } })
    await refusedWithoutTrace({ ticket, proposalId }, 'POINTS_INSUFFICIENT')
    const frozen = await proposed()
    await answer(frozen.who, frozen.proposalId)
    const named = { memberNumber: await shop.numberOf(frozen.who), reason: '核对账目' }
    await shop.value('points.freeze', { as: manager, input: named })
    await refusedWithoutTrace(
      { ticket: frozen.ticket, proposalId: frozen.proposalId },
      'ACCOUNT_FROZEN',
    )
  })
})

describe('the shopper’s word', () => {
  it('is hers alone: not another member’s, nor the clerk’s', async () => {
    const { who, proposalId } = await proposed()
    const stranger = await newPayer(0)
    for (const other of [stranger.who, clerk]) {
      const called = await answer(other, proposalId)
      expect(called.answer).toMatchObject({ ok: false, code: 'PROPOSAL_NOT_FOUND' })
    }
    const forged = { proposalId, agrees: true, memberId: who, openid: who }
    const event = { action: 'answerProposal', input: forged, openid: who }
    const called = await shop.send('purchases', event, { as: stranger.who })
    expect(called.answer).toMatchObject({ ok: false, code: 'PROPOSAL_NOT_FOUND' })
  })

  it('has one effect and equal answers however often it is sent, also at once', async () => {
    const { who, proposalId } = await proposed()
    const calls = await atOnce(16, () => answer(who, proposalId))
    expect(tallyOf(calls)).toEqual({ ok: 16 })
    const [stored] = await shop.find('points_proposals', { _id: proposalId })
    expect(stored?.state).toBe('confirmed')
    const before = await shop.dump()
    expect((await answer(who, proposalId)).answer.ok).toBe(true)
    expect(await shop.dump()).toBe(before)
  })

  it('comes too late after five minutes, and cannot be taken back once it is spent', async () => {
    const late = await proposed()
    await shop.advanceClock(5 * 60_000)
    const told = await answer(late.who, late.proposalId)
    expect(told.answer).toMatchObject({ ok: false, code: 'PROPOSAL_EXPIRED' })
    const { who, ticket, proposalId } = await proposed()
    await answer(who, proposalId)
    await settle({ ticket, proposalId })
    const back = await answer(who, proposalId, false)
    expect(back.answer).toMatchObject({ ok: false, code: 'PROPOSAL_USED' })
  })
})
