import { JIN_FEN, orderedListsOf, PIECE_FEN } from '../../dev/harness/ordered-lists'
import {
  atOnce,
  clerk,
  openShop,
  type ShopUnderTest,
  tallyOf,
  westClerk,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

type Shown = { ticket?: string; pickupCode?: string; proxyCode?: string }
type Line = { entryId: string; itemId: string; quantity: number }

const handOver = async (
  shown: Shown,
  lines: readonly Line[],
  { as = clerk, requestId = shop.fresh('hand') } = {},
) =>
  (await shop.call('lists.handOver', { as, requestId, input: { ...shown, lines: [...lines] } }))
    .answer

const berries = (entryId: string, quantity: number): Line => ({ entryId, itemId: 'i1', quantity })

const scanned = async (who: string, as = clerk) => {
  const memberCode = await shop.codeOf(who)
  return shop.value('staff.scan', { as, input: { memberCode } })
}

const messagesFor = async (memberId: string | null, kind: string) =>
  shop.find('messages', { memberId, kind })

/** Two lists of one shopper, with somebody else between; all of it is here. */
async function twoLists() {
  const { who, memberId } = await shop.newMember()
  const lists = orderedListsOf(shop)
  const first = await lists.newList([{ lines: { i1: 1 } }, { lines: { i1: 3 }, who }])
  const second = await lists.newList([{ lines: { i1: 2 }, who }])
  await first.arrive({ i1: 4 })
  await second.arrive({ i1: 2 })
  const ids = [first.entryAt(2).entryId, second.entryAt(1).entryId] as const
  return { who, memberId, first, second, ids }
}

describe('one scan', () => {
  it('shows all that waits for her across lists at this point, and hands it over', async () => {
    const { who, memberId, first, ids } = await twoLists()
    const { ticket, waitingLines, prompt } = await scanned(who)
    expect(waitingLines).toMatchObject([
      { entryId: ids[0], entryNo: 2, listTitle: '草莓团购', quantity: 3, dueFen: 3 * PIECE_FEN },
      { entryId: ids[1], entryNo: 1, quantity: 2, dueFen: 2 * PIECE_FEN },
    ])
    expect(prompt).toContain('2 单接龙待自提')
    const lines = [berries(ids[0], 3), berries(ids[1], 2)]
    expect(await handOver({ ticket }, lines, { requestId: 'all-of-it' })).toMatchObject({
      value: {
        entries: [
          { entryNo: 2, collectedAll: true, paidFen: 3 * PIECE_FEN },
          { entryNo: 1, collectedAll: true, paidFen: 2 * PIECE_FEN },
        ],
        maskedName: '邻**',
      },
    })
    const purchases = await shop.find('purchases', { memberId })
    expect(purchases.map(({ bill }) => bill)).toMatchObject([{}, {}])
    expect(await shop.balanceOf(who)).toBe(59 + 39)
    expect((await shop.value('lists.mine', { as: who })).lines).toEqual([])
    expect(await messagesFor(memberId, 'listFetched')).toEqual([])
    // The neighbour's entry is left alone.
    expect(await orderedListsOf(shop).entryDocument(first.entryAt(1).entryId)).toMatchObject({
      lines: [{ collected: [] }],
    })
    // The same request again is the same answer; another one is told when and by whom.
    expect(await handOver({ ticket }, lines, { requestId: 'all-of-it' })).toMatchObject({
      ok: true,
    })
    const again = await handOver({ ticket }, [berries(ids[0], 1)])
    const detail = { staffName: '小东', storeName: '东店', entryNo: 2 }
    expect(again).toMatchObject({ code: 'ENTRY_COLLECTED', detail })
    expect((await shop.books()).balanced).toBe(true)
  })

  it('hands over in parts; all of the entry is paid with the first', async () => {
    const { who, memberId, ids } = await twoLists()
    const { ticket } = await scanned(who)
    expect(await handOver({ ticket }, [berries(ids[0], 1)])).toMatchObject({
      value: { entries: [{ collectedAll: false, paidFen: 3 * PIECE_FEN }] },
    })
    const { waitingLines } = await scanned(who)
    expect(waitingLines).toMatchObject([{ quantity: 2, dueFen: 0 }, { quantity: 2 }])
    expect(await handOver({ ticket }, [berries(ids[0], 3)])).toMatchObject({
      ...{ code: 'ENTRY_LEFT', detail: { leftCount: 2 } },
    })
    expect(await handOver({ ticket }, [berries(ids[0], 2)])).toMatchObject({
      value: { entries: [{ collectedAll: true, paidFen: 0 }] },
    })
    expect(await shop.find('purchases', { memberId })).toHaveLength(1)
  })

  it('hands over once, however many clerks hold the bag', async () => {
    const { who, ids } = await twoLists()
    const { ticket } = await scanned(who)
    const calls = await atOnce(8, () =>
      shop.call('lists.handOver', {
        ...{ as: clerk, requestId: shop.fresh('race') },
        input: { ticket, lines: [berries(ids[0], 3)] },
      }),
    )
    const { ok, ENTRY_COLLECTED: refused = 0, BUSY: busy = 0 } = tallyOf(calls)
    expect([ok, refused + busy]).toEqual([1, 7])
    expect(await orderedListsOf(shop).entryDocument(ids[0])).toMatchObject({
      lines: [{ collected: [{ count: 3 }] }],
    })
  })
})

describe('a code', () => {
  it('of any of her entries opens all of hers at this point, and nobody else hands it over', async () => {
    const { who, ids } = await twoLists()
    const { pickupCode } = await shop.value('lists.mine', { as: who })
    if (pickupCode === null) throw new Error('no code')
    const waiting = await shop.value('lists.waiting', { as: clerk, input: { pickupCode } })
    expect(waiting).toMatchObject({ maskedName: '邻**', isProxy: false })
    expect(waiting.lines.map(({ entryId }) => entryId)).toEqual([...ids])
    const elsewhere = await shop.value('lists.waiting', { as: westClerk, input: { pickupCode } })
    expect(elsewhere.lines).toEqual([])
    const lines = [berries(ids[1], 2)]
    expect(await handOver({ pickupCode }, lines, { as: westClerk })).toMatchObject({
      code: 'LIST_FOREIGN',
    })
    expect(await handOver({ pickupCode: '1'.repeat(12) }, lines)).toMatchObject({
      code: 'PICKUP_NOT_FOUND',
    })
    const found = await shop.value('mall.findPickup', { as: clerk, input: { pickupCode } })
    expect(found).toMatchObject({ what: 'entries', lines: [{}, {}] })
    expect(await handOver({ pickupCode }, lines)).toMatchObject({ ok: true })
  })

  it('opens nothing of somebody else', async () => {
    const { who } = await twoLists()
    const { ids } = await twoLists()
    const { ticket } = await scanned(who)
    expect(await handOver({ ticket }, [berries(ids[0], 1)])).toMatchObject({
      code: 'ENTRY_FOREIGN',
    })
    expect(await handOver({ ticket, pickupCode: '1'.repeat(12) }, [])).toMatchObject({ ok: false })
  })

  it('of 代取 works once, within a day, and she is told', async () => {
    const { who, memberId, ids } = await twoLists()
    const old = await shop.value('lists.proxyCode', { as: who, requestId: 'proxy-1' })
    const { proxyCode } = await shop.value('lists.proxyCode', { as: who, requestId: 'proxy-2' })
    const lines = [berries(ids[0], 3)]
    expect(await handOver({ proxyCode: old.proxyCode }, lines)).toMatchObject({
      code: 'PICKUP_NOT_FOUND',
    })
    const waiting = await shop.value('lists.waiting', { as: clerk, input: { proxyCode } })
    expect(waiting).toMatchObject({ isProxy: true, lines: [{}, {}] })
    expect(await handOver({ proxyCode }, lines)).toMatchObject({ ok: true })
    expect(await messagesFor(memberId, 'listFetched')).toMatchObject([
      { facts: { isProxy: true, things: '草莓 一盒×3', staffName: '小东' } },
    ])
    const used = await handOver({ proxyCode }, [berries(ids[1], 2)])
    expect(used).toMatchObject({ code: 'PROXY_USED', detail: { staffName: '小东' } })
    const late = await shop.value('lists.proxyCode', { as: who, requestId: 'proxy-3' })
    await shop.advanceClock(24 * 3_600_000)
    const expired = await handOver({ proxyCode: late.proxyCode }, [berries(ids[1], 2)])
    expect(expired).toMatchObject({ code: 'PROXY_EXPIRED' })
  })
})

describe('an owner', () => {
  it('ticks off lines of her own lists without a code, never her own entry', async () => {
    const owner = await orderedListsOf(shop).newOwner()
    const list = await orderedListsOf(shop).newList(
      [
        { lines: { i1: 1 }, who: owner.who },
        { lines: { i1: 2 }, point: 'p3' },
        { lines: { i1: 1 }, who: null },
      ],
      { owner, payment: 'toOwner' },
    )
    await list.arrive({ i1: 4 })
    const [own, hers, nobodys] = list.entries.map(({ entryId }) => entryId)
    const as = owner.who
    expect(await handOver({}, [berries(own ?? '', 1)], { as })).toMatchObject({
      code: 'SELF_SERVICE',
    })
    expect(await handOver({}, [berries(hers ?? '', 2)])).toMatchObject({ code: 'LIST_FOREIGN' })
    const both = [berries(hers ?? '', 2), berries(nobodys ?? '', 1)]
    expect(await handOver({}, both, { as })).toMatchObject({ code: 'ENTRY_FOREIGN' })
    expect(await handOver({}, [berries(hers ?? '', 2)], { as })).toMatchObject({
      value: { entries: [{ collectedAll: true, paidFen: 0 }] },
    })
    expect(await messagesFor(list.entryAt(2).memberId, 'listFetched')).toHaveLength(1)
    expect(await handOver({}, [berries(nobodys ?? '', 1)], { as })).toMatchObject({ ok: true })
    // Paid to her later, it is booked then.
    expect(await list.markPaid([hers ?? ''])).toMatchObject({ ok: true })
    expect(await shop.balanceOf(list.entryAt(2).who)).toBe(39)
  })
})

describe('goods by weight', () => {
  it('are weighed before they are handed over', async () => {
    const list = await orderedListsOf(shop).newList([{ lines: { i2: 2 } }])
    await list.arrive({ i2: 2 })
    const { who, entryId } = list.entryAt(1)
    const { ticket } = await scanned(who)
    const lines = [{ entryId, itemId: 'i2', quantity: 2 }]
    expect(await handOver({ ticket }, lines)).toMatchObject({ code: 'LIST_UNWEIGHED' })
    await list.weigh(entryId, 1_100, clerk)
    expect(await handOver({ ticket }, lines)).toMatchObject({
      value: { entries: [{ paidFen: Math.floor((JIN_FEN * 1_100) / 500 + 0.5) }] },
    })
  })
})

describe('what nobody has fetched', () => {
  it('is listed for the owner, the list and the store, until when it waits', async () => {
    const owner = await orderedListsOf(shop).newOwner()
    const ordered = [{ lines: { i1: 1 } }, { lines: { i1: 2 }, point: 'p2' as const }]
    const list = await orderedListsOf(shop).newList(ordered, { owner })
    await list.arrive({ i1: 3 })
    const { listId } = list
    const at = async (as: string, input: object) =>
      (await shop.value('lists.uncollected', { as, input })).lines
        .filter((line) => line.listId === listId)
        .map(({ entryNo }) => entryNo)
    expect(await at(owner.who, {})).toEqual([1, 2])
    expect(await at(clerk, { listId })).toEqual([1])
    expect(await at(westClerk, {})).toEqual([2])
    const { entryId, who } = list.entryAt(1)
    const { ticket } = await scanned(who)
    await handOver({ ticket }, [berries(entryId, 1)])
    expect(await at(owner.who, { listId })).toEqual([2])
    const refused = await shop.call('lists.uncollected', { as: clerk, input: { storeId: 'west' } })
    expect(refused.answer).toMatchObject({ code: 'STORE_FOREIGN' })
  })

  it('is reminded of once a day, and the owner sees who was reached', async () => {
    const list = await orderedListsOf(shop).newList([
      { lines: { i1: 1 } },
      { lines: { i1: 1 }, who: null },
    ])
    await list.arrive({ i1: 2 })
    const ask = (requestId: string) =>
      shop.call('lists.remind', {
        ...{ as: list.owner.who, requestId, input: { listId: list.listId } },
      })
    const first = await ask('remind-1')
    expect(first.answer).toMatchObject({ value: { permitCount: 0, inboxCount: 1 } })
    expect((await ask('remind-1')).answer).toEqual(first.answer)
    expect((await ask('remind-2')).answer).toMatchObject({ code: 'LIST_REMINDED' })
    expect(await messagesFor(list.entryAt(1).memberId, 'listWaits')).toHaveLength(1)
    const reached = await shop.value('lists.reached', {
      ...{ as: list.owner.who, input: { listId: list.listId } },
    })
    expect(reached.entries.map(({ way }) => way)).toEqual(['inbox', 'none'])
    const [message] = await messagesFor(list.entryAt(1).memberId, 'listArrived')
    const update = { $set: { delivery: 'sent' } }
    const filter = { _id: message?._id ?? '' }
    await shop.local.engine.update('messages', { filter, update, multi: false })
    const later = await shop.value('lists.reached', {
      ...{ as: list.owner.who, input: { listId: list.listId } },
    })
    expect(later.entries.map(({ way }) => way)).toEqual(['wechat', 'none'])
  })
})
