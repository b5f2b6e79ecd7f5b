import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { dataKeys, phoneSecret } from '../../dev/shop-variables'
import type { Birthday } from '../../shared/calendar/birthday'
import { birthdayOf, keptBirthday } from './birthday-document'
import { phoneDocumentOf, phoneNumberOf } from './phone-document'

const DAY_MS = 86_400_000
const MANY = 130
const [current = '', old = ''] = dataKeys.split(',')
const birthdayOfPlace = (place: number): Birthday => ({
  calendar: 'lunar',
  month: (place % 12) + 1,
  day: (place % 30) + 1,
})
const phoneOfPlace = (place: number) => `139${String(place).padStart(8, '0')}`

let shop: ShopUnderTest
beforeAll(async () => {
  process.env.HUILIN_PHONE_SECRET = phoneSecret
  shop = await openShop()
})
afterAll(() => shop.stop())

/** Members and phones as an old key left them. */
async function insertOld(): Promise<void> {
  process.env.HUILIN_DATA_KEYS = old
  const [like] = await shop.find('members')
  const places = Array.from({ length: MANY }, (_unused, place) => place)
  const members = places.map((place) => {
    const _id = `old-${place}`
    const number = { memberNumber: `old-${place}`, nickname: `old ${place}` }
    return { ...like, _id, ...number, ...keptBirthday(_id, birthdayOfPlace(place)) }
  })
  const phones = places.map((place) =>
    phoneDocumentOf(phoneOfPlace(place), { memberId: `old-${place}`, boundAt: 0 }),
  )
  await shop.local.engine.insert('members', JSON.parse(JSON.stringify(members)))
  await shop.local.engine.insert('member_phones', JSON.parse(JSON.stringify(phones)))
}

const stale = async () =>
  (await shop.find('members', { 'birthday.keyId': 'before' })).length +
  (await shop.find('member_phones', { 'phone.keyId': 'before' })).length

describe('what an old key sealed', () => {
  it('is sealed by the new one in pages, killed after each call, and says the same', async () => {
    await insertOld()
    const { who } = await shop.newMember()
    await shop.value('members.updateProfile', {
      as: who,
      input: { birthday: birthdayOfPlace(1) },
    })
    expect(await stale()).toBe(2 * MANY)
    let left = 2 * MANY
    for (const call of [3, 4, 5, 40]) {
      const rule = { kind: 'kill', function: 'members', at: 'after-call', call } as const
      shop.local.faults.set({ rules: [rule] })
      await shop.fireTimer('members')
      shop.local.faults.set({ rules: [] })
      // The lease of the run that was killed runs out.
      await shop.advanceClock(120_000)
      const leftNow = await stale()
      expect(leftNow).toBeLessThanOrEqual(left)
      left = leftNow
    }
    expect(left).toBeGreaterThan(0)
    await shop.fireTimer('members')
    expect(await stale()).toBe(0)
    process.env.HUILIN_DATA_KEYS = current
    for (const place of [0, 63, MANY - 1]) {
      const [member] = await shop.find('members', { _id: `old-${place}` })
      const [phone] = await shop.find('member_phones', { memberId: `old-${place}` })
      expect(birthdayOf(Object(member))).toEqual(birthdayOfPlace(place))
      expect(phoneNumberOf(Object(phone))).toBe(phoneOfPlace(place))
    }
  })

  it('stays where nobody can open it, and keeps no other from going on', async () => {
    await shop.advanceClock(DAY_MS)
    await shop.local.engine.insert('member_phones', [
      { _id: 'moved', memberId: 'moved', boundAt: 0, phone: { keyId: 'before', data: 'AAAA' } },
    ])
    await shop.fireTimer('members')
    expect(await shop.find('job_runs', { name: 'members.reseal' })).toContainEqual(
      expect.objectContaining({
        failure: null,
        counts: expect.objectContaining({ unreadable: 1, unfinished: 0 }),
      }),
    )
    expect(await stale()).toBe(1)
  })
})
