import { storedTemplate } from '../../dev/harness/coupon-bills'
import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  WEST,
  westClerk,
} from '../../dev/harness/shop-under-test'
import { plainRight } from '../../shared/coupons/coupon'
import { noLimits } from '../../shared/coupons/coupon-limits'

const welcomeCoupon = {
  ...plainRight,
  ...{ templateId: 'welcome-5', version: 1, validity: { validDays: 30 } },
  ...({ kind: 'amountOff', faceFen: 500, thresholdFen: 3_000 } as const),
}

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.stop())

const scan = async (memberCode: string, as = clerk, storeId?: string) =>
  (await shop.call('staff.scan', { as, input: { memberCode, storeId } })).answer

const WRONG = '000000000000000000'

describe('scanning', () => {
  it('shows points, coupons and what waits, under a masked name and with one line', async () => {
    const { who } = await shop.newMember(40)
    await shop.value('members.updateProfile', { as: who, input: { nickname: '欧阳小满' } })
    await shop.value('gifts.claimPack', { as: who })
    const rewardId = await shop.newReward({ pricePoints: 20 })
    await shop.value('mall.redeem', { as: who, requestId: 'one', input: { rewardId } })
    const answer = await scan(await shop.codeOf(who))
    expect(answer).toMatchObject({
      ok: true,
      value: { maskedName: '欧**', balancePoints: 120, storeId: EAST, coupons: [{}] },
    })
    expect(answer).toMatchObject({ value: { waitingPickups: [{ maskedName: '欧**' }] } })
    expect(answer).toMatchObject({ value: { prompt: expect.stringContaining('1 件礼品待自提') } })
    expect(JSON.stringify(answer)).not.toContain('欧阳')
  })

  it('writes nothing, and its ticket settles in place of the code for ten minutes', async () => {
    const { who } = await shop.newMember()
    const memberCode = await shop.codeOf(who)
    const before = await shop.dump()
    const scanned = await shop.value('staff.scan', { as: clerk, input: { memberCode } })
    expect(await shop.dump()).toBe(before)
    const settle = async (as: string, requestId: string) => {
      const input = { ticket: scanned.ticket, billFen: 900 }
      return (await shop.call('purchases.settle', { as, requestId, input })).answer
    }
    expect(await settle(westClerk, 'foreign')).toMatchObject({ code: 'STORE_FOREIGN' })
    await shop.advanceClock(10 * 60_000 - 5_000)
    expect(await settle(clerk, 'late')).toMatchObject({ ok: true })
    await shop.advanceClock(10_000)
    expect(await settle(clerk, 'too-late')).toMatchObject({ code: 'TICKET_EXPIRED' })
    expect(await settle(clerk, 'late')).toMatchObject({ ok: true })
  })

  it('refuses a ticket that was tampered with', async () => {
    const { who } = await shop.newMember()
    const memberCode = await shop.codeOf(who)
    const { ticket } = await shop.value('staff.scan', { as: clerk, input: { memberCode } })
    const [body = '', signature = ''] = ticket.split('.')
    const read = JSON.parse(Buffer.from(body, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify({ ...read, staffId: 'x' })).toString('base64url')
    for (const bad of [`${forged}.${signature}`, `${body}.${'a'.repeat(43)}`]) {
      const input = { ticket: bad, billFen: 900 }
      const { answer } = await shop.call('purchases.quote', { as: clerk, input })
      expect(answer).toMatchObject({ ok: false, code: 'TICKET_INVALID' })
    }
  })

  it('refuses an eleventh guess within a minute, and forgives after it', async () => {
    const { who } = await shop.newMember()
    for (let guess = 0; guess < 10; guess += 1) {
      expect(await scan(WRONG)).toMatchObject({ code: 'CODE_INVALID' })
    }
    expect(await scan(await shop.codeOf(who))).toMatchObject({ code: 'CODE_ATTEMPTS' })
    expect(await scan(await shop.codeOf(who), westClerk)).toMatchObject({ ok: true })
    await shop.advanceClock(60_000)
    expect(await scan(await shop.codeOf(who))).toMatchObject({ ok: true })
  })

  it('asks a clerk of several stores which one, and keeps to it', async () => {
    const { who } = await shop.newMember()
    const memberCode = await shop.codeOf(who)
    expect(await scan(memberCode, manager)).toMatchObject({ code: 'STORE_REQUIRED' })
    expect(await scan(memberCode, manager, WEST)).toMatchObject({ ok: true })
    expect(await scan(memberCode, clerk, WEST)).toMatchObject({ code: 'STORE_FOREIGN' })
    expect(await scan(memberCode, who)).toMatchObject({ code: 'ROLE_REQUIRED' })
  })

  it('says at once that a code has settled already, and hands things over for it', async () => {
    const { who } = await shop.newMember()
    const memberCode = await shop.codeOf(who)
    expect(await scan(memberCode)).toMatchObject({ value: { codeUsed: false } })
    const settle = { as: clerk, requestId: 'one', input: { memberCode, billFen: 900 } }
    await shop.value('purchases.settle', settle)
    expect(await scan(memberCode)).toMatchObject({ ok: true, value: { codeUsed: true } })
    await shop.advanceClock(60_000)
    expect(await scan(await shop.codeOf(who))).toMatchObject({ value: { codeUsed: false } })
  })

  it('says what a bill may come to; a manager of the store is not bound', async () => {
    const { who } = await shop.newMember()
    const memberCode = await shop.codeOf(who)
    expect(await scan(memberCode)).toMatchObject({ value: { capFen: 500_000 } })
    expect(await scan(memberCode, manager, WEST)).toMatchObject({ value: { capFen: null } })
    const quote = async (billFen: number) =>
      (await shop.call('purchases.quote', { as: clerk, input: { memberCode, billFen } })).answer
    expect(await quote(500_000)).toMatchObject({ ok: true })
    const detail = { capFen: 500_000 }
    expect(await quote(500_001)).toMatchObject({ code: 'PURCHASE_OVER_CAP', detail })
  })

  it('names no coupon of another store in its one line', async () => {
    const limits = { ...noLimits, storeIds: [WEST] }
    const coupon = { ...welcomeCoupon, title: '西店专用券', limits }
    await shop.stop()
    shop = await openShop()
    await shop.local.engine.insert('coupon_templates', [storedTemplate(coupon)])
    const { who } = await shop.newMember()
    await shop.value('gifts.claimPack', { as: who })
    const memberCode = await shop.codeOf(who)
    const promptAt = async (as: string) =>
      (await shop.value('staff.scan', { as, input: { memberCode } })).prompt
    expect(await promptAt(clerk)).not.toContain('西店专用券')
    expect(await promptAt(westClerk)).toContain('西店专用券')
  })
})
