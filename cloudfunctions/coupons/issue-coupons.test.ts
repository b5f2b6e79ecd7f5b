import { couponsOf, fiveOff } from '../../dev/harness/coupons-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let templateId: string
beforeAll(async () => {
  shop = await openShop()
  templateId = await publish(fiveOff)
})
afterAll(() => shop.stop())

const { save, publish } = couponsOf(() => shop)
const members = async (count: number) => {
  const joined: { who: string; memberId: string }[] = []
  for (let made = 0; made < count; made += 1) joined.push(await shop.newMember())
  return joined
}
const issue = (
  memberIds: string[],
  { requestId = shop.fresh('issue'), as = manager }: { requestId?: string; as?: string } = {},
) =>
  shop.call('coupons.issue', {
    ...{ as, requestId, input: { templateId, memberIds, reason: '店庆回馈' } },
  })
const killed = (memberIds: string[], requestId: string, fault: string) => {
  const input = { templateId, memberIds, reason: '店庆回馈' }
  return shop.send('coupons', { action: 'issue', requestId, input }, { as: manager, fault })
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
      await killed(ids, requestId, `kill-after-call:${call}`)
      const { answer } = await issue(ids, { requestId })
      const batchId = answer.ok ? answer.value.batchId : answer.code
      expect(await rowOf(batchId)).toMatchObject({ state: 'issued', issuedCount: 3 })
    }
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

  it('is nobody’s own: not hers, nor what was merged into her', async () => {
    const boss = await shop.newMember()
    await shop.appointManager(boss.who)
    const [other, from] = await members(2)
    if (!other || !from) throw new Error('two have joined')
    const sides = {
      fromNumber: await shop.numberOf(from.who),
      toNumber: await shop.numberOf(boss.who),
    }
    await shop.value('merging.merge', { as: manager, input: { ...sides, reason: '换了微信' } })
    const before = await shop.dump()
    for (const own of [boss.memberId, from.memberId]) {
      const { answer } = await issue([other.memberId, own], { as: boss.who })
      expect(answer).toMatchObject({ code: 'SELF_SERVICE' })
    }
    expect(await shop.dump()).toBe(before)
    expect((await issue([other.memberId], { as: boss.who })).answer).toMatchObject({ ok: true })
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
