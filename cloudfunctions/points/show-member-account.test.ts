import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const shown = async (who: string) => {
  const memberNumber = await shop.numberOf(who)
  return shop.call('points.memberAccount', { as: manager, input: { memberNumber } })
}

describe("a member's account, as a manager sees it", () => {
  it('shows what she has, until when, and why, in four calls and without her name', async () => {
    const { who, memberId } = await shop.newMember(80)
    await shop.value('members.updateProfile', { as: who, input: { nickname: '林晓棠' } })
    await shown(who)
    const { answer, dbCalls, docsWritten } = await shown(who)
    expect(answer).toMatchObject({
      ok: true,
      value: {
        memberId,
        maskedName: '林**',
        joinedOn: '2026-03-10',
        balancePoints: 80,
        frozen: null,
        expiries: [{ points: 80, expiresOn: '2027-03-31' }],
      },
    })
    expect(JSON.stringify(answer)).toContain('在东店消费 ¥80.00，获得 80 积分')
    expect(JSON.stringify(answer)).not.toContain('晓棠')
    expect(`${dbCalls} calls, ${docsWritten} written`).toBe('4 calls, 0 written')
  })

  it('tells that it is frozen, since when and why', async () => {
    const { who } = await shop.newMember(10)
    const input = { memberNumber: await shop.numberOf(who), reason: '核对账目' }
    await shop.value('points.freeze', { as: manager, input })
    const { answer } = await shown(who)
    expect(answer).toMatchObject({
      value: { frozen: { on: '2026-03-10', reason: '核对账目' }, balancePoints: 10 },
    })
  })

  it('is as opening her book would leave it: what has expired is gone', async () => {
    const { who } = await shop.newMember(10)
    await shop.advanceClock(400 * 86_400_000)
    const { answer } = await shown(who)
    expect(answer).toMatchObject({ value: { balancePoints: 0, expiries: [] } })
  })

  it('is refused for a number that nobody has, and to a clerk', async () => {
    const before = await shop.dump()
    const input = { memberNumber: '00000000' }
    expect((await shop.call('points.memberAccount', { as: manager, input })).answer).toMatchObject({
      code: 'MEMBER_NOT_FOUND',
    })
    expect((await shop.call('points.memberAccount', { as: clerk, input })).answer).toMatchObject({
      code: 'ROLE_REQUIRED',
    })
    expect(await shop.dump()).toBe(before)
  })
})
