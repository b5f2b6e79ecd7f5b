import { openingsOf } from '../../dev/harness/opening-under-test'
import {
  atOnce,
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'
import { MAX_LOOKUPS_A_DAY, MAX_MEMBERS_FOUND } from '../../shared/limits'

jest.setTimeout(60_000)

const DAY_MS = 86_400_000
let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const ask = (text: string, as = manager, requestId = shop.fresh('search')) =>
  shop.callPatiently('members.find', { as, requestId, input: { text } })
const find = async (text: string, as = manager) => {
  const { answer } = await ask(text, as)
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}
const numbersOf = async (text: string, as = manager) =>
  (await find(text, as)).members.map(({ memberNumber }) => memberNumber)

/** A member with a name. */
async function named(nickname: string) {
  const member = await shop.newMember()
  await shop.value('members.updateProfile', { as: member.who, input: { nickname } })
  return { ...member, memberNumber: await shop.numberOf(member.who) }
}

describe('finding a member', () => {
  it('takes a part of her nickname, in any case and width, as it stands', async () => {
    const lin = await named('林晓棠')
    const anna = await named('Anna.B(1)')
    expect(await numbersOf('晓棠')).toEqual([lin.memberNumber])
    expect(await numbersOf(' ａｎＮＡ ')).toEqual([anna.memberNumber])
    expect(await numbersOf('a.b(1')).toEqual([anna.memberNumber])
    for (const text of ['林.棠', '.*', 'a|林', '^林', '棠$', '\\', '[林]']) {
      expect({ text, found: await numbersOf(text) }).toEqual({ text, found: [] })
    }
    const { members } = await find('林晓')
    const { memberNumber } = lin
    expect(members).toEqual([
      {
        ...{ memberNumber, nickname: '林晓棠', avatar: expect.any(String), foundBy: 'nickname' },
        ...{ joinedOn: '2026-03-10', receipt: null },
      },
    ])
  })

  it('takes her number, her code and her receipt of a store that she manages', async () => {
    const { who, memberNumber } = await named('周阿姨')
    const input = { memberCode: await shop.codeOf(who), storeId: EAST, billFen: 4_200 }
    await shop.value('purchases.settle', { as: clerk, input: { ...input, receiptNo: 'R-0042' } })
    expect((await find(memberNumber)).members).toMatchObject([{ foundBy: 'memberNumber' }])
    expect(await numbersOf(await shop.codeOf(who))).toEqual([memberNumber])
    const receipt = { storeName: '东店', businessOn: '2026-03-10', receiptNo: 'R-0042' }
    expect((await find('Ｒ－００４２')).members).toMatchObject([
      { memberNumber, foundBy: 'receipt', receipt },
    ])
    expect(await numbersOf('R-004')).toEqual([])
  })

  it('takes her whole phone, and no part of one', async () => {
    const openings = openingsOf(shop)
    const { who, memberNumber } = await named('有手机的人')
    const phone = openings.newPhone()
    await openings.wait(phone, [10, '2026-12-31'])
    const phoneCode = await openings.tap(who, phone)
    await shop.value('openings.claimOpening', { as: who, input: { phoneCode } })
    expect((await find(`+86 ${phone}`)).members).toMatchObject([{ memberNumber, foundBy: 'phone' }])
    expect(await numbersOf(phone.slice(0, 10))).toEqual([])
    const [look] = await shop.find('member_lookups', { memberIds: [] })
    expect(JSON.stringify(await shop.find('member_lookups'))).not.toContain(phone.slice(0, 10))
    expect(look).toMatchObject({ what: 'find', staffName: '店长' })
  })

  it('names where a membership lives by now, once', async () => {
    const [gone, stays] = [await named('两个微信甲'), await named('两个微信乙')]
    const sides = { fromNumber: gone.memberNumber, toNumber: stays.memberNumber }
    await shop.value('merging.merge', { as: manager, input: { ...sides, reason: '换了手机' } })
    expect(await numbersOf('两个微信')).toEqual([stays.memberNumber])
    expect(await numbersOf(gone.memberNumber)).toEqual([stays.memberNumber])
  })

  it('names so many, and says that there are more', async () => {
    for (let made = 0; made < MAX_MEMBERS_FOUND; made += 1) await named(`同名${made}`)
    expect(await find('同名')).toMatchObject({ isMore: false })
    await named('同名也是')
    const { members, isMore } = await find('同名')
    expect({ count: members.length, isMore }).toEqual({ count: MAX_MEMBERS_FOUND, isMore: true })
  })
})

describe('each search', () => {
  it('is kept once with whom it named, however often one request comes', async () => {
    const { memberId, memberNumber } = await named('只找一次')
    const requestId = shop.fresh('search')
    const calls = await atOnce(10, () => ask('只找一次', manager, requestId))
    expect(tallyOf(calls)).toEqual({ ok: 10 })
    expect(await shop.find('member_lookups', { memberIds: memberId })).toHaveLength(1)
    const other = await ask(memberNumber, manager, requestId)
    expect(other.answer).toMatchObject({ code: 'REQUEST_REUSED' })
  })

  it('counts before it answers: so many a day, at once too, and no more', async () => {
    const who = shop.fresh('second-manager')
    await shop.appointManager(who)
    const { memberId } = await shop.value('members.join', { as: who })
    const _id = `${memberId}:2026-03-10`
    const count = MAX_LOOKUPS_A_DAY - 3
    await shop.local.engine.insert('lookup_days', [{ _id, on: '2026-03-10', count }])
    const calls = await atOnce(8, () => ask('nobody here', who))
    expect(tallyOf(calls)).toEqual({ ok: 3, LOOKUPS_USED: 5 })
    const { answer } = await ask('林晓棠', who)
    expect(answer).toMatchObject({ ok: false, code: 'LOOKUPS_USED' })
    expect(answer).not.toHaveProperty('detail')
    expect(await shop.find('member_lookups', { staffId: memberId })).toHaveLength(3)
    await shop.advanceClock(DAY_MS)
    expect((await ask('林晓棠', who)).answer.ok).toBe(true)
  })

  it('is no clerk’s, and leaves no trace of hers', async () => {
    const before = await shop.dump()
    expect((await ask('林', clerk)).answer).toMatchObject({ code: 'ROLE_REQUIRED' })
    expect(await shop.dump()).toBe(before)
  })

  it('is forgotten after two years, and its day after a month', async () => {
    await shop.advanceClock(40 * DAY_MS)
    await shop.fireTimer('members')
    expect(await shop.find('lookup_days')).toEqual([])
    expect((await shop.find('member_lookups')).length).toBeGreaterThan(0)
    await shop.advanceClock(731 * DAY_MS)
    await shop.fireTimer('members')
    expect(await shop.find('member_lookups')).toEqual([])
  })
})
