import { berries, fetchingOf } from '../../dev/harness/fetching-under-test'
import { listsOf } from '../../dev/harness/lists-under-test'
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
let picture: string
beforeAll(async () => {
  const lists = { ...newListTerms, ownerRefundFen: 2 * PIECE_FEN }
  shop = await openShop({ store: 'memory', shop: { lists } })
  picture = await listsOf(shop).newPicture()
})
afterAll(() => shop.stop())

const statement = (as: string, input: { month?: string; ownerId?: string } = {}) =>
  shop.value('lists.statement', { as, input: { month: '2026-03', ...input } })

describe('the statement of a month', () => {
  it('is what she took in, less what was given back and her commission', async () => {
    const { fetchedList, report, decide } = fetchingOf(shop)
    const list = await fetchedList()
    const { who, entryId } = list.entryAt(1)
    const asked = await report(who, { entryId, quantity: 2, picture })
    if (!asked.ok) throw new Error(asked.code)
    await decide(list.owner.who, asked.value.damageId)
    const keptFen = 6 * PIECE_FEN
    const commissionFen = Math.floor((keptFen * 8) / 100)
    const sums = {
      ...{ collectedFen: 8 * PIECE_FEN, refundedFen: 2 * PIECE_FEN, commissionFen },
      ...{ heldFen: keptFen, owedFen: keptFen - commissionFen },
    }
    expect(await statement(list.owner.who)).toMatchObject({ ...sums, lists: [sums] })
    const { memberId: ownerId } = list.owner
    expect(await statement(manager, { ownerId })).toMatchObject(sums)
  })

  it('knows what the shop refunded at the till, and what the shop took in', async () => {
    const { fetchedList, scanned, handOver } = fetchingOf(shop)
    const list = await fetchedList()
    const [purchase] = await shop.find('purchases', { memberId: list.entryAt(2).memberId })
    const input = { purchaseId: String(purchase?._id) }
    await shop.value('purchases.refund', { as: clerk, requestId: 'till-refund', input })
    const own = await statement(list.owner.who)
    expect(own).toMatchObject({ collectedFen: 8 * PIECE_FEN, refundedFen: 3 * PIECE_FEN })
    const atShop = await orderedListsOf(shop).newList([{ lines: { i1: 2 } }])
    await atShop.arrive({ i1: 2 })
    const { who, entryId } = atShop.entryAt(1)
    const { ticket } = await scanned(who)
    expect(await handOver({ ticket }, [berries(entryId, 1)])).toMatchObject({ ok: true })
    const commissionFen = Math.floor((2 * PIECE_FEN * 8) / 100)
    expect(await statement(atShop.owner.who)).toMatchObject({
      ...{ collectedFen: 2 * PIECE_FEN, commissionFen, heldFen: 0, owedFen: -commissionFen },
    })
    expect(await statement(atShop.owner.who, { month: '2026-02' })).toMatchObject({ lists: [] })
    const foreign = await shop.call('lists.statement', {
      ...{ as: list.owner.who, input: { month: '2026-03', ownerId: atShop.owner.memberId } },
    })
    expect(foreign.answer).toMatchObject({ code: 'ROLE_REQUIRED' })
  })

  it('counts what was taken before all of the goods are here', async () => {
    const list = await orderedListsOf(shop).newList(
      [{ lines: { i1: 2 } }, { lines: { i2: 1 }, who: null }],
      { payment: 'toOwner' },
    )
    await list.markPaid([list.entryAt(1).entryId])
    const commissionFen = Math.floor((2 * PIECE_FEN * 8) / 100)
    expect(await statement(list.owner.who)).toMatchObject({
      ...{ collectedFen: 2 * PIECE_FEN, owedFen: 2 * PIECE_FEN - commissionFen },
    })
  })

  it('and the day’s closing show lists apart from tills', async () => {
    const closing = () => shop.value('closings.closing', { as: clerk, input: { storeId: EAST } })
    const before = await closing()
    await fetchingOf(shop).fetchedList()
    await shop.earn((await shop.newMember()).who, 10)
    const after = await closing()
    expect(after.tills.map(({ tillNo }) => tillNo)).toEqual(['-'])
    expect(after.lists.paidFen - before.lists.paidFen).toBe(8 * PIECE_FEN)
    expect(after.ours.sums.paidFen - before.ours.sums.paidFen).toBe(1_000)
  })
})
