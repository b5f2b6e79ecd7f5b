import { heldOf } from '../../dev/harness/held-under-test'
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
  shop = await openShop()
})
afterAll(() => shop.stop())

const newHeld = heldOf(() => shop)
const decide = (heldId: string, verdict: 'approve' | 'reject', requestId?: string) =>
  shop.callPatiently('moderation.decide', {
    as: manager,
    requestId,
    input: { heldId, verdict, reason: '请写明集合地点' },
  })

describe('deciding about a held text', () => {
  it('takes it off the queue, and keeps who decided, when and why', async () => {
    const heldId = await newHeld()
    const { answer } = await decide(heldId, 'reject')
    expect(answer).toMatchObject({ ok: true, value: { state: 'rejected', decidedByName: '店长' } })
    const { texts } = await shop.value('moderation.held', { as: manager })
    expect(texts.map((row) => row.heldId)).not.toContain(heldId)
    expect(await shop.find('held_texts', { _id: heldId })).toMatchObject([
      {
        state: 'rejected',
        reason: '请写明集合地点',
        decidedAt: answer.ok && answer.value.decidedAt,
      },
    ])
  })

  it('has one effect for twenty equal requests, and one winner of two managers', async () => {
    const [first, second] = [await newHeld(), await newHeld()]
    const requestId = shop.fresh('request')
    const same = await atOnce(20, () => decide(first, 'reject', requestId))
    expect(tallyOf(same)).toEqual({ ok: 20 })
    expect(differentAnswers(same)).toBe(1)
    const calls = await atOnce(10, () => decide(second, 'reject'))
    expect(tallyOf(calls)).toEqual({ ok: 1, HELD_DECIDED: 9 })
  })

  it('refused leaves no trace: not there, of an unknown kind, by a clerk', async () => {
    const heldId = await newHeld()
    const before = await shop.dump()
    expect((await decide('none', 'reject')).answer).toMatchObject({ code: 'HELD_NOT_FOUND' })
    expect((await decide(heldId, 'approve')).answer).toMatchObject({
      code: 'HELD_NOT_FOUND',
      detail: { kind: 'none' },
    })
    const input = { heldId, verdict: 'reject' as const }
    const asClerk = await shop.call('moderation.decide', { as: clerk, input })
    expect(asClerk.answer).toMatchObject({ code: 'ROLE_REQUIRED' })
    expect(await shop.dump()).toBe(before)
  })

  it('costs 7 calls and writes 2 documents', async () => {
    const input = { heldId: await newHeld(), verdict: 'reject' as const }
    const called = await shop.call('moderation.decide', { as: manager, input })
    expect([called.dbCalls, called.docsWritten]).toEqual([7, 2])
  })
})
