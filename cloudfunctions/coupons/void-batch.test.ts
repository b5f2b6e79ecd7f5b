import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { templatesOf } from '../../dev/harness/templates-under-test'

let shop: ShopUnderTest
let templateId: string
beforeAll(async () => {
  shop = await openShop()
  templateId = await publish({
    ...{ title: '满30减5元券', kind: 'amountOff', faceFen: 500, thresholdFen: 3_000 },
    ...{ validDays: 30, transferable: true },
  })
})
afterAll(() => shop.stop())

const { publish } = templatesOf(() => shop)
const reason = '印错了日期'
const batchFor = async (count: number) => {
  const owners: { who: string; memberId: string }[] = []
  for (let made = 0; made < count; made += 1) owners.push(await shop.newMember())
  const memberIds = owners.map(({ memberId }) => memberId)
  const input = { templateId, memberIds, reason: '店庆回馈' }
  const asked = { as: manager, requestId: shop.fresh('issue'), input }
  return { owners, memberIds, ...(await shop.value('coupons.issue', asked)) }
}
const voidIt = (batchId: string, options: { requestId?: string; as?: string } = {}) =>
  shop.call('coupons.voidBatch', {
    ...{ as: manager, requestId: shop.fresh('void'), ...options },
    input: { batchId, reason },
  })
const couponOf = async (who = '') => {
  const [coupon] = (await shop.value('coupons.wallet', { as: who })).coupons
  if (!coupon) throw new Error('she has no coupon')
  return coupon
}
const rowOf = async (batchId: string) => {
  const { batches } = await shop.value('coupons.batches', { as: manager })
  return batches.find((batch) => batch.batchId === batchId)
}
const toldTo = async (who = '') =>
  (await shop.value('messages.inbox', { as: who })).messages.map(({ text }) => text)
const later = async () => {
  await shop.advanceClock(121_000)
  await shop.fireTimer('coupons')
}

describe('a batch that is voided', () => {
  it('withdraws what is not used, leaves what is, and tells the owners', async () => {
    const { owners, batchId } = await batchFor(3)
    const [buyer, other] = owners.map(({ who }) => who)
    const { couponId } = await couponOf(buyer)
    const memberCode = await shop.codeOf(buyer ?? '')
    const input = { memberCode, billFen: 4_000, couponId }
    await shop.value('purchases.settle', { as: clerk, input })
    const { answer } = await voidIt(batchId)
    expect(answer).toMatchObject({ ok: true, value: { batchId, reason } })
    expect(await couponOf(buyer)).toMatchObject({ state: 'used', revoked: null })
    expect(await couponOf(other)).toMatchObject({ state: 'revoked', revoked: { reason } })
    expect(await toldTo(other)).toEqual(['您的“满30减5元券”已作废：印错了日期'])
    expect(await toldTo(buyer)).toEqual([])
    const counts = { issuedCount: 3, usedCount: 1, voidedCount: 2 }
    expect(await rowOf(batchId)).toMatchObject({ ...counts, state: 'voiding' })
    await later()
    const voided = { reason, byName: '店长' }
    expect(await rowOf(batchId)).toMatchObject({ ...counts, state: 'void', voided })
  })

  it('is no coupon at the till any more', async () => {
    const { owners, batchId } = await batchFor(1)
    const who = owners[0]?.who ?? ''
    const { couponId } = await couponOf(who)
    await voidIt(batchId)
    const input = { memberCode: await shop.codeOf(who), billFen: 4_000, couponId }
    const { answer } = await shop.call('purchases.settle', { as: clerk, input })
    expect(answer).toMatchObject({ code: 'COUPON_NOT_FOUND' })
  })

  it('is finished by the sweeper wherever it was killed, and each is told once', async () => {
    for (const call of [8, 11, 15, 19]) {
      const { owners, batchId } = await batchFor(3)
      const fault = `kill-after-call:${call}`
      const requestId = shop.fresh('killed')
      const event = { action: 'voidBatch', requestId, input: { batchId, reason } }
      await shop.send('coupons', event, { as: manager, fault })
      await later()
      expect(await rowOf(batchId)).toMatchObject({ state: 'void', voidedCount: 3 })
      for (const { who } of owners) expect(await toldTo(who)).toHaveLength(1)
    }
  })

  it('takes a coupon that something holds once that is over', async () => {
    const { owners, batchId } = await batchFor(1)
    const who = owners[0]?.who ?? ''
    const { couponId } = await couponOf(who)
    await shop.value('coupons.offer', { as: who, input: { couponId } })
    await voidIt(batchId)
    await later()
    expect(await couponOf(who)).toMatchObject({ state: 'held' })
    expect(await rowOf(batchId)).toMatchObject({ state: 'voiding', voidedCount: 0 })
    await shop.advanceClock(86_400_000)
    await shop.fireTimer('coupons')
    expect(await couponOf(who)).toMatchObject({ state: 'revoked', revoked: { reason } })
    expect(await rowOf(batchId)).toMatchObject({ state: 'void', voidedCount: 1 })
  })

  it('catches coupons of a page that was under way when it was voided', async () => {
    const { memberIds, batchId } = await batchFor(1)
    await voidIt(batchId)
    const [coupon] = await shop.find('coupons', { batchId })
    const keys = ['_id', 'claimKey', 'requestKey', 'couponCode'].map((key) => [
      key,
      shop.fresh('late'),
    ])
    const late = { ...coupon, ...Object.fromEntries(keys), state: 'issued', revoked: null }
    await shop.local.engine.insert('coupons', [late])
    await later()
    const states = (await shop.find('coupons', { batchId })).map(({ state }) => state)
    expect(states).toEqual(['revoked', 'revoked'])
    expect(memberIds).toHaveLength(1)
  })

  it('gives nothing more, though its giving was left half done', async () => {
    const { who, memberId } = await shop.newMember()
    const input = { templateId, memberIds: [memberId], reason: '店庆回馈' }
    const asked = { as: manager, requestId: 'half-done', input }
    const event = { action: 'issue', requestId: asked.requestId, input }
    await shop.send('coupons', event, { as: manager, fault: 'kill-before-call:7' })
    const [batch] = await shop.find('coupon_batches', { state: 'issuing' })
    await voidIt(String(batch?._id))
    expect((await shop.call('coupons.issue', asked)).answer).toMatchObject({ ok: true })
    await later()
    expect((await shop.value('coupons.wallet', { as: who })).coupons).toEqual([])
  })

  it('is voided by those who manage all its stores', async () => {
    const boss = await shop.newMember()
    await shop.appointManager(boss.who)
    const { batchId } = await batchFor(1)
    const before = await shop.dump()
    const foreign = await voidIt(batchId, { as: boss.who })
    expect(foreign.answer).toMatchObject({ code: 'STORE_FOREIGN' })
    expect(await shop.dump()).toBe(before)
    const { memberId } = await shop.newMember()
    const input = { templateId, memberIds: [memberId], reason: '店庆回馈' }
    const own = await shop.value('coupons.issue', { as: boss.who, input })
    const { batches } = await shop.value('coupons.batches', { as: boss.who })
    const mayVoid = (id: string) => batches.find((each) => each.batchId === id)?.mayVoid
    expect([mayVoid(batchId), mayVoid(own.batchId)]).toEqual([false, true])
    expect((await voidIt(own.batchId, { as: boss.who })).answer).toMatchObject({ ok: true })
  })

  it('is voided once, by a manager, and must be there', async () => {
    const { batchId } = await batchFor(1)
    expect((await voidIt(batchId, { as: clerk })).answer).toMatchObject({ code: 'ROLE_REQUIRED' })
    const first = await voidIt(batchId, { requestId: 'once' })
    expect((await voidIt(batchId, { requestId: 'once' })).answer).toEqual(first.answer)
    expect((await voidIt(batchId)).answer).toMatchObject({ code: 'BATCH_VOIDED' })
    expect((await voidIt('none')).answer).toMatchObject({
      code: 'BATCH_NOT_FOUND',
      detail: { field: 'batchId' },
    })
  })
})
