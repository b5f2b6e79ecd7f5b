import { newOwner } from './owner-under-test'
import { EAST, manager, type ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

/** The twins of what an owner does with the shop's facts. */
export function shopFactsTwins(shop: ShopUnderTest): Own<'shop'> {
  let made = 0
  const nextFacts = async (as: string) => {
    const { revision, stores } = await shop.value('shop.show', { as })
    const east = stores.find(({ storeId }) => storeId === EAST)
    made += 1
    const dates = { noticeFromOn: '2026-03-10', noticeUntilOn: '2026-12-31' }
    const facts = { name: '惠邻小店', slogan: '住得近', notice: `第 ${made} 周换季`, ...dates }
    const place = { latitude: 31.2304, longitude: 121.4737 }
    const named = { storeId: EAST, name: east?.name, address: east?.address }
    const store = { ...named, hours: '08:00–20:00', phone: '021-62345678', place }
    return { seenRevision: revision, facts, store }
  }
  return {
    'shop.show': async () => ({ as: manager, input: {} }),
    'shop.save': async () => {
      const { who } = await newOwner(shop)
      return { as: who, input: await nextFacts(who), another: await nextFacts(who) }
    },
    'shop.changes': async () => ({ as: manager, input: { cursor: '9999999999999' } }),
  }
}
