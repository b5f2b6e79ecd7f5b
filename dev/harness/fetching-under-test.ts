import { orderedListsOf } from './ordered-lists'
import { clerk, type ShopUnderTest } from './shop-under-test'

export interface ShownCode {
  readonly ticket?: string
  readonly pickupCode?: string
  readonly proxyCode?: string
}

export interface FetchedLine {
  readonly entryId: string
  readonly itemId: string
  readonly quantity: number
}

/** So many boxes of an entry's strawberries. */
export const berries = (entryId: string, quantity: number): FetchedLine => ({
  ...{ entryId, itemId: 'i1', quantity },
})

/** What happens at a pick-up point, in one call each. */
export function fetchingOf(shop: ShopUnderTest) {
  const lists = orderedListsOf(shop)
  const handOver = async (
    shown: ShownCode,
    lines: readonly FetchedLine[],
    { as = clerk, requestId = shop.fresh('hand') } = {},
  ) => {
    const input = { ...shown, lines: [...lines] }
    return (await shop.call('lists.handOver', { as, requestId, input })).answer
  }
  const scanned = async (who: string, as = clerk) => {
    const memberCode = await shop.codeOf(who)
    return shop.value('staff.scan', { as, input: { memberCode } })
  }
  /** Two lists of one shopper, a neighbour beside her in the first; all of it is here. */
  const twoLists = async () => {
    const { who, memberId } = await shop.newMember()
    const first = await lists.newList([{ lines: { i1: 1 } }, { lines: { i1: 3 }, who }])
    const second = await lists.newList([{ lines: { i1: 2 }, who }])
    await first.arrive({ i1: 4 })
    await second.arrive({ i1: 2 })
    const ids = [first.entryAt(2).entryId, second.entryAt(1).entryId] as const
    return { who, memberId, first, second, ids }
  }
  /** A list that was paid to its owner and fetched: 5 boxes and 3. */
  const fetchedList = async () => {
    const ordered = [{ lines: { i1: 5 } }, { lines: { i1: 3 } }]
    const list = await lists.newList(ordered, { payment: 'toOwner' })
    await list.arrive({ i1: 8 })
    await list.markPaid(list.entries.map(({ entryId }) => entryId))
    const [one, other] = [list.entryAt(1), list.entryAt(2)]
    await handOver({}, [berries(one.entryId, 5)], { as: list.owner.who })
    await handOver({}, [berries(other.entryId, 3)], { as: list.owner.who })
    return list
  }
  const messagesFor = (memberId: string | null, kind: string) =>
    shop.find('messages', { memberId, kind })
  return { handOver, scanned, twoLists, fetchedList, messagesFor, ...damagesOf(shop) }
}

/** Bad goods, and who decides. */
function damagesOf(shop: ShopUnderTest) {
  const report = async (
    who: string,
    { entryId, quantity, picture }: { entryId: string; quantity: number; picture: string },
  ) =>
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
  return { report, decide }
}
