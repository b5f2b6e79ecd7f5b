import { fetchingOf } from '../../dev/harness/fetching-under-test'
import { listsOf } from '../../dev/harness/lists-under-test'
import { orderedListsOf, PIECE_FEN } from '../../dev/harness/ordered-lists'
import { manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'
import { newListTerms } from '../../shared/lists/list-terms'

let shop: ShopUnderTest
let picture: string
beforeAll(async () => {
  const lists = { ...newListTerms, ownerRefundFen: 2 * PIECE_FEN }
  shop = await openShop({ store: 'memory', shop: { lists } })
  picture = await listsOf(shop).newPicture()
})
afterAll(() => shop.stop())

describe('claims for bad goods', () => {
  it('are listed for the owner of the list and for managers of its store', async () => {
    const { fetchedList, report } = fetchingOf(shop)
    const list = await fetchedList()
    const { who, entryId } = list.entryAt(1)
    await report(who, { entryId, quantity: 3, picture })
    const row = {
      ...{ entryNo: 1, name: '邻居1', quantity: 3, amountFen: 3 * PIECE_FEN, picture },
      ...{ needsManager: true, state: 'waiting', words: null },
    }
    for (const as of [list.owner.who, manager]) {
      const { damages } = await shop.value('lists.damages', { as, input: {} })
      expect(damages).toMatchObject([row])
    }
    const stranger = (await orderedListsOf(shop).newOwner()).who
    expect(await shop.value('lists.damages', { as: stranger, input: {} })).toEqual({
      ...{ damages: [], nextCursor: null },
    })
  })
})
