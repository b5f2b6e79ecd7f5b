import { listsOf } from './lists-under-test'
import { type Ordered, orderedListsOf } from './ordered-lists'
import { clerk, EAST, manager, type ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

type Arrival = Pick<
  Own<'lists'>,
  | `lists.${'arrive' | 'markPaid' | 'weigh' | 'remind' | 'reached' | 'statement'}`
  | `lists.${'reportDamage' | 'decideDamage' | 'damages'}`
  | `lists.${'handOver' | 'waiting' | 'mine' | 'proxyCode' | 'uncollected'}`
>

/** A cursor that is later than everything. */
const LATER = '9999999999999'

/** Lists whose goods come, are weighed, paid, fetched and found bad. */
export function listArrivalTwins(shop: ShopUnderTest): Arrival {
  return { ...arrivingTwins(shop), ...damageTwins(shop), ...pickupTwins(shop) }
}

const ordered: readonly Ordered[] = [{ lines: { i1: 2, i2: 2 } }, { lines: { i1: 3 } }]

/** A list that has arrived, before and after its second entry was fetched and found bad. */
function goodsOf(shop: ShopUnderTest) {
  const { newPicture } = listsOf(shop)
  const arrived = async () => {
    const list = await orderedListsOf(shop).newList(ordered)
    await list.arrive({ i1: 5, i2: 2 })
    const { who, entryId } = list.entryAt(2)
    const fetching = { lines: [{ entryId, itemId: 'i1', quantity: 2 }] }
    return { ...list, who, entryId, fetching }
  }
  const ticketOf = async (who: string) => {
    const input = { memberCode: await shop.codeOf(who) }
    return (await shop.value('staff.scan', { as: clerk, input })).ticket
  }
  const fetched = async () => {
    const one = await arrived()
    const input = { ticket: await ticketOf(one.who), ...one.fetching }
    await shop.value('lists.handOver', { as: clerk, requestId: shop.fresh('hand'), input })
    return one
  }
  const damaged = async () => {
    const one = await fetched()
    const input = { entryId: one.entryId, itemId: 'i1', quantity: 1, picture: await newPicture() }
    const asked = { as: one.who, requestId: shop.fresh('damage'), input }
    return { ...one, ...(await shop.value('lists.reportDamage', asked)) }
  }
  return { arrived, ticketOf, fetched, damaged, newPicture }
}

function arrivingTwins(
  shop: ShopUnderTest,
): Pick<Arrival, `lists.${'arrive' | 'weigh' | 'markPaid' | 'remind' | 'reached' | 'statement'}`> {
  const { arrived } = goodsOf(shop)
  const lists = orderedListsOf(shop)
  return {
    'lists.arrive': async () => {
      const { owner, listId } = await lists.newList(ordered)
      const arriving = (arrivedCount: number) => ({
        listId,
        items: [{ itemId: 'i1', arrivedCount }],
      })
      return { as: owner.who, input: arriving(4), another: arriving(3) }
    },
    'lists.weigh': async () => {
      const { owner, entryAt } = await arrived()
      const scales = { entryId: entryAt(1).entryId, itemId: 'i2' }
      const input = { ...scales, grams: 1_020 }
      return { as: owner.who, input, another: { ...scales, grams: 990 } }
    },
    'lists.markPaid': async () => {
      const { owner, entryAt } = await lists.newList(ordered, { payment: 'toOwner' })
      const input = { entryIds: [entryAt(2).entryId] }
      return { as: owner.who, input, another: { entryIds: [entryAt(1).entryId] } }
    },
    'lists.remind': async () => {
      const [{ owner, listId }, other] = [await arrived(), await arrived()]
      return { as: owner.who, input: { listId }, another: { listId: other.listId } }
    },
    'lists.reached': async () => {
      const { owner, listId } = await arrived()
      return { as: owner.who, input: { listId, cursor: '1' } }
    },
    'lists.statement': async () => ({
      as: manager,
      input: { month: '2026-03', ownerId: (await arrived()).owner.memberId },
    }),
  }
}

function damageTwins(
  shop: ShopUnderTest,
): Pick<Arrival, `lists.${'reportDamage' | 'decideDamage' | 'damages'}`> {
  const { fetched, damaged, newPicture } = goodsOf(shop)
  return {
    'lists.reportDamage': async () => {
      const { who, entryId } = await fetched()
      const input = {
        entryId,
        itemId: 'i1',
        quantity: 1,
        picture: await newPicture(),
        words: '烂了一角',
      }
      return { as: who, input, another: { ...input, quantity: 2 } }
    },
    'lists.decideDamage': async () => {
      const { owner, damageId } = await damaged()
      const input = { damageId, isGranted: true, reason: '给您退了' }
      return { as: owner.who, input, another: { ...input, isGranted: false } }
    },
    'lists.damages': async () => ({ as: manager, input: { cursor: LATER } }),
  }
}

function pickupTwins(
  shop: ShopUnderTest,
): Pick<Arrival, `lists.${'handOver' | 'waiting' | 'mine' | 'proxyCode' | 'uncollected'}`> {
  const { arrived, ticketOf } = goodsOf(shop)
  return {
    'lists.handOver': async () => {
      const { who, fetching, entryId } = await arrived()
      const ticket = await ticketOf(who)
      const another = { ticket, lines: [{ entryId, itemId: 'i1', quantity: 1 }] }
      return { as: clerk, input: { ticket, ...fetching }, another }
    },
    'lists.waiting': async () => ({
      as: clerk,
      input: { ticket: await ticketOf((await arrived()).who) },
    }),
    'lists.mine': async () => ({ as: (await arrived()).who, input: {} }),
    'lists.proxyCode': async () => ({ as: (await shop.newMember()).who, input: {} }),
    'lists.uncollected': async () => {
      const { listId } = await arrived()
      return { as: clerk, input: { listId, storeId: EAST, cursor: '1' } }
    },
  }
}
