import { listsOf } from '../../dev/harness/lists-under-test'
import {
  atOnce,
  differentAnswers,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

type Deed = 'close' | 'extend' | 'withdraw' | 'endRepeat'

const DAY_MS = 86_400_000
const apple = [{ itemId: 'i1', quantity: 1 }]
const lists = () => listsOf(shop)

const decide = (deed: Deed, as: string, listId: string) => decideOnce(deed, as, { listId })
const decideOnce = (
  deed: Deed,
  as: string,
  { listId, requestId = shop.fresh(deed) }: { listId: string; requestId?: string },
) => shop.callPatiently(`lists.${deed}`, { as, requestId, input: { listId } })
const stored = (listId: string) => lists().stored(listId)
const bookOf = (listId: string) => lists().bookOf(listId)

describe('a list that is closed', () => {
  it('takes nobody from that instant on, asked once or sixteen times at once', async () => {
    const { owner, listId } = await lists().newList()
    const { who } = await shop.newMember()
    await lists().join(who, { listId, lines: apple })
    const requestId = shop.fresh('close')
    const calls = await atOnce(16, () => decideOnce('close', owner, { listId, requestId }))
    expect(tallyOf(calls)).toEqual({ ok: 16 })
    expect(differentAnswers(calls)).toBe(1)
    const late = await shop.newMember()
    expect((await lists().join(late.who, { listId, lines: apple })).answer).toMatchObject({
      code: 'LIST_CLOSED',
    })
    await shop.fireTimer('lists')
    expect(await stored(listId)).toMatchObject({ state: 'ordered', dueAt: 0 })
    const again = await decide('close', owner, listId)
    expect(again.answer).toEqual(calls[0]?.answer)
  })
})

describe('a list that is extended', () => {
  it('is open a day longer, once', async () => {
    const { owner, listId } = await lists().newList()
    const before = Number((await stored(listId))?.cutOffAt)
    const calls = await atOnce(6, () => decide('extend', owner, listId))
    expect(tallyOf(calls)).toEqual({ ok: 1, LIST_EXTENDED: 5 })
    const cutOffAt = before + DAY_MS
    expect(await stored(listId)).toMatchObject({ cutOffAt, isExtended: true, dueAt: cutOffAt })
    expect(await bookOf(listId)).toMatchObject({ cutOffAt })
    await shop.advanceClock(before - shop.nowMs())
    await shop.fireTimer('lists')
    const { who } = await shop.newMember()
    expect((await lists().join(who, { listId, lines: apple })).answer).toMatchObject({ ok: true })
    await shop.advanceClock(cutOffAt - shop.nowMs())
    const over = await lists().refusalOf(() => decide('extend', owner, listId))
    expect(over).toMatchObject({ code: 'LIST_CLOSED' })
  })
})

describe('a list that is withdrawn', () => {
  it('is gone where nobody has joined, as a draft and while it runs', async () => {
    const draft = await lists().newDraft()
    const { answer } = await decide('withdraw', draft.owner, draft.listId)
    expect(answer).toMatchObject({ value: { state: 'withdrawn' } })
    const { owner, listId } = await lists().newList({ repeatWeekly: true })
    const calls = await atOnce(6, () => decide('withdraw', owner, listId))
    expect(tallyOf(calls)).toEqual({ ok: 6 })
    expect(await stored(listId)).toMatchObject({ repeatsWeekly: false, dueAt: 0 })
    expect(await bookOf(listId)).toMatchObject({ isOpen: false })
    const { who } = await shop.newMember()
    const gone = await shop.call('lists.show', { as: who, input: { listId } })
    expect(gone.answer).toMatchObject({ code: 'LIST_GONE' })
    expect((await lists().join(who, { listId, lines: apple })).answer).toMatchObject({ ok: false })
    const { lists: own } = await shop.value('lists.owned', { as: owner })
    expect(own).toEqual([])
  })

  it('is not where somebody has, also when both come at once', async () => {
    const joined = await lists().newList()
    const { who } = await shop.newMember()
    await lists().join(who, { listId: joined.listId, lines: apple })
    const refused = await lists().refusalOf(() => decide('withdraw', joined.owner, joined.listId))
    expect(refused).toMatchObject({ code: 'LIST_HAS_ENTRIES' })
    const members = await Promise.all(Array.from({ length: 8 }, () => shop.newMember()))
    for (const member of members) {
      const { owner, listId } = await lists().newList({}, joined.owner)
      const [withdrawn, entry] = await Promise.all([
        decide('withdraw', owner, listId),
        lists().join(member.who, { listId, lines: apple }),
      ])
      expect(withdrawn.answer.ok).toBe(!entry.answer.ok)
      const state = withdrawn.answer.ok ? 'withdrawn' : 'running'
      expect(await stored(listId)).toMatchObject({ state })
    }
  })
})

describe('a weekly list', () => {
  it('repeats no more once that is said', async () => {
    const { owner, listId } = await lists().newList({ repeatWeekly: true })
    await decide('endRepeat', owner, listId)
    await lists().passCutOff(listId)
    expect(await stored(listId)).toMatchObject({ state: 'closed' })
    expect(await shop.find('lists', { copiedFrom: listId })).toEqual([])
    const late = await lists().refusalOf(() => decide('endRepeat', owner, listId))
    expect(late).toMatchObject({ code: 'LIST_CLOSED' })
  })
})

it('is decided about by its desk alone, and once it is published', async () => {
  const { owner, listId } = await lists().newDraft()
  const stranger = await lists().newOwner()
  for (const deed of ['close', 'extend', 'withdraw', 'endRepeat'] as const) {
    const foreign = await lists().refusalOf(() => decide(deed, stranger, listId))
    expect(foreign).toMatchObject({ code: 'LIST_FOREIGN' })
    const gone = await lists().refusalOf(() => decide(deed, owner, 'nothing'))
    expect(gone).toMatchObject({ code: 'LIST_GONE' })
  }
  for (const deed of ['close', 'extend'] as const) {
    const early = await lists().refusalOf(() => decide(deed, owner, listId))
    expect(early).toMatchObject({ code: 'LIST_NOT_OPEN' })
  }
})
