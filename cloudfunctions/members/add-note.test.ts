import {
  atOnce,
  clerk,
  differentAnswers,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'
import { MAX_MEMBER_NOTES } from '../../shared/limits'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const add = (memberId: string, text: string, { as = manager, requestId = '' } = {}) =>
  shop.callPatiently('members.addNote', {
    ...{ as, requestId: requestId || shop.fresh('note'), input: { memberId, text } },
  })
const notesOn = async (who: string) => {
  const input = { memberNumber: await shop.numberOf(who) }
  return (await shop.value('members.show', { as: manager, input })).notes
}

describe('a note on a member', () => {
  it('stands on her page with its author, the newest first, and nowhere for her', async () => {
    const { who, memberId } = await shop.newMember()
    await add(memberId, '膝盖不好，送到门口')
    await shop.advanceClock(60_000)
    await add(memberId, '不吃香菜')
    const notes = await notesOn(who)
    expect(notes.map(({ text }) => text)).toEqual(['不吃香菜', '膝盖不好，送到门口'])
    expect(notes[0]).toMatchObject({ byName: '店长', at: expect.any(Number) })
    const hers = await shop.value('members.home', { as: who })
    expect(JSON.stringify(hers)).not.toContain('香菜')
  })

  it('is written once, however often one request comes', async () => {
    const { memberId } = await shop.newMember()
    const requestId = shop.fresh('note')
    const calls = await atOnce(10, () => add(memberId, '老邻居', { requestId }))
    expect(tallyOf(calls)).toEqual({ ok: 10 })
    expect(differentAnswers(calls)).toBe(1)
    expect(await shop.find('member_notes', { memberId })).toHaveLength(1)
    const other = await add(memberId, '新邻居', { requestId })
    expect(other.answer).toMatchObject({ code: 'REQUEST_REUSED' })
  })

  it('is refused for herself, nobody, on a full page and to a clerk, untraced', async () => {
    const { memberId } = await shop.newMember()
    const like = { memberId, text: '满', byId: 'm', byName: '店长', at: 1, hash: 'h' }
    const full = Array.from({ length: MAX_MEMBER_NOTES }, (_, place) => {
      return { ...like, _id: `full-${place}`, removed: null }
    })
    await shop.local.engine.insert('member_notes', full)
    const own = await shop.value('members.join', { as: manager })
    const before = await shop.dump()
    const codeOf = async (id: string, as = manager) => (await add(id, '多一条', { as })).answer
    expect(await codeOf(memberId)).toMatchObject({ code: 'NOTES_FULL' })
    expect(await codeOf(own.memberId)).toMatchObject({ code: 'SELF_SERVICE' })
    expect(await codeOf('0'.repeat(32))).toMatchObject({ code: 'MEMBER_NOT_FOUND' })
    expect(await codeOf(memberId, clerk)).toMatchObject({ code: 'ROLE_REQUIRED' })
    expect(await shop.dump()).toBe(before)
  })
})
