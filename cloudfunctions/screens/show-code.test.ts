import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const scan = async (memberCode: string) =>
  (await shop.call('staff.scan', { as: clerk, input: { memberCode } })).answer

describe('the member code', () => {
  it('gives eighteen digits for this minute and each of the next five', async () => {
    const { who } = await shop.newMember()
    const { codes, memberCode, serverNow } = await shop.value('members.code', { as: who })
    expect(codes).toHaveLength(6)
    expect(memberCode).toBe(codes[0]?.memberCode)
    for (const code of codes) expect(code.memberCode).toMatch(/^\d{18}$/)
    expect(new Set(codes.map((code) => code.memberCode)).size).toBe(6)
    expect(codes[0]?.fromAt).toBeLessThanOrEqual(serverNow)
    expect(codes[5]?.untilAt).toBeGreaterThanOrEqual(serverNow + 5 * 60_000)
  })

  it('is accepted in its own minute and the next, and refused from then on', async () => {
    const { who } = await shop.newMember()
    const { memberCode, codes } = await shop.value('members.code', { as: who })
    expect(await scan(memberCode)).toMatchObject({ ok: true })
    await shop.setClock(new Date((codes[0]?.untilAt ?? 0) + 45_000).toISOString())
    expect(await scan(memberCode)).toMatchObject({ ok: true })
    await shop.advanceClock(15_000)
    expect(await scan(memberCode)).toMatchObject({ ok: false, code: 'CODE_EXPIRED' })
    await shop.advanceClock(60_000)
    expect(await scan(memberCode)).toMatchObject({ ok: false, code: 'CODE_EXPIRED' })
  })

  it('is not accepted before its minute has come', async () => {
    const { who } = await shop.newMember()
    const { codes } = await shop.value('members.code', { as: who })
    expect(await scan(codes[2]?.memberCode ?? '')).toMatchObject({ code: 'CODE_INVALID' })
  })

  it('belongs to one member: another number with the same proof is refused', async () => {
    const one = await shop.codeOf((await shop.newMember()).who)
    const other = await shop.codeOf((await shop.newMember()).who)
    expect(await scan(other.slice(0, 8) + one.slice(8))).toMatchObject({ code: 'CODE_INVALID' })
  })

  it('tells the phone of the purchase that the till has just booked', async () => {
    const { who } = await shop.newMember()
    expect((await shop.value('members.code', { as: who })).lastSettled).toBeNull()
    const { purchaseId } = await shop.earn(who, 12)
    const after = await shop.value('members.code', { as: who })
    expect(after.lastSettled).toMatchObject({ purchaseId, paidFen: 1_200, earnedPoints: 12 })
    await shop.advanceClock(10 * 60_000)
    expect((await shop.value('members.code', { as: who })).lastSettled).toBeNull()
  })

  it('cannot be had by a visitor, nor used by staff for themselves', async () => {
    const { answer } = await shop.call('members.code', { as: 'stranger' })
    expect(answer).toMatchObject({ code: 'MEMBER_REQUIRED' })
    const own = await shop.codeOf(clerk)
    expect(await scan(own)).toMatchObject({ code: 'SELF_SERVICE' })
    expect(await scan(await shop.codeOf(manager))).toMatchObject({ ok: true })
  })
})
