import { fetchingOf } from '../../dev/harness/fetching-under-test'
import { listsOf } from '../../dev/harness/lists-under-test'
import { orderedListsOf, PIECE_FEN } from '../../dev/harness/ordered-lists'
import { clerk, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { newListTerms } from '../../shared/lists/list-terms'

let shop: ShopUnderTest
let picture: string
beforeAll(async () => {
  const lists = { ...newListTerms, ownerRefundFen: 2 * PIECE_FEN }
  shop = await openShop({ store: 'memory', shop: { lists } })
  picture = await listsOf(shop).newPicture()
})
afterAll(() => shop.stop())

const asked = async (who: string, entryId: string, quantity: number) => {
  const answer = await fetchingOf(shop).report(who, { entryId, quantity, picture })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.damageId
}

describe('bad goods', () => {
  it('are given back by the owner up to her limit, with their points', async () => {
    const { fetchedList, decide, messagesFor } = fetchingOf(shop)
    const list = await fetchedList()
    const { who, entryId, memberId } = list.entryAt(1)
    expect(await shop.balanceOf(who)).toBe(99)
    const damageId = await asked(who, entryId, 2)
    const stranger = (await orderedListsOf(shop).newOwner()).who
    expect(await decide(stranger, damageId)).toMatchObject({ code: 'LIST_FOREIGN' })
    const granted = await decide(list.owner.who, damageId)
    expect(granted).toMatchObject({ value: { state: 'granted', refundFen: 2 * PIECE_FEN } })
    expect(await decide(list.owner.who, damageId)).toMatchObject({ code: 'ENTRY_DAMAGE_DECIDED' })
    const [purchase] = await shop.find('purchases', { memberId })
    expect(purchase).toMatchObject({ state: 'partlyRefunded', refundedFen: 2 * PIECE_FEN })
    expect(await shop.balanceOf(who)).toBe(59)
    const told = await messagesFor(memberId, 'listDamageDecided')
    expect(told).toMatchObject([{ facts: { backFen: 2 * PIECE_FEN, onlineFen: 0 } }])
    expect(await orderedListsOf(shop).entryDocument(entryId)).toMatchObject({
      lines: [{ refundedFen: 2 * PIECE_FEN }],
    })
    expect((await shop.books()).balanced).toBe(true)
  })

  it('beyond her limit are a manager’s to decide, and a refusal gives nothing back', async () => {
    const { fetchedList, decide } = fetchingOf(shop)
    const list = await fetchedList()
    const [one, other] = [list.entryAt(1), list.entryAt(2)]
    const much = await asked(one.who, one.entryId, 3)
    const little = await asked(other.who, other.entryId, 1)
    expect(await decide(list.owner.who, much)).toMatchObject({ code: 'ENTRY_DAMAGE_MANAGER' })
    expect(await decide(clerk, much)).toMatchObject({ code: 'ROLE_REQUIRED' })
    expect(await decide(manager, much)).toMatchObject({ value: { refundFen: 3 * PIECE_FEN } })
    expect(await decide(list.owner.who, little, false)).toMatchObject({
      value: { state: 'refused', refundFen: 0 },
    })
    expect(await shop.balanceOf(other.who)).toBe(59)
  })

  it('are given back once somebody has paid for them', async () => {
    const { decide, handOver } = fetchingOf(shop)
    const list = await orderedListsOf(shop).newList([{ lines: { i1: 2 } }], { payment: 'toOwner' })
    await list.arrive({ i1: 2 })
    const { who, entryId } = list.entryAt(1)
    const lines = [{ entryId, itemId: 'i1', quantity: 2 }]
    await handOver({}, lines, { as: list.owner.who })
    const damageId = await asked(who, entryId, 1)
    expect(await decide(list.owner.who, damageId)).toMatchObject({ code: 'ENTRY_UNPAID' })
    await list.markPaid([entryId])
    expect(await decide(list.owner.who, damageId)).toMatchObject({ ok: true })
  })
})
