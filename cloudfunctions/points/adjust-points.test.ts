import {
  atOnce,
  clerk,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'

const DAY_MS = 86_400_000

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.stop())

describe('adjusting points by hand', () => {
  it('gives and takes at once, tells the member why, and costs 13 calls at most', async () => {
    const { who } = await shop.newMember(20)
    const given = await shop.adjust(who, 30)
    expect(given.answer).toMatchObject({ ok: true, value: { state: 'booked', points: 30 } })
    expect(await shop.balanceOf(who)).toBe(50)
    await shop.adjust(who, -45)
    const { entries, balancePoints } = await shop.value('points.history', { as: who })
    expect(balancePoints).toBe(5)
    expect(entries[0]?.sentence).toBe('人工调整（补记漏登的消费），扣减 45 积分')
    expect((await shop.adjust(who, -6)).answer).toMatchObject({
      code: 'POINTS_INSUFFICIENT',
      detail: { missingPoints: 1 },
    })
    expect((await shop.books()).balanced).toBe(true)
    const warm = await shop.adjust(who, 1)
    expect(`${warm.dbCalls} calls, ${warm.docsWritten} written`).toBe('13 calls, 5 written')
  })

  it('lets a clerk move 500 points a day, counted once for 20 parallel calls', async () => {
    const { who } = await shop.newMember()
    const calls = await atOnce(20, (position) =>
      shop.adjust(who, 100, { as: clerk, requestId: `hundred-${position}` }),
    )
    for (let position = 0; position < calls.length; position += 1) {
      await shop.adjust(who, 100, { as: clerk, requestId: `hundred-${position}` })
    }
    expect(await shop.balanceOf(who)).toBe(500)
    const refused = await shop.adjust(who, -1, { as: clerk })
    expect(refused.answer).toMatchObject({ code: 'ADJUSTMENT_CAP', detail: { leftPoints: 0 } })
    await shop.advanceClock(DAY_MS)
    expect((await shop.adjust(who, 1, { as: clerk })).answer).toMatchObject({ ok: true })
  })

  it('books one request once, and refuses another meaning under it', async () => {
    const { who } = await shop.newMember()
    const first = await shop.adjust(who, 10, { requestId: 'once' })
    expect((await shop.adjust(who, 10, { requestId: 'once' })).answer).toEqual(first.answer)
    expect((await shop.adjust(who, 11, { requestId: 'once' })).answer).toMatchObject({
      code: 'REQUEST_REUSED',
    })
    expect(await shop.balanceOf(who)).toBe(10)
  })

  it('refused leaves no trace: for oneself, for nobody, from a frozen account', async () => {
    const { who } = await shop.newMember(100)
    const memberNumber = await shop.numberOf(who)
    await shop.value('points.freeze', { as: manager, input: { memberNumber, reason: '核对' } })
    const before = await shop.dump()
    const nobody = { memberNumber: '00000000', points: 1, reason: '补记' }
    const refused = [
      await shop.adjust(manager, 10),
      await shop.call('points.adjust', { as: manager, input: nobody }),
      await shop.adjust(who, -1),
      await shop.adjust(who, 10, { as: who }),
    ]
    expect(refused.map(({ answer }) => !answer.ok && answer.code)).toEqual([
      'SELF_SERVICE',
      'MEMBER_NOT_FOUND',
      'ACCOUNT_FROZEN',
      'ROLE_REQUIRED',
    ])
    expect(await shop.dump()).toBe(before)
  })
})
