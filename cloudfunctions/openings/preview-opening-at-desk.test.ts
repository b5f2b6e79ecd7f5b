import { openingsOf } from '../../dev/harness/opening-under-test'
import { clerk, openShop, type ShopUnderTest, westClerk } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let openings: ReturnType<typeof openingsOf>
beforeAll(async () => {
  shop = await openShop()
  openings = openingsOf(shop)
})
afterAll(() => shop.stop())

const inputOf = async (who: string, phone: string) => ({
  memberCode: await shop.codeOf(who),
  phone,
})
const look = async (who: string, phone: string, as = clerk) =>
  shop.call('openings.openingAtDesk', { as, input: await inputOf(who, phone) })

it('tells what the claim then hands over, and writes nothing', async () => {
  const { who } = await shop.newMember()
  const phone = openings.newPhone()
  await openings.wait(phone, [90, '2026-12-31'], [30, '2027-01-15'])
  const before = await shop.dump()
  const { answer: preview } = await look(who, phone)
  expect(await shop.dump()).toBe(before)
  const input = await inputOf(who, phone)
  const claimed = await shop.value('openings.claimOpeningAtDesk', { as: clerk, input })
  const { claimedAt: _at, ...handed } = claimed
  expect(preview).toMatchObject({ ok: true, value: handed })
  expect(handed).toMatchObject({ points: 120, balancePoints: 120, lots: [{ points: 90 }, {}] })
})

it('says no as the claim does, and counts guesses with it', async () => {
  const [her, him] = [await shop.newMember(), await shop.newMember()]
  const phone = openings.newPhone()
  await openings.wait(phone, [10, '2026-12-31'])
  expect((await look(clerk, phone)).answer).toMatchObject({ ok: false, code: 'SELF_SERVICE' })
  const input = await inputOf(her.who, phone)
  await shop.value('openings.claimOpeningAtDesk', { as: clerk, input })
  const claimed = { ok: false, code: 'OPENING_CLAIMED' }
  expect((await look(her.who, phone)).answer).toMatchObject(claimed)
  expect((await look(him.who, phone)).answer).toMatchObject(claimed)
  for (let guess = 0; guess < 10; guess += 1) {
    const wrong = await look(him.who, openings.newPhone(), westClerk)
    expect(wrong.answer).toMatchObject({ ok: false, code: 'OPENING_NOT_FOUND' })
  }
  const stopped = await look(him.who, phone, westClerk)
  expect(stopped.answer).toMatchObject({ ok: false, code: 'CODE_ATTEMPTS' })
})
