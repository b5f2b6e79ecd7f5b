import { openingsOf } from '../../dev/harness/opening-under-test'
import {
  atOnce,
  clerk,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  westClerk,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let openings: ReturnType<typeof openingsOf>
beforeAll(async () => {
  shop = await openShop()
  openings = openingsOf(shop)
})
afterAll(() => shop.stop())

const hand = async (who: string, phone: string, as = clerk) => {
  const memberCode = await shop.codeOf(who)
  return shop.callPatiently('openings.claimOpeningAtDesk', { as, input: { memberCode, phone } })
}

it('hands points over to who has the old card, once, with the clerk in the books', async () => {
  const { who, memberId } = await shop.newMember()
  const phone = openings.newPhone()
  await openings.wait(phone, [90, '2026-12-31'])
  const together = await atOnce(8, () => hand(who, phone))
  expect(tallyOf(together)).toEqual({ ok: 8 })
  expect(differentAnswers(together)).toBe(1)
  expect(await shop.balanceOf(who)).toBe(90)
  const [entry] = await shop.find('points_entries', { memberId, reason: 'openingClaimed' })
  const [staff] = await shop.find('staff', { displayName: '小东' })
  expect(entry).toMatchObject({ staffId: staff?._id, posting: { from: 'program:opening' } })
})

it('gives one member one old card, and one card one member', async () => {
  const [her, him] = [await shop.newMember(), await shop.newMember()]
  const [phone, second] = [openings.newPhone(), openings.newPhone()]
  await openings.wait(phone, [10, '2026-12-31'])
  await openings.wait(second, [20, '2026-12-31'])
  await hand(her.who, phone)
  const before = await shop.dump()
  const refused = { ok: false, code: 'OPENING_CLAIMED' }
  expect((await hand(her.who, second)).answer).toMatchObject(refused)
  expect((await hand(him.who, phone)).answer).toMatchObject(refused)
  expect(await shop.dump()).toBe(before)
})

it('is for her whose old membership had proved the phone', async () => {
  const [old, her] = [await shop.newMember(), await shop.newMember()]
  const phone = openings.newPhone()
  const phoneCode = await openings.tap(old.who, phone)
  await shop.call('openings.claimOpening', { as: old.who, input: { phoneCode } })
  const fromNumber = await shop.numberOf(old.who)
  const input = { fromNumber, toNumber: await shop.numberOf(her.who), reason: '换了手机' }
  await shop.value('merging.merge', { as: manager, input })
  await openings.wait(phone, [10, '2026-12-31'])
  expect((await hand(her.who, phone)).answer).toMatchObject({ ok: true, value: { points: 10 } })
})

it('is not for oneself, nor for a phone that another has proved, nor for guessing', async () => {
  const phone = openings.newPhone()
  await openings.wait(phone, [10, '2026-12-31'])
  expect((await hand(clerk, phone)).answer).toMatchObject({ ok: false, code: 'SELF_SERVICE' })
  const [owner, other] = [await shop.newMember(), await shop.newMember()]
  const proved = openings.newPhone()
  const phoneCode = await openings.tap(owner.who, proved)
  await shop.call('openings.claimOpening', { as: owner.who, input: { phoneCode } })
  await openings.wait(proved, [10, '2026-12-31'])
  expect((await hand(other.who, proved)).answer).toMatchObject({ ok: false, code: 'PHONE_TAKEN' })
  for (let guess = 0; guess < 10; guess += 1) {
    const wrong = await hand(other.who, openings.newPhone(), westClerk)
    expect(wrong.answer).toMatchObject({ ok: false, code: 'OPENING_NOT_FOUND' })
  }
  const stopped = await hand(other.who, phone, westClerk)
  expect(stopped.answer).toMatchObject({ ok: false, code: 'CODE_ATTEMPTS' })
})
