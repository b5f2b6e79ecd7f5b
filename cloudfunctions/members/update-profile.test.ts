import {
  atOnce,
  differentAnswers,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

const DAY_MS = 86_400_000

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
    expect(await update(who, { birthday: '1990-02-28' })).toMatchObject({
      ok: true,
      value: { nickname: '小满', avatar: 'preset:peach', birthdayOn: '1990-02-28' },
    })
  })

  it('lets the birthday be changed once in 365 days', async () => {
    const { who } = await shop.newMember()
    await update(who, { birthday: '1990-02-28' })
    const before = await shop.dump()
    expect(await update(who, { birthday: '1990-03-01' })).toMatchObject({
      code: 'BIRTHDAY_TOO_SOON',
      detail: { lockedUntilOn: '2027-03-10' },
    })
    expect(await shop.dump()).toBe(before)
    expect(await update(who, { birthday: '1990-02-28', nickname: '小满' })).toMatchObject({
      ok: true,
    })
    await shop.advanceClock(365 * DAY_MS)
    expect(await update(who, { birthday: '1990-03-01' })).toMatchObject({ ok: true })
  })

  it('refuses a birthday that lies ahead or does not exist', async () => {
    const { who } = await shop.newMember()
    for (const birthday of ['2026-03-11', '1990-02-30', '1990-2-3', '1890-01-01']) {
      expect(await update(who, { birthday })).toMatchObject({
        code: 'INPUT_INVALID',
        detail: { field: 'birthday' },
      })
    }
  })

  it('answers one request once, fifty times at once, and not with another name', async () => {
    const { who } = await shop.newMember()
    const requestId = shop.fresh('request')
    const calls = await atOnce(50, () =>
      shop.callPatiently('members.updateProfile', {
        as: who,
        requestId,
        input: { nickname: '小满' },
      }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 50 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await update(who, { nickname: '大满' }, requestId)).toMatchObject({
      code: 'REQUEST_REUSED',
    })
  })
})
