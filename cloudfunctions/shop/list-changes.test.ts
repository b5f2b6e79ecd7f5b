import { newOwner } from '../../dev/harness/owner-under-test'
import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
let owner: string
beforeAll(async () => {
  shop = await openShop()
  owner = (await newOwner(shop)).who
})
afterAll(() => shop.stop())

const changes = async (cursor?: string) =>
  shop.value('shop.changes', { as: manager, input: cursor === undefined ? {} : { cursor } })

describe('what managers changed', () => {
  it('stands with who and when, and what it was before', async () => {
    const { revision, stores } = await shop.value('shop.show', { as: owner })
    const { isManaged: _, ...store } = stores[0] ?? raise()
    const facts = {
      ...{ name: '小满鲜食', slogan: '', notice: '' },
      ...{ noticeFromOn: null, noticeUntilOn: null },
    }
    const input = { seenRevision: revision, facts, store: { ...store, phone: '13800001111' } }
    const at = shop.nowMs()
    shop.local.clock.hold(at)
    await shop.value('shop.save', { as: owner, requestId: 'both', input })
    const { changes: rows } = await changes()
    expect(rows.map((row) => [row.kind, row.byName, row.at])).toEqual(
      expect.arrayContaining([
        ['shop', '东家', at],
        ['store', '东家', at],
      ]),
    )
    const fields = Object.fromEntries(rows.map((row) => [row.kind, row.fields]))
    expect(fields.shop).toEqual([
      { field: 'name', before: '惠邻', after: '小满鲜食' },
      { field: 'slogan', before: '住得近，更要对你好', after: null },
    ])
    expect(fields.store).toEqual([{ field: 'phone', before: null, after: '13800001111' }])
  })

  it('tells of staff too: appointed, made a manager, removed', async () => {
    const { who, memberId } = await shop.newMember()
    const appoint = async (role: 'staff' | 'manager') => {
      await shop.advanceClock(60_000)
      const named = { displayName: '小陈', storeId: EAST, role }
      const input = { ...named, memberCode: await shop.codeOf(who) }
      await shop.value('staff.appoint', { as: manager, requestId: shop.fresh('as'), input })
    }
    await appoint('staff')
    await appoint('manager')
    await shop.advanceClock(1_000)
    await shop.value('staff.end', { as: manager, requestId: 'end', input: { memberId } })
    const hers = (await changes()).changes.filter(({ subjectName }) => subjectName === '小陈')
    const role = (before: string | null, after: string | null) => [
      { field: 'role', before, after, storeName: '东店' },
    ]
    expect(hers.map(({ fields, byName }) => [byName, fields])).toEqual([
      ['店长', role('manager', null)],
      ['店长', role('staff', 'manager')],
      ['店长', role(null, 'staff')],
    ])
  })

  it('comes page by page, the newest first, and none twice', async () => {
    const older = Array.from({ length: 25 }, (_, position) => ({
      _id: `old-${position}`,
      ...{ at: 1_000 + position, byId: 'm', byName: '店长' },
      ...{ kind: 'shop', subjectId: null, subjectName: '惠邻' },
      fields: [{ field: 'slogan', before: null, after: `第 ${position} 句` }],
    }))
    await shop.local.engine.insert('shop_changes', older)
    const first = await changes()
    const second = await changes(first.nextCursor ?? '')
    const ids = [...first.changes, ...second.changes].map(({ changeId }) => changeId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.at(-1)).toBe('old-0')
    expect(second.nextCursor).toBeNull()
  })

  it('is kept from a clerk, and a cursor that is no instant is refused', async () => {
    const { answer } = await shop.call('shop.changes', { as: clerk })
    expect(answer).toMatchObject({ code: 'ROLE_REQUIRED' })
    const wrong = { as: manager, input: { cursor: 'newest' } }
    expect((await shop.call('shop.changes', wrong)).answer).toMatchObject({
      code: 'INPUT_INVALID',
    })
  })
})

function raise(): never {
  throw new Error('no store')
}
