import { orderedListsOf, PIECE_FEN } from '../../dev/harness/ordered-lists'
import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'
import { newListTerms } from '../../shared/lists/list-terms'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop({ shop: { lists: { ...newListTerms, ownerRefundFen: 2 * PIECE_FEN } } })
})
afterAll(() => shop.stop())

const picture = 'cloud://local.pictures/bad.png'

/** A list that was paid to its owner and fetched: 5 and 3 boxes. */
async function fetchedList() {
  const list = await orderedListsOf(shop).newList([{ lines: { i1: 5 } }, { lines: { i1: 3 } }], {
    payment: 'toOwner',
  })
  await list.arrive({ i1: 8 })
  await list.markPaid(list.entries.map(({ entryId }) => entryId))
  for (const [place, { entryId }] of list.entries.entries()) {
    const lines = [{ entryId, itemId: 'i1', quantity: place === 0 ? 5 : 3 }]
    await shop.value('lists.handOver', {
      ...{ as: list.owner.who, requestId: shop.fresh('hand'), input: { lines } },
    })
  }
  return list
}

const report = async (who: string, entryId: string, quantity: number) =>
  (
    await shop.call('lists.reportDamage', {
      ...{ as: who, requestId: shop.fresh('damage') },
      input: { entryId, itemId: 'i1', quantity, picture },
    })
  ).answer

const decide = async (as: string, damageId: string, isGranted = true) =>
  (
    await shop.call('lists.decideDamage', {
      ...{ as, requestId: shop.fresh('decide'), input: { damageId, isGranted } },
    })
  ).answer

const statement = async (as: string, input: { month?: string; ownerId?: string } = {}) =>
  shop.value('lists.statement', { as, input: { month: '2026-03', ...input } })

describe('bad goods', () => {
  it('are given back by the owner up to her limit, with their points and her commission', async () => {
    const list = await fetchedList()
    const { who, entryId, memberId } = list.entryAt(1)
    expect(await shop.balanceOf(who)).toBe(99)
    const asked = await report(who, entryId, 2)
    expect(asked).toMatchObject({ value: { state: 'waiting', amountFen: 2 * PIECE_FEN } })
    expect(await report(who, entryId, 1)).toMatchObject({ code: 'ENTRY_DAMAGE_REPORTED' })
    expect(await report(list.entryAt(2).who, entryId, 1)).toMatchObject({ code: 'ENTRY_GONE' })
    const { damages } = await shop.value('lists.damages', { as: list.owner.who, input: {} })
    expect(damages).toMatchObject([{ entryNo: 1, quantity: 2, needsManager: false, picture }])
    const damageId = damages[0]?.damageId ?? ''
    expect(await decide((await orderedListsOf(shop).newOwner()).who, damageId)).toMatchObject({
      code: 'LIST_FOREIGN',
    })
    expect(await decide(list.owner.who, damageId)).toMatchObject({
      value: { state: 'granted', refundFen: 2 * PIECE_FEN },
    })
    expect(await decide(list.owner.who, damageId)).toMatchObject({ code: 'ENTRY_DAMAGE_DECIDED' })
    const [purchase] = await shop.find('purchases', { memberId })
    expect(purchase).toMatchObject({ state: 'partlyRefunded', refundedFen: 2 * PIECE_FEN })
    expect(await shop.balanceOf(who)).toBe(59)
    const keptFen = 6 * PIECE_FEN
    const commissionFen = Math.floor((keptFen * 8) / 100)
    const sums = {
      ...{ collectedFen: 8 * PIECE_FEN, refundedFen: 2 * PIECE_FEN, commissionFen },
      owedFen: keptFen - commissionFen,
    }
    expect(await statement(list.owner.who)).toMatchObject({ ...sums, lists: [sums] })
    const { memberId: ownerId } = list.owner
    expect(await statement(manager, { ownerId })).toMatchObject(sums)
    const told = await shop.find('messages', { memberId, kind: 'listDamageDecided' })
    expect(told).toMatchObject([{ facts: { backFen: 2 * PIECE_FEN, isOnline: false } }])
    expect((await shop.books()).balanced).toBe(true)
  })

  it('beyond her limit are a manager’s to decide, and a refusal gives nothing back', async () => {
    const list = await fetchedList()
    const [one, other] = [list.entryAt(1), list.entryAt(2)]
    const [much, little] = [
      await report(one.who, one.entryId, 3),
      await report(other.who, other.entryId, 1),
    ]
    if (!much.ok || !little.ok) throw new Error('not taken down')
    expect(await decide(list.owner.who, much.value.damageId)).toMatchObject({
      code: 'ENTRY_DAMAGE_MANAGER',
    })
    expect(await decide(clerk, much.value.damageId)).toMatchObject({ code: 'ROLE_REQUIRED' })
    expect(await decide(manager, much.value.damageId)).toMatchObject({
      value: { refundFen: 3 * PIECE_FEN },
    })
    expect(await decide(list.owner.who, little.value.damageId, false)).toMatchObject({
      value: { state: 'refused', refundFen: 0 },
    })
    expect(await shop.balanceOf(other.who)).toBe(59)
  })

  it('are told of within a day, and refused before anybody paid', async () => {
    const list = await orderedListsOf(shop).newList([{ lines: { i1: 2 } }], { payment: 'toOwner' })
    await list.arrive({ i1: 2 })
    const { who, entryId } = list.entryAt(1)
    expect(await report(who, entryId, 1)).toMatchObject({ code: 'ENTRY_NOT_COLLECTED' })
    const lines = [{ entryId, itemId: 'i1', quantity: 2 }]
    await shop.value('lists.handOver', { as: list.owner.who, requestId: 'tick', input: { lines } })
    const asked = await report(who, entryId, 1)
    if (!asked.ok) throw new Error(asked.code)
    const { damageId } = asked.value
    expect(await decide(list.owner.who, damageId)).toMatchObject({ code: 'ENTRY_UNPAID' })
    await list.markPaid([entryId])
    expect(await decide(list.owner.who, damageId)).toMatchObject({ ok: true })
    const late = await fetchedList()
    await shop.advanceClock(24 * 3_600_000)
    expect(await report(late.entryAt(1).who, late.entryAt(1).entryId, 1)).toMatchObject({
      code: 'ENTRY_DAMAGE_LATE',
    })
  })
})

describe('the statement', () => {
  it('knows what the shop refunded at the till, and what the shop took in', async () => {
    const list = await fetchedList()
    const [purchase] = await shop.find('purchases', { memberId: list.entryAt(2).memberId })
    const input = { purchaseId: String(purchase?._id) }
    await shop.value('purchases.refund', { as: clerk, requestId: 'till-refund', input })
    const own = await statement(list.owner.who)
    expect(own).toMatchObject({ collectedFen: 8 * PIECE_FEN, refundedFen: 3 * PIECE_FEN })
    const atShop = await orderedListsOf(shop).newList([{ lines: { i1: 2 } }])
    await atShop.arrive({ i1: 2 })
    const { who, entryId } = atShop.entryAt(1)
    const memberCode = await shop.codeOf(who)
    const { ticket } = await shop.value('staff.scan', { as: clerk, input: { memberCode } })
    const lines = [{ entryId, itemId: 'i1', quantity: 1 }]
    await shop.value('lists.handOver', { as: clerk, requestId: 'h', input: { ticket, lines } })
    const commissionFen = Math.floor((2 * PIECE_FEN * 8) / 100)
    expect(await statement(atShop.owner.who)).toMatchObject({
      ...{ collectedFen: 2 * PIECE_FEN, commissionFen, owedFen: -commissionFen },
    })
    expect(await statement(atShop.owner.who, { month: '2026-02' })).toMatchObject({ lists: [] })
    const foreign = await shop.call('lists.statement', {
      ...{ as: list.owner.who, input: { month: '2026-03', ownerId: atShop.owner.memberId } },
    })
    expect(foreign.answer).toMatchObject({ code: 'ROLE_REQUIRED' })
  })

  it('and the day’s closing show lists apart from tills', async () => {
    const before = await shop.value('closings.closing', { as: clerk, input: { storeId: EAST } })
    const list = await fetchedList()
    await shop.earn((await shop.newMember()).who, 10)
    const after = await shop.value('closings.closing', { as: clerk, input: { storeId: EAST } })
    expect(after.tills.map(({ tillNo }) => tillNo)).toEqual(['-'])
    expect(after.lists.paidFen - before.lists.paidFen).toBe(8 * PIECE_FEN)
    expect(after.ours.sums.paidFen - before.ours.sums.paidFen).toBe(1_000)
    expect(list.entries).toHaveLength(2)
  })
})
