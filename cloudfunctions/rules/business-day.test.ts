import { rulesOf } from '../../dev/harness/rules-under-test'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { tillOf } from '../../dev/harness/till-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const { change, figuresWith } = rulesOf(() => shop)
const { settle, nextCode } = tillOf(() => shop)
const clock = (shanghai: string) => shop.setClock(`${shanghai}+08:00`)

/** Ends the instances that keep the shop for a minute: the next ones read it anew. */
async function renewed(): Promise<void> {
  const killed = { as: clerk, fault: 'kill-before-call:1' } as const
  await shop.send('purchases', { action: 'recent', input: {} }, killed)
  await shop.send('members', { action: 'home', input: {} }, killed)
  await shop.send('staff', { action: 'me', input: {} }, killed)
}

async function saleOn(who: string): Promise<unknown> {
  const { answer } = await settle({ memberCode: await nextCode(who), billFen: 4_000 })
  if (!answer.ok) throw new Error(answer.code)
  const [purchase] = await shop.find('purchases', { _id: answer.value.purchaseId })
  return purchase?.businessOn
}

describe('the hour at which the day begins', () => {
  it('says in its preview from when, and which date a sale of the night would have', async () => {
    await clock('2026-03-10T22:00:00')
    const figures = await figuresWith('business-day', { rolloverHour: 3 })
    const input = { ruleId: 'business-day' as const, figures }
    const preview = await shop.value('rules.previewRule', { as: manager, input })
    expect(preview.takesEffect).toBe(
      '2026年3月10日这一天到2026年3月11日 3 点结束，从此每天 3 点换日',
    )
    const [small] = preview.samples
    expect([small?.before.bookedOn, small?.after.bookedOn]).toEqual(['2026-03-12', '2026-03-11'])
  })

  it('once published lets today go on in the night, and no date comes twice', async () => {
    const { who, memberId } = await shop.newMember()
    expect(await saleOn(who)).toBe('2026-03-10')
    expect((await change('business-day', { rolloverHour: 3 })).takesEffect).toMatch(/3 点换日$/)
    await renewed()
    await clock('2026-03-11T00:40:00')
    expect(await saleOn(who)).toBe('2026-03-10')
    expect((await shop.value('members.home', { as: who })).todayOn).toBe('2026-03-10')
    await clock('2026-03-11T03:10:00')
    expect(await saleOn(who)).toBe('2026-03-11')
    const entries = await shop.find('points_entries', { memberId })
    const dates = entries.sort((a, b) => Number(a.seq) - Number(b.seq)).map(({ on }) => String(on))
    expect(dates).toEqual([...dates].sort())
  })

  it('published back in such a night waits for a date that no hour has begun yet', async () => {
    const { who } = await shop.newMember()
    await clock('2026-03-12T00:40:00')
    expect(await saleOn(who)).toBe('2026-03-11')
    const { takesEffect } = await change('business-day', { rolloverHour: 0 })
    const from = '2026年3月12日这一天到2026年3月13日 0 点结束'
    expect(takesEffect).toBe(`${from}，从此每天 0 点换日`)
    await renewed()
    await clock('2026-03-12T02:50:00')
    expect(await saleOn(who)).toBe('2026-03-11')
    await clock('2026-03-13T00:10:00')
    expect(await saleOn(who)).toBe('2026-03-13')
    expect((await shop.books()).balanced).toBe(true)
  })

  it('is never refused a receipt of the last day that it offers', async () => {
    await clock('2026-03-13T22:00:00')
    await change('business-day', { rolloverHour: 3 })
    await renewed()
    await clock('2026-03-14T00:40:00')
    const { who } = await shop.newMember()
    const scan = { as: clerk, input: { memberCode: await nextCode(who) } }
    const { todayOn, ticket } = await shop.value('staff.scan', scan)
    expect(todayOn).toBe('2026-03-13')
    const bring = (receiptOn: string) => {
      const receipt = { ticket, receiptOn, receiptNo: shop.fresh('receipt') }
      const input = { ...receipt, billFen: 4_000 }
      return shop.call('purchases.bookForgotten', { as: clerk, requestId: receiptOn, input })
    }
    expect((await bring('2026-03-14')).answer).toMatchObject({ code: 'INPUT_INVALID' })
    expect((await bring(todayOn)).answer).toMatchObject({ ok: true })
  })
})
