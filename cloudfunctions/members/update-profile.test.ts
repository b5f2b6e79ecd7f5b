import {
  atOnce,
  differentAnswers,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'
import type { Birthday } from '../../shared/calendar/birthday'

const DAY_MS = 86_400_000
const inFebruary: Birthday = { calendar: 'solar', month: 2, day: 28, year: 1990 }
const inMarch: Birthday = { ...inFebruary, month: 3, day: 1 }

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.stop())

const update = async (who: string, input: object, requestId = shop.fresh('request')) =>
  (await shop.callPatiently('members.updateProfile', { as: who, requestId, input })).answer

describe('the profile', () => {
  it('changes what is given and leaves the rest', async () => {
    const { who } = await shop.newMember()
    await update(who, { nickname: '小满', avatar: 'preset:peach' })
    const profile = { nickname: '小满', avatar: 'preset:peach', birthday: inFebruary }
    expect(await update(who, { birthday: inFebruary })).toMatchObject({ ok: true, value: profile })
    const { member } = await shop.value('members.home', { as: who })
    expect(member).toMatchObject(profile)
  })

  it('keeps of a nickname what others see, and refuses one of which they see nothing', async () => {
    const { who } = await shop.newMember()
    const { member } = await shop.value('members.home', { as: who })
    expect(member?.nickname).toMatch(/^惠邻会员\d{4}$/)
    const families = '👨‍👩‍👧‍👦'.repeat(10)
    expect(await update(who, { nickname: families })).toMatchObject({ ok: true })
    const named = await update(who, { nickname: ' \u202E小满\u200B' })
    expect(named).toMatchObject({ ok: true, value: { nickname: '小满' } })
    const before = await shop.dump()
    for (const nickname of ['\u3164', '\u200B', '二'.repeat(21)]) {
      expect(await update(who, { nickname })).toMatchObject({
        code: 'INPUT_INVALID',
        detail: { field: 'nickname' },
      })
    }
    expect(await shop.dump()).toBe(before)
  })

  it('takes a birthday by the lunar calendar, without its year, in a leap month', async () => {
    const { who } = await shop.newMember()
    const birthday = { calendar: 'lunar', month: 6, day: 30, isLeapMonth: true }
    expect(await update(who, { birthday })).toMatchObject({ ok: true, value: { birthday } })
  })

  it('lets the birthday be changed once in 365 days', async () => {
    const { who } = await shop.newMember()
    await update(who, { birthday: inFebruary })
    const before = await shop.dump()
    const others = [inMarch, { ...inFebruary, calendar: 'lunar' }, { ...inFebruary, year: 1991 }]
    for (const birthday of others) {
      expect(await update(who, { birthday })).toMatchObject({
        code: 'BIRTHDAY_TOO_SOON',
        detail: { lockedUntilOn: '2027-03-10' },
      })
    }
    expect(await shop.dump()).toBe(before)
    const same = { birthday: { ...inFebruary, isLeapMonth: false }, nickname: '小满' }
    expect(await update(who, same)).toMatchObject({ ok: true })
    await shop.advanceClock(365 * DAY_MS)
    expect(await update(who, { birthday: inMarch })).toMatchObject({ ok: true })
  })

  it('refuses a birthday that lies ahead or does not exist, by its field', async () => {
    const { who } = await shop.newMember()
    const solar = { calendar: 'solar', year: 1990, month: 1, day: 1 }
    const lunar = { ...solar, calendar: 'lunar' }
    for (const [birthday, field] of [
      [{ ...solar, year: 2026, month: 3, day: 11 }, 'birthday.year'],
      [{ ...solar, month: 2, day: 30 }, 'birthday.day'],
      [{ ...solar, year: 1890 }, 'birthday.year'],
      [{ ...lunar, year: 2024, month: 12, day: 30 }, 'birthday.day'],
      [{ ...lunar, year: 2024, month: 6, isLeapMonth: true }, 'birthday.isLeapMonth'],
      ['1990-02-03', 'birthday'],
    ] as const) {
      expect(await update(who, { birthday })).toMatchObject({
        code: 'INPUT_INVALID',
        detail: { field },
      })
    }
  })

  it('answers one request once, fifty times at once, and not with another name', async () => {
    const { who } = await shop.newMember()
    const requestId = shop.fresh('request')
    const input = { nickname: '小满', birthday: inFebruary }
    const calls = await atOnce(50, () =>
      shop.callPatiently('members.updateProfile', { as: who, requestId, input }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 50 })
    expect(differentAnswers(calls)).toBe(1)
    for (const another of [{ nickname: '大满' }, { ...input, birthday: inMarch }]) {
      expect(await update(who, another, requestId)).toMatchObject({ code: 'REQUEST_REUSED' })
    }
  })

  it('keeps no birthday in the open, and no hash that every machine could make', async () => {
    const { who, memberId } = await shop.newMember()
    await update(who, { birthday: { ...inFebruary, month: 11, day: 23 } })
    const [member] = await shop.find('members', { _id: memberId })
    expect(Object.keys(Object(member?.birthday)).sort()).toEqual(['data', 'keyId'])
    expect(member?.birthdayHash).toMatch(/^[0-9a-f]{32}$/)
    const dump = await shop.dump()
    for (const plain of ['1990-', '11-23', '"month"', '"year"', 'solar']) {
      expect(dump).not.toContain(plain)
    }
  })
})
