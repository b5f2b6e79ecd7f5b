import { fetchingOf } from '../../dev/harness/fetching-under-test'
import { listsOf } from '../../dev/harness/lists-under-test'
import { orderedListsOf, PIECE_FEN } from '../../dev/harness/ordered-lists'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { newListTerms } from '../../shared/lists/list-terms'

let shop: ShopUnderTest
let picture: string
beforeAll(async () => {
  const lists = { ...newListTerms, ownerRefundFen: 2 * PIECE_FEN }
  shop = await openShop({ store: 'memory', shop: { lists } })
  picture = await listsOf(shop).newPicture()
})
afterAll(() => shop.stop())

describe('bad goods are told of', () => {
  it('with a picture, once a line, by who ordered them', async () => {
    const { fetchedList, report, messagesFor } = fetchingOf(shop)
    const list = await fetchedList()
    const { who, entryId } = list.entryAt(1)
    const two = { entryId, quantity: 2, picture }
    const none = { ...two, picture: 'cloud://local.nowhere/none.png' }
    expect(await report(who, none)).toMatchObject({ code: 'PICTURE_BAD' })
    expect(await report(list.entryAt(2).who, two)).toMatchObject({ code: 'ENTRY_GONE' })
    expect(await report(who, { ...two, quantity: 6 })).toMatchObject({ code: 'ENTRY_LEFT' })
    expect(await report(who, { ...two, quantity: 1.5 })).toMatchObject({ code: 'INPUT_INVALID' })
    expect(await report(who, two)).toMatchObject({
      value: { state: 'waiting', amountFen: 2 * PIECE_FEN, needsManager: false },
    })
    expect(await report(who, two)).toMatchObject({ code: 'ENTRY_DAMAGE_REPORTED' })
    const told = await messagesFor(list.owner.memberId, 'listDamageAsked')
    expect(told).toMatchObject([{ facts: { itemName: '草莓 一盒', amountFen: 2 * PIECE_FEN } }])
  })

  it('to the manager, where it is more than its owner may give back', async () => {
    const { fetchedList, report } = fetchingOf(shop)
    const { who, entryId } = (await fetchedList()).entryAt(1)
    expect(await report(who, { entryId, quantity: 3, picture })).toMatchObject({
      value: { amountFen: 3 * PIECE_FEN, needsManager: true },
    })
  })

  it('once they are fetched, within a day', async () => {
    const { fetchedList, report } = fetchingOf(shop)
    const list = await orderedListsOf(shop).newList([{ lines: { i1: 2 } }])
    await list.arrive({ i1: 2 })
    const { who, entryId } = list.entryAt(1)
    const one = { entryId, quantity: 1, picture }
    expect(await report(who, one)).toMatchObject({ code: 'ENTRY_NOT_COLLECTED' })
    const late = (await fetchedList()).entryAt(1)
    await shop.advanceClock(24 * 3_600_000)
    expect(await report(late.who, { ...one, entryId: late.entryId })).toMatchObject({
      code: 'ENTRY_DAMAGE_LATE',
    })
  })
})
