import {
  atOnce,
  clerk,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

async function noted(who: string) {
  const { memberId } = await shop.value('members.join', { as: who })
  const input = { memberId, text: '不吃香菜' }
  return (await shop.value('members.addNote', { as: manager, input })).noteId
}
const remove = (noteId: string, as = manager) =>
  shop.callPatiently('members.removeNote', {
    ...{ as, requestId: shop.fresh('remove'), input: { noteId } },
  })

describe('a note that is taken off', () => {
  it('is on her page no more, and is kept with who took it off', async () => {
    const who = shop.fresh('member')
    const noteId = await noted(who)
    expect((await remove(noteId)).answer.ok).toBe(true)
    const input = { memberNumber: await shop.numberOf(who) }
    const { notes } = await shop.value('members.show', { as: manager, input })
    expect(notes).toEqual([])
    expect(await shop.find('member_notes', { _id: noteId })).toMatchObject([
      { text: '不吃香菜', removed: { byName: '店长', at: expect.any(Number) } },
    ])
  })

  it('goes once, of ten who take it off at once', async () => {
    const noteId = await noted(shop.fresh('member'))
    const calls = await atOnce(10, () => remove(noteId))
    expect(tallyOf(calls)).toEqual({ ok: 1, NOTE_NOT_FOUND: 9 })
  })

  it('is refused where there is none, on herself and to a clerk, without a trace', async () => {
    const noteId = await noted(shop.fresh('member'))
    const { memberId } = await shop.value('members.join', { as: manager })
    const like = { memberId, text: '自己', byId: 'm', byName: '西店长', at: 1, hash: 'h' }
    await shop.local.engine.insert('member_notes', [{ _id: 'own', ...like, removed: null }])
    const before = await shop.dump()
    expect((await remove('no-note')).answer).toMatchObject({ code: 'NOTE_NOT_FOUND' })
    expect((await remove('own')).answer).toMatchObject({ code: 'SELF_SERVICE' })
    expect((await remove(noteId, clerk)).answer).toMatchObject({ code: 'ROLE_REQUIRED' })
    expect(await shop.dump()).toBe(before)
  })
})
