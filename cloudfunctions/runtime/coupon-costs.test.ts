import type { Called } from '../../dev/harness/cloud-caller'
import { couponsOf, fiveOff } from '../../dev/harness/coupons-under-test'
import { dropsOf } from '../../dev/harness/drops-under-test'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

/** What requests about coupons and drops cost, exactly; `request-costs.test.ts` has the others. */
let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
  const { who } = await shop.newMember()
  await shop.value('coupons.wallet', { as: who })
})
afterAll(() => shop.stop())

const coupons = couponsOf(() => shop)

function costOf(called: Called<{ ok: boolean }>): string {
  expect(called.answer).toMatchObject({ ok: true })
  return `${called.dbCalls} calls, ${called.docsWritten} written`
}

async function newWho(): Promise<string> {
  return (await shop.newMember()).who
}

describe('a warm request costs exactly', () => {
  it('claim of a drop: 2 calls, 1 written, the first 5; again 3 and 0; sold out 1', async () => {
    const drop = await dropsOf(shop).newOpenDrop({ quotaCounts: [3] })
    const claim = async (who: string, requestId: string) => {
      const { dbCalls, docsWritten, answer } = await dropsOf(shop).claim(who, drop, requestId)
      return `${answer.ok ? 'ok' : answer.code}: ${dbCalls} calls, ${docsWritten} written`
    }
    const [first, second, third] = [await newWho(), await newWho(), await newWho()]
    const late = await newWho()
    // An instance that never saw the drop nor its group reads both, and the group's community.
    await dropsOf(shop).claim(await newWho(), await dropsOf(shop).newOpenDrop())
    expect(await claim(first, 'drop-1')).toBe('ok: 5 calls, 1 written')
    expect(await claim(second, 'drop-2')).toBe('ok: 2 calls, 1 written')
    expect(await claim(second, 'drop-2')).toBe('ok: 3 calls, 0 written')
    expect(await claim(second, 'drop-3')).toBe('DROP_CLAIMED: 3 calls, 0 written')
    expect(await claim(third, 'drop-4')).toBe('ok: 2 calls, 1 written')
    // Who finds that nothing is left asks when the next one opens; the others are told so at once.
    expect(await claim(late, 'drop-5')).toBe('DROP_SOLD_OUT: 3 calls, 0 written')
    expect(await claim(late, 'drop-6')).toBe('DROP_SOLD_OUT: 1 calls, 0 written')
    expect(await claim(first, 'drop-1')).toBe('ok: 2 calls, 0 written')
  })

  it('claim of a drop, which the instance read 3 s ago: 3 calls, 1 written', async () => {
    const drop = await dropsOf(shop).newOpenDrop()
    const [first, second] = [await newWho(), await newWho()]
    await dropsOf(shop).claim(first, drop)
    await new Promise((resolve) => setTimeout(resolve, 3_100))
    expect(costOf(await dropsOf(shop).claim(second, drop))).toBe('3 calls, 1 written')
  })

  it('hand over a gift: found 3 calls, verified 9 and 2 written; again 2 and 0', async () => {
    const cake = { title: '小蛋糕', kind: 'gift', thing: '小蛋糕', validDays: 7 } as const
    const { couponCode } = await coupons.given(cake)
    const find = await shop.call('coupons.findByCode', { as: clerk, input: { couponCode } })
    expect(costOf(find)).toBe('3 calls, 0 written')
    const verify = () =>
      shop.call('coupons.verify', { as: clerk, requestId: 'cake', input: { couponCode } })
    expect(costOf(await verify())).toBe('9 calls, 2 written')
    expect(costOf(await verify())).toBe('2 calls, 0 written')
  })

  it('offer: 10 calls, 4 written; accept 11 and 4; again 2 and 0', async () => {
    const { who, couponId } = await coupons.given({ ...fiveOff, transferable: true })
    const offer = await coupons.offer(who, couponId, 'offer')
    expect(costOf(offer)).toBe('10 calls, 4 written')
    expect(costOf(await coupons.offer(who, couponId, 'offer'))).toBe('2 calls, 0 written')
    const offerId = offer.answer.ok ? offer.answer.value.offerId : ''
    const friend = await shop.newMember()
    expect(costOf(await coupons.take(friend.who, offerId))).toBe('11 calls, 4 written')
    expect(costOf(await coupons.take(friend.who, offerId))).toBe('2 calls, 0 written')
  })

  it('issue to a hundred: 9 calls; void a batch of one: 16, and 5 for each more', async () => {
    const { memberId } = await shop.newMember()
    const [joined] = await shop.find('members', { _id: memberId })
    const many = Array.from({ length: 100 }, (_, place) => ({
      ...joined,
      ...{ _id: `costs-${place}`, memberNumber: `costs-${place}` },
    }))
    await shop.local.engine.insert('members', many)
    const templateId = await coupons.publish(fiveOff)
    const memberIds = many.map(({ _id }) => _id)
    const input = { templateId, memberIds, reason: '店庆回馈' }
    const issue = await shop.call('coupons.issue', { as: manager, input })
    expect(costOf(issue)).toBe('9 calls, 102 written')
    const voided = async (count: number) => {
      const batchId = await coupons.issueTo(templateId, memberIds.slice(0, count))
      const asked = { as: manager, input: { batchId, reason: '印错了' } }
      return costOf(await shop.call('coupons.voidBatch', asked))
    }
    expect(await voided(1)).toBe('16 calls, 5 written')
    expect(await voided(2)).toBe('21 calls, 7 written')
  })
})
