import {
  atOnce,
  clerk,
  differentAnswers,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  WEST,
  westClerk,
} from '../../dev/harness/shop-under-test'
import { MAX_WRONG_STORE_CODES } from '../../shared/limits'

const east = { latitude: 31.2304, longitude: 121.4737 }
const stores = [
  { storeId: EAST, name: '东店', address: '东街 1 号', hours: '07:00–21:00', place: east },
  { storeId: WEST, name: '西店', address: '西街 2 号', hours: '07:00–21:00' },
]

let shop: ShopUnderTest
let eastCode: string
let westCode: string
beforeAll(async () => {
  shop = await openShop({ shop: { stores } })
  eastCode = (await shop.value('checkin.storeCode', { as: clerk })).storeCode
  westCode = (await shop.value('checkin.storeCode', { as: westClerk })).storeCode
})
afterAll(() => shop.stop())

type Input = { storeCode?: string; place?: { latitude: number; longitude: number } }
const press = (who: string, input: Input = {}) => shop.call('checkin.checkIn', { as: who, input })
const visitsOf = async (memberId: string) => (await shop.find('store_visits', { memberId }))[0]
const wrong = () => String((Number(eastCode) + 1) % 100_000_000).padStart(8, '0')

describe('the code of the day', () => {
  it('is shown by those who serve at the store, each store its own, until midnight', async () => {
    const shown = await shop.value('checkin.storeCode', { as: manager, input: { storeId: EAST } })
    expect(shown).toMatchObject({ storeCode: eastCode, storeName: '东店', on: '2026-03-10' })
    expect(new Date(shown.untilAt).toISOString()).toBe('2026-03-10T16:00:00.000Z')
    expect(eastCode).toMatch(/^\d{8}$/)
    expect(westCode).not.toBe(eastCode)
    const foreign = { as: clerk, input: { storeId: WEST } }
    expect((await shop.call('checkin.storeCode', foreign)).answer).toMatchObject({
      code: 'STORE_FOREIGN',
    })
  })
})

describe('a check-in at a store', () => {
  it('keeps one visit, however often it is sent at once', async () => {
    const { who, memberId } = await shop.newMember()
    const calls = await atOnce(10, () =>
      shop.callPatiently('checkin.checkIn', { as: who, input: { storeCode: eastCode } }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 10 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await visitsOf(memberId)).toMatchObject({
      storeIds: [EAST],
      visits: [{ storeId: EAST, nearness: 'unknown' }],
    })
    const { entries } = await shop.value('points.history', { as: who })
    expect(entries).toMatchObject([{ storeName: '东店' }])
  })

  it('costs 8 calls and 3 written; again 2 and 0', async () => {
    const { who } = await shop.newMember()
    const first = await press(who, { storeCode: eastCode })
    expect(`${first.dbCalls} calls, ${first.docsWritten} written`).toBe('8 calls, 3 written')
    const again = await press(who, { storeCode: eastCode })
    expect(`${again.dbCalls} calls, ${again.docsWritten} written`).toBe('2 calls, 0 written')
  })

  it('after one at home, and at a second store, adds a visit and no points', async () => {
    const { who, memberId } = await shop.newMember()
    const first = await press(who)
    for (const storeCode of [westCode, eastCode, westCode]) {
      expect((await press(who, { storeCode })).answer).toEqual(first.answer)
    }
    expect((await visitsOf(memberId))?.storeIds).toEqual([WEST, EAST])
    expect(await shop.balanceOf(who)).toBe(2)
    const shown = await shop.value('checkin.storeCode', { as: westClerk })
    expect(shown.visitCount).toBe(1)
  })

  it.each([
    [{ latitude: 31.2314, longitude: 121.4737 }, 'near'],
    [undefined, 'unknown'],
  ])('told %j is kept as %s', async (place, nearness) => {
    const { who, memberId } = await shop.newMember()
    await press(who, { storeCode: eastCode, ...(place ? { place } : {}) })
    expect(await visitsOf(memberId)).toMatchObject({ visits: [{ nearness }] })
    // Where she was is nobody's business: only how near.
    expect(JSON.stringify(await visitsOf(memberId))).not.toContain('31.23')
  })

  it('from far away is refused, unless the shop does not know where the store is', async () => {
    const { who } = await shop.newMember()
    const place = { latitude: 39.9, longitude: 116.4 }
    const before = await shop.dump()
    expect((await press(who, { storeCode: eastCode, place })).answer).toMatchObject({
      code: 'STORE_FAR',
      detail: { field: 'place' },
    })
    expect(await shop.dump()).toBe(before)
    expect((await press(who, { storeCode: westCode, place })).answer.ok).toBe(true)
  })
})

describe('a wrong code', () => {
  it('is refused by its field, and too many of them end that for the day', async () => {
    const { who, memberId } = await shop.newMember()
    const guesses = await atOnce(MAX_WRONG_STORE_CODES + 4, () =>
      press(who, { storeCode: wrong() }),
    )
    expect(tallyOf(guesses)).toEqual({
      STORE_CODE_INVALID: MAX_WRONG_STORE_CODES,
      STORE_CODE_ATTEMPTS: 4,
    })
    for (const storeCode of [wrong(), eastCode]) {
      expect((await press(who, { storeCode })).answer).toMatchObject({
        code: 'STORE_CODE_ATTEMPTS',
        detail: { field: 'storeCode' },
      })
    }
    expect(await visitsOf(memberId)).toMatchObject({ wrongCount: MAX_WRONG_STORE_CODES })
    // No dead end: she checks in as at home.
    expect((await press(who)).answer.ok).toBe(true)
  })

  it('leaves the right one good, and yesterday’s is wrong today', async () => {
    const { who, memberId } = await shop.newMember()
    await press(who, { storeCode: wrong() })
    expect((await press(who, { storeCode: eastCode })).answer.ok).toBe(true)
    expect(await visitsOf(memberId)).toMatchObject({ wrongCount: 1, storeIds: [EAST] })
    await shop.advanceClock(86_400_000)
    expect((await press(who, { storeCode: eastCode })).answer).toMatchObject({
      code: 'STORE_CODE_INVALID',
    })
  })
})
