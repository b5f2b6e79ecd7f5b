import { importsOf } from '../../dev/harness/import-under-test'
import { openingsOf } from '../../dev/harness/opening-under-test'
import { postJson } from '../../dev/harness/post'
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
let openings: ReturnType<typeof openingsOf>
beforeAll(async () => {
  shop = await openShop()
  openings = openingsOf(shop)
})
afterAll(() => shop.stop())

const claim = async (who: string, phone: string) =>
  shop.callPatiently('openings.claimOpening', {
    as: who,
    input: { phoneCode: await openings.tap(who, phone) },
  })

it('brings the points lot by lot to whoever proves the phone, and says so', async () => {
  const { who } = await shop.newMember()
  const phone = openings.newPhone()
  await openings.wait(phone, [120, '2026-12-05'], [30, '2026-12-20'], [50, '2026-04-01'])
  const { answer } = await claim(who, phone)
  expect(answer).toMatchObject({
    ok: true,
    value: {
      points: 200,
      lots: [
        { points: 50, expiresOn: '2026-04-30' },
        { points: 150, expiresOn: '2026-12-31' },
      ],
      expiredPoints: 0,
      balancePoints: 200,
    },
  })
  const { entries } = await shop.value('points.history', { as: who })
  expect(entries[0]).toMatchObject({
    kind: 'earn',
    points: 200,
    sentence: '领取老会员积分，获得 200 积分',
  })
  expect(await shop.books()).toMatchObject({ balanced: true })
})

it('is once ever: again, ten at once, and after a second import', async () => {
  const { who } = await shop.newMember()
  const phone = openings.newPhone()
  await openings.wait(phone, [70, '2026-12-31'])
  const codes = await atOnce(10, () => openings.tap(who, phone))
  const together = await atOnce(10, (place) =>
    shop.callPatiently('openings.claimOpening', { as: who, input: { phoneCode: codes[place] } }),
  )
  expect(tallyOf(together)).toEqual({ ok: 10 })
  expect(differentAnswers(together)).toBe(1)
  const later = await openings.wait(phone, [70, '2026-12-31'], [5, '2026-11-30'])
  expect(later.checked).toMatchObject({ fineCount: 0, thereCount: 1, wrongCount: 1 })
  const again = await shop.value('openings.claimOpening', { as: who })
  expect(again).toMatchObject({ points: 70, balancePoints: 70 })
  expect(await shop.balanceOf(who)).toBe(70)
})

it('goes to one member only, though two ask at once in two ways', async () => {
  const [her, him] = [await shop.newMember(), await shop.newMember()]
  const phone = openings.newPhone()
  await openings.wait(phone, [40, '2026-12-31'])
  const memberCode = await shop.codeOf(him.who)
  const [online, desk] = await Promise.all([
    claim(her.who, phone),
    shop.callPatiently('openings.claimOpeningAtDesk', { as: clerk, input: { memberCode, phone } }),
  ])
  expect([online.answer.ok, desk.answer.ok].sort()).toEqual([false, true])
  const sum = (await shop.balanceOf(her.who)) + (await shop.balanceOf(him.who))
  expect(sum).toBe(40)
  expect((await shop.books()).balanced).toBe(true)
})

it('binds the phone for good: nobody else has it, and it is not asked twice', async () => {
  const [her, him] = [await shop.newMember(), await shop.newMember()]
  const phone = openings.newPhone()
  const early = await claim(her.who, phone)
  expect(early.answer).toMatchObject({ ok: false, code: 'OPENING_NOT_FOUND' })
  const taken = await claim(him.who, phone)
  expect(taken.answer).toMatchObject({ ok: false, code: 'PHONE_TAKEN' })
  await openings.wait(phone, [15, '2026-12-31'])
  expect(await shop.value('openings.claimOpening', { as: her.who })).toMatchObject({ points: 15 })
  expect(await shop.dump()).not.toContain(phone)
})

it('follows the phone of a membership that was merged, and so do its purchases', async () => {
  const old = await shop.newMember()
  const her = await shop.newMember()
  const phone = openings.newPhone()
  await claim(old.who, phone)
  const fromNumber = await shop.numberOf(old.who)
  const toNumber = await shop.numberOf(her.who)
  const input = { fromNumber, toNumber, reason: '换了手机' }
  await shop.value('merging.merge', { as: manager, input })
  await openings.wait(phone, [35, '2026-12-31'])
  expect((await claim(her.who, phone)).answer).toMatchObject({ ok: true, value: { points: 35 } })
  await shop.advanceClock(3_600_000)
  const rows = [`,${phone}`, `${fromNumber},`].map((who, n) => `东店,2026-03-09,M-${n},${who},8.00`)
  const file = ['门店,日期,小票号,会员号,手机号,实收金额', ...rows].join('\n')
  const { done } = await importsOf(shop).run('purchases', file)
  expect(done).toMatchObject({ bookedCount: 2 })
  expect(await shop.find('purchases', { memberId: her.memberId })).toHaveLength(2)
  expect(await shop.balanceOf(her.who)).toBe(51)
})

it('is not for the manager who brought it in a file', async () => {
  const phone = openings.newPhone()
  await openings.wait(phone, [40, '2026-12-31'])
  const before = await shop.find('opening_points')
  expect((await claim(manager, phone)).answer).toMatchObject({ ok: false, code: 'SELF_SERVICE' })
  expect(await shop.find('opening_points')).toEqual(before)
})

it('repays debt first, and leaves out what ran out while it waited', async () => {
  const { who } = await shop.newMember()
  const { purchaseId } = await shop.earn(who, 50)
  const rewardId = await shop.newReward({ pricePoints: 50 })
  await shop.value('mall.redeem', { as: who, input: { rewardId } })
  await shop.value('purchases.refund', { as: manager, input: { purchaseId } })
  const phone = openings.newPhone()
  await openings.wait(phone, [20, '2026-03-15'], [80, '2026-05-15'])
  await shop.setClock('2026-04-02T02:00:00.000Z')
  const { answer } = await claim(who, phone)
  expect(answer).toMatchObject({
    ok: true,
    value: { points: 80, expiredPoints: 20, debtRepaidPoints: 50, balancePoints: 30 },
  })
})

it('refuses all that has run out, a code used twice, and a shop without quota', async () => {
  const { who } = await shop.newMember()
  const phone = openings.newPhone()
  await openings.wait(phone, [20, '2026-04-15'])
  await shop.setClock('2026-05-02T02:00:00.000Z')
  expect((await claim(who, phone)).answer).toMatchObject({ ok: false, code: 'OPENING_EXPIRED' })
  const other = await shop.newMember()
  const used = { as: other.who, input: { phoneCode: 'an-invented-code' } }
  const invalid = await shop.call('openings.claimOpening', used)
  expect(invalid.answer).toMatchObject({ ok: false, code: 'PHONE_CODE_INVALID' })
  await postJson(`${shop.origin}/openapi/declarations`, { phoneNumbersCount: 0 })
  const poor = await claim(other.who, openings.newPhone())
  expect(poor.answer).toMatchObject({ ok: false, code: 'PHONE_UNAVAILABLE' })
})
