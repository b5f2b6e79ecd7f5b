import { openingsOf } from '../../dev/harness/opening-under-test'
import { clerk, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let openings: ReturnType<typeof openingsOf>
beforeAll(async () => {
  shop = await openShop()
  openings = openingsOf(shop)
})
afterAll(() => shop.stop())

const mine = async (as: string) => (await shop.value('openings.mine', { as })).claimed

it('says what a member took by her phone, and nothing of another', async () => {
  const [{ who }, other] = [await shop.newMember(), await shop.newMember()]
  const phone = openings.newPhone()
  await openings.wait(phone, [70, '2026-12-31'])
  expect(await mine(who)).toBeNull()
  const input = { phoneCode: await openings.tap(who, phone) }
  const taken = await shop.value('openings.claimOpening', { as: who, input })
  expect(await mine(who)).toEqual(taken)
  expect(taken.points).toBe(70)
  expect(await mine(other.who)).toBeNull()
})

it('says it too when staff handed it over', async () => {
  const { who } = await shop.newMember()
  const phone = openings.newPhone()
  await openings.wait(phone, [90, '2026-12-31'])
  const input = { memberCode: await shop.codeOf(who), phone }
  const handed = await shop.value('openings.claimOpeningAtDesk', { as: clerk, input })
  expect(await mine(who)).toEqual(handed)
})

it('is for members', async () => {
  const { answer } = await shop.call('openings.mine', { as: shop.fresh('visitor') })
  expect(answer).toMatchObject({ ok: false, code: 'MEMBER_REQUIRED' })
})
