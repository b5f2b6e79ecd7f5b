import type { listEntries } from '../../shared/contract/list-entries'
import { listsOf, twoPoints } from './lists'
import type { ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

type EntryTwins = Pick<
  Own<'lists'>,
  Extract<keyof Own<'lists'>, `lists.${keyof typeof listEntries}`>
>
type ForOthers = 'joinFor' | 'changeFor' | 'cancelFor' | 'claimEntry' | 'confirmClaim'
type TwinsForOthers = Pick<EntryTwins, `lists.${ForOthers}`>

const items = [{ stockCount: 3 }, { unit: 'jin' as const }]
const one = { itemId: 'i1', quantity: 1, ifShort: 'less' as const }
const order = {
  lines: [one, { itemId: 'i2', quantity: 1.5, ifShort: 'drop' as const }],
  ...{ pickupPointId: 'p2', remark: '放门口' },
}
const more = { ...order, lines: [{ ...one, quantity: 2 }] }

/** What is asked of entries: each in a list of its own, where one item is short and one waits. */
export function listEntryTwins(shop: ShopUnderTest): EntryTwins {
  const { open, entry, cancelling } = entriesToChange(shop)
  return {
    ...twinsForOthers(shop),
    'lists.join': async () => {
      const { listId } = await open()
      const { who } = await shop.newMember()
      const input = { listId, ...order, ifSoldOut: 'hold' }
      return { as: who, input, another: { ...input, listId: (await open()).listId } }
    },
    'lists.change': async () => {
      const { who, entryId } = await entry()
      return { as: who, input: { entryId, ...more }, another: { entryId, ...order } }
    },
    'lists.cancel': async () => {
      const { who, input } = await cancelling()
      return { as: who, input }
    },
    // Somebody has a place kept, since another gave it back.
    'lists.takeUp': async () => {
      const { who, input, next } = await cancelling('hold')
      await shop.value('lists.cancel', { as: who, requestId: shop.fresh('gave'), input })
      return { as: next.who, input: { entryId: next.entryId } }
    },
    'lists.entries': async () => {
      const { owner, listId } = await entry()
      return { as: owner.who, input: { listId, which: 'unpaid', cursor: '0' } }
    },
    'lists.totals': async () => {
      const { owner, listId } = await entry()
      return { as: owner.who, input: { listId } }
    },
  }
}

function entriesToChange(shop: ShopUnderTest) {
  const { newList, joined } = listsOf(shop)
  const open = () => newList({ items, pickupPoints: twoPoints, shortage: 'byTier' })
  const entry = async () => {
    const list = await open()
    return { ...list, ...(await joined(list.listId, order)) }
  }
  /** Somebody waits for what will be cancelled. */
  const cancelling = async (ifSoldOut: 'fill' | 'hold' = 'fill') => {
    const { listId, owner } = await newList({ items: [{ stockCount: 1 }] })
    const { who, entryId } = await joined(listId)
    const next = await joined(listId, { ifSoldOut })
    return { who, owner, listId, next, input: { entryId } }
  }
  return { open, entry, cancelling }
}

function twinsForOthers(shop: ShopUnderTest): TwinsForOthers {
  const { open, entry, cancelling } = entriesToChange(shop)
  const phone = '13800001111'
  const taken = async () => {
    const { owner, listId } = await open()
    const input = { listId, lines: [one], name: '王叔', pickupPointId: 'p1' }
    const asked = { as: owner.who, requestId: shop.fresh('for'), input }
    return { owner, listId, ...(await shop.value('lists.joinFor', asked)) }
  }
  return {
    'lists.joinFor': async () => {
      const { owner, listId } = await open()
      const input = { listId, ...order, name: '李阿姨', phone, ifSoldOut: 'fill' }
      return { as: owner.who, input, another: { ...input, name: '王叔' } }
    },
    'lists.changeFor': async () => {
      const { owner, entryId } = await entry()
      return { as: owner.who, input: { entryId, ...more }, another: { entryId, ...order } }
    },
    'lists.cancelFor': async () => {
      const { owner, input, next } = await cancelling()
      return { as: owner.who, input, another: { entryId: next.entryId } }
    },
    'lists.claimEntry': async () => {
      const { listId, entryNo } = await taken()
      return { as: (await shop.newMember()).who, input: { listId, entryNo } }
    },
    'lists.confirmClaim': async () => {
      const { owner, listId, entryNo, entryId } = await taken()
      const { who: as } = await shop.newMember()
      await shop.value('lists.claimEntry', { as, input: { listId, entryNo } })
      const input = { entryId, isConfirmed: true }
      return { as: owner.who, input, another: { entryId, isConfirmed: false } }
    },
  }
}
