import type * as v from 'valibot'
import { openingsOf } from '../../dev/harness/opening-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

import type { members } from '../../shared/contract/members'

const birthday = { calendar: 'lunar', month: 11, day: 23, year: 1963 } as const
const reason = '核对生日礼'
const phoneOnly = { what: 'phone' } as const
const birthdayOnly = { what: 'birthday' } as const

let shop: ShopUnderTest
let openings: ReturnType<typeof openingsOf>
beforeAll(async () => {
  shop = await openShop()
  openings = openingsOf(shop)
})
afterAll(() => shop.stop())

/** Somebody who told her birthday and proved her phone. */
async function someone() {
  const { who, memberId } = await shop.newMember()
  const phone = openings.newPhone()
  await openings.wait(phone, [10, '2026-12-31'])
  await shop.value('members.updateProfile', { as: who, input: { birthday } })
  const phoneCode = await openings.tap(who, phone)
  await shop.value('openings.claimOpening', { as: who, input: { phoneCode } })
  return { who, memberId, phone }
}
const reveal = async (
  as: string,
  input: v.InferInput<typeof members.reveal.input>,
  requestId = shop.fresh('request'),
) => (await shop.callPatiently('members.reveal', { as, requestId, input })).answer
const shown = async (who: string) => ({ memberCode: await shop.codeOf(who), storeId: EAST, reason })

describe('private data of a member', () => {
  it('is shown one at a time to who serves her, and each look is kept', async () => {
    const { who, memberId, phone } = await someone()
    const seenPhone = await reveal(clerk, { ...(await shown(who)), ...phoneOnly })
    const stars = `${phone.slice(0, 3)}****${phone.slice(-4)}`
    expect(seenPhone).toMatchObject({ ok: true, value: { phone: stars, birthday: null } })
    const seenBirthday = await reveal(clerk, { ...(await shown(who)), ...birthdayOnly })
    expect(seenBirthday).toMatchObject({ ok: true, value: { phone: null, birthday } })
    const log = await shop.find('reveals', { memberId })
    const common = { storeId: EAST, reason, at: expect.any(Number) }
    expect(log).toHaveLength(2)
    expect(log).toContainEqual(expect.objectContaining({ ...common, ...phoneOnly }))
    expect(log).toContainEqual(expect.objectContaining({ ...common, ...birthdayOnly }))
  })

  it('is shown to a manager who names her by her number, and to no clerk who does', async () => {
    const { who, memberId } = await someone()
    const input = { memberNumber: await shop.numberOf(who), ...birthdayOnly, reason }
    expect(await reveal(clerk, input)).toMatchObject({ code: 'ROLE_REQUIRED' })
    expect(await reveal(manager, input)).toMatchObject({ ok: true, value: { birthday } })
    expect(await shop.find('reveals', { memberId, storeId: null })).toHaveLength(1)
  })

  it('is looked at once, however often one request comes', async () => {
    const { who, memberId } = await someone()
    const requestId = shop.fresh('request')
    const input = { ...(await shown(who)), ...birthdayOnly }
    const calls = await atOnce(10, () =>
      shop.callPatiently('members.reveal', { as: clerk, requestId, input }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 10 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await shop.find('reveals', { memberId })).toHaveLength(1)
    expect(await reveal(clerk, { ...input, what: 'phone' }, requestId)).toMatchObject({
      code: 'REQUEST_REUSED',
    })
  })

  it('is shown to nobody without a reason, by a code of yesterday, or of herself', async () => {
    const { who } = await someone()
    const input = { ...(await shown(who)), ...phoneOnly }
    const before = await shop.find('reveals')
    expect(await reveal(clerk, { ...input, reason: ' ' })).toMatchObject({
      code: 'INPUT_INVALID',
      detail: { field: 'reason' },
    })
    expect(await reveal(clerk, { ...(await shown(clerk)), ...phoneOnly })).toMatchObject({
      code: 'SELF_SERVICE',
    })
    const told = (await shop.newMember()).who
    expect(await reveal(clerk, { ...(await shown(told)), ...phoneOnly })).toMatchObject({
      code: 'PRIVATE_NOT_TOLD',
    })
    await shop.advanceClock(3_600_000)
    expect(await reveal(clerk, input)).toMatchObject({ code: 'CODE_EXPIRED' })
    expect(await shop.find('reveals')).toEqual(before)
  })

  it('lies nowhere in the open', async () => {
    const { phone } = await someone()
    const dump = await shop.dump()
    // Four digits alone come by chance in any hash; so whole numbers and words are looked for.
    const stars = `${phone.slice(0, 3)}****${phone.slice(-4)}`
    for (const plain of [phone, stars, '1963-', '11-23', 'lunar', '"month"', '"year"']) {
      expect(dump).not.toContain(plain)
    }
  })
})
