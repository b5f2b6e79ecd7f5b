import {
  atOnce,
  clerk,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'
import { templatesOf } from '../../dev/harness/templates-under-test'

let shop: ShopUnderTest
let templateId: string
beforeAll(async () => {
  shop = await openShop()
  templateId = await publish(fiveOff)
})
afterAll(() => shop.stop())

const { save, publish } = templatesOf(() => shop)
const fiveOff = {
  ...{ title: '满30减5元券', kind: 'amountOff' as const },
  ...{ faceFen: 500, thresholdFen: 3_000, validDays: 30 },
}
const members = async (count: number) => {
  const joined: { who: string; memberId: string }[] = []
  for (let made = 0; made < count; made += 1) joined.push(await shop.newMember())
  return joined
}
const issue = (
  memberIds: string[],
  { requestId = shop.fresh('issue'), as = manager, fault }: IssueOptions = {},
) =>
  shop.call('coupons.issue', {
    ...{ as, requestId, fault, input: { templateId, memberIds, reason: '店庆回馈' } },
  })
interface IssueOptions {
  requestId?: string
  as?: string
  fault?: string
}
const issuedTo = async (memberIds: string[]) => {
  const { answer } = await issue(memberIds)
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.batchId
}
const rowOf = async (batchId: string) => {
  const { batches } = await shop.value('coupons.batches', { as: manager })
  return batches.find((batch) => batch.batchId === batchId)
}

describe('a batch of coupons', () => {
  it('gives one to each, once, and says why and by whom', async () => {
    const [one, two] = await members(2)
    if (!one || !two) throw new Error('two have joined')
    const batchId = await issuedTo([one.memberId, two.memberId, one.memberId])
    const { coupons } = await shop.value('coupons.wallet', { as: one.who })
    expect(coupons).toMatchObject([
      { title: '满30减5元券', state: 'issued', expiresOn: '2026-04-08', revoked: null },
    ])
    expect(await rowOf(batchId)).toMatchObject({
      ...{ kind: 'issue', title: '满30减5元券', reason: '店庆回馈', authorName: '店长' },
      ...{ state: 'issued', issuedCount: 2, usedCount: 0, voidedCount: 0, voided: null },
    })
  })

  it('gives five hundred at once, more than a door’s bound for keys', async () => {
    const { who, memberId } = await shop.newMember()
    const [joined] = await shop.find('members', { _id: memberId })
    const many = Array.from({ length: 499 }, (_, place) => ({
      ...joined,
      ...{ _id: `many-${place}`, memberNumber: `many-${place}` },
    }))
    await shop.local.engine.insert('members', many)
    const ids = [memberId, ...many.map(({ _id }) => _id)]
    const batchId = await issuedTo(ids)
    expect(await rowOf(batchId)).toMatchObject({ state: 'issued', issuedCount: 500 })
    expect((await shop.value('coupons.wallet', { as: who })).coupons).toHaveLength(1)
    const { answer } = await issue([...ids, 'one-more'])
    expect(answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'memberIds' } })
  })

  it('goes on where it was killed, by the same request, and nobody gets two', async () => {
    const ids = (await members(3)).map(({ memberId }) => memberId)
    for (const call of [5, 6, 7, 8, 9]) {
      const requestId = shop.fresh('killed')
      await issue(ids, { requestId, fault: `kill-after-call:${call}` })
      const { answer } = await issue(ids, { requestId })
      const batchId = answer.ok ? answer.value.batchId : answer.code
      expect(await rowOf(batchId)).toMatchObject({ state: 'issued', issuedCount: 3 })
    }
  })

  it('goes on by the sweeper when nobody asks again', async () => {
    const ids = (await members(2)).map(({ memberId }) => memberId)
    await issue(ids, { requestId: 'left-alone', fault: 'kill-before-call:8' })
    const [batch] = await shop.find('coupon_batches', { state: 'issuing' })
    const batchId = String(batch?._id)
    await shop.advanceClock(121_000)
    await shop.fireTimer('coupons')
    expect(await rowOf(batchId)).toMatchObject({ state: 'issued', issuedCount: 2 })
  })

  it('is the same batch to one request sent ten times at once', async () => {
    const ids = (await members(3)).map(({ memberId }) => memberId)
    const requestId = shop.fresh('twins')
    const calls = await atOnce(10, () => issue(ids, { requestId }))
    expect(differentAnswers(calls)).toBe(1)
    const [first] = calls
    const batchId = first?.answer.ok ? first.answer.value.batchId : ''
    expect(await rowOf(batchId)).toMatchObject({ issuedCount: 3 })
  })

  it('goes to where a merged membership went, once', async () => {
    const [from, to] = await members(2)
    if (!from || !to) throw new Error('two have joined')
    const sides = {
      fromNumber: await shop.numberOf(from.who),
      toNumber: await shop.numberOf(to.who),
    }
    const input = { ...sides, reason: '换了微信' }
    await shop.value('merging.merge', { as: manager, input })
    await issuedTo([from.memberId, to.memberId])
    expect((await shop.value('coupons.wallet', { as: to.who })).coupons).toHaveLength(1)
  })

  it('is refused as a whole, before anything is written', async () => {
    const { memberId } = await shop.newMember()
    const before = await shop.dump()
    const unknown = await issue([memberId, 'nobody', memberId])
    expect(unknown.answer).toMatchObject({
      code: 'MEMBER_NOT_FOUND',
      detail: { field: 'memberIds.1' },
    })
    expect((await issue([memberId], { as: clerk })).answer).toMatchObject({ code: 'ROLE_REQUIRED' })
    expect(await shop.dump()).toBe(before)
  })

  it('is of a published template whose days are not over', async () => {
    const { memberId } = await shop.newMember()
    const { answer } = await save(fiveOff)
    const draftId = answer.ok ? answer.value.templateId : ''
    const over = { validFromOn: '2026-03-01', validUntilOn: '2026-03-09', validDays: undefined }
    const overId = await publish({ ...fiveOff, ...over })
    const codeOf = async (id: string) => {
      const input = { templateId: id, memberIds: [memberId], reason: '回馈' }
      return (await shop.call('coupons.issue', { as: manager, input })).answer
    }
    expect(await codeOf(draftId)).toMatchObject({
      code: 'TEMPLATE_NOT_FOUND',
      detail: { field: 'templateId' },
    })
    expect(await codeOf(overId)).toMatchObject({ code: 'COUPON_EXPIRED' })
  })
})

describe('the list of batches', () => {
  it('counts what was used, and runs in pages', async () => {
    const { who, memberId } = await shop.newMember()
    const batchId = await issuedTo([memberId])
    const [coupon] = (await shop.value('coupons.wallet', { as: who })).coupons
    const input = {
      ...{ memberCode: await shop.codeOf(who), billFen: 4_000, couponId: coupon?.couponId },
    }
    await shop.value('purchases.settle', { as: clerk, input })
    expect(await rowOf(batchId)).toMatchObject({ issuedCount: 1, usedCount: 1, voidedCount: 0 })
    for (let made = 0; made < 20; made += 1) await issuedTo([memberId])
    const first = await shop.value('coupons.batches', { as: manager })
    const cursor = first.nextCursor ?? ''
    const second = await shop.value('coupons.batches', { as: manager, input: { cursor } })
    const ids = [...first.batches, ...second.batches].map((batch) => batch.batchId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain(batchId)
    expect((await shop.call('coupons.batches', { as: clerk })).answer).toMatchObject({
      code: 'ROLE_REQUIRED',
    })
  })
})
