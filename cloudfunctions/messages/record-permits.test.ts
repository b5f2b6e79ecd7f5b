import { allow, messageTemplates } from '../../dev/harness/permits-under-test'
import {
  atOnce,
  differentAnswers,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

const DAY_MS = 86_400_000

let shop: ShopUnderTest
beforeAll(async () => {
  const shared = { ...messageTemplates, tier: messageTemplates.gift, list: undefined }
  shop = await openShop({ store: 'memory', shop: { messageTemplates: shared } })
})
afterAll(() => shop.stop())

const record = (who: string, answers: Readonly<Record<string, string>>, requestId?: string) =>
  shop.send(
    'messages',
    {
      ...{ action: 'recordPermits', input: { answers } },
      requestId: requestId ?? shop.fresh('permit'),
    },
    { as: who },
  )
const leftOf = async (who: string) => {
  const { permits } = await shop.value('messages.permits', { as: who })
  return Object.fromEntries(permits.map(({ templateKey, leftCount }) => [templateKey, leftCount]))
}

describe('what the sheet answered', () => {
  it('is one more for each yes, in whichever way she said it', async () => {
    const { who } = await shop.newMember()
    await record(who, { gift: 'accept', pickup: 'acceptWithAudio', drop: 'filter' })
    await record(who, { gift: 'accept', pickup: 'ban' })
    expect(await leftOf(who)).toMatchObject({ gift: 2, pickup: 1, drop: 0, expiry: 0 })
  })

  it('counts once a request, at ten places at once and again', async () => {
    const { who } = await shop.newMember()
    const requestId = shop.fresh('permit')
    const input = { answers: { gift: 'accept', drop: 'accept' } } as const
    const ask = () => shop.callPatiently('messages.recordPermits', { as: who, requestId, input })
    const calls = await atOnce(10, ask)
    expect(tallyOf(calls)).toEqual({ ok: 10 })
    expect(differentAnswers(calls)).toBe(1)
    expect(tallyOf([await ask()])).toEqual({ ok: 1 })
    expect(await leftOf(who)).toMatchObject({ gift: 1, drop: 1 })
    const { answer } = await record(who, { gift: 'reject' }, requestId)
    expect(answer).toMatchObject({ code: 'REQUEST_REUSED' })
  })

  it('of two requests at the same time counts both', async () => {
    const { who } = await shop.newMember()
    await atOnce(6, () => allow(shop, who, 'gift'))
    expect(await leftOf(who)).toMatchObject({ gift: 6 })
  })

  it('is one line for keys that share a template', async () => {
    const { who } = await shop.newMember()
    await record(who, { gift: 'accept', tier: 'accept' })
    expect(await leftOf(who)).toMatchObject({ gift: 1, tier: 1 })
  })

  it('leaves who said no in peace for fourteen days', async () => {
    const { who } = await shop.newMember()
    await record(who, { gift: 'accept', drop: 'reject' })
    const list = await shop.value('messages.permits', { as: who })
    const peaceMs = (list.askableFromAt ?? 0) - list.serverNow
    expect(Math.abs(peaceMs - 14 * DAY_MS)).toBeLessThan(60_000)
    await shop.advanceClock(14 * DAY_MS + 1)
    expect(await shop.value('messages.permits', { as: who })).toMatchObject({ askableFromAt: null })
  })

  it.each([
    [{ birthday: 'accept' }, 'answers.birthday'],
    [{ gift: 'accept', promo: 'reject' }, 'answers.promo'],
    [{ gift: 'maybe' }, 'answers.gift'],
    [{ gift: 'acceptWith' }, 'answers.gift'],
    [{}, 'answers'],
  ])('%j is refused by the name of what is wrong', async (answers, field) => {
    const { who } = await shop.newMember()
    const before = await shop.dump()
    expect((await record(who, answers)).answer).toMatchObject({
      ...{ code: 'INPUT_INVALID', detail: { field } },
    })
    expect(await shop.dump()).toBe(before)
  })

  it('is worth nothing once the shop has chosen another template', async () => {
    const { who, memberId } = await shop.newMember()
    await allow(shop, who, 'gift')
    const [book] = await shop.find('message_permits', { memberId })
    await shop.local.engine.insert('message_permits', [
      { ...book, _id: `${memberId}:expiry`, templateKey: 'expiry', templateId: 'older' },
    ])
    expect(await leftOf(who)).toMatchObject({ gift: 1, expiry: 0 })
    await record(who, { expiry: 'accept' })
    expect(await leftOf(who)).toMatchObject({ expiry: 1 })
  })

  it('costs so many calls for one kind, and its documents', async () => {
    const { who } = await shop.newMember()
    const input = { answers: { gift: 'accept' } } as const
    const { dbCalls, docsWritten } = await shop.call('messages.recordPermits', { as: who, input })
    expect(`${dbCalls} calls, ${docsWritten} written`).toBe('7 calls, 2 written')
  })
})
