import type { Shop } from '../../shared/rules/shop'
import {
  shopDifferences,
  storeDifferences,
  wordsOfShop,
  wordsOfStore,
} from '../../shared/shop/shop-facts'
import type { Deciding, HeldKind } from '../moderation/decide-in-transaction'
import type { HeldText } from '../moderation/repository'
import { openShop } from '../runtime/config'
import type { Transaction } from '../runtime/database'
import { keepChange, type ShopChange } from '../runtime/shop-changes'
import { heldKeyOf, storeIdOf } from './held-texts'

/** A text of the shop or of a store, for which what was before is shown till it is approved. */
export const heldShopTexts: HeldKind = {
  kind: 'shopText',
  textTitle: ({ subjectId }) => (storeIdOf(subjectId) === null ? '店铺资料' : '门店资料'),
  publish: async (tx, held, at) => {
    const { shop, save } = await openShop(tx)
    const heldTexts = withoutHeld(shop, held)
    if (!heldTexts || isTaken(shop, held)) return false
    const { changed, change } = withText(shop, held)
    await keepChange(tx, byWhomItWas(held, at), change)
    await save({ ...changed, heldTexts, factsRevision: (shop.factsRevision ?? 0) + 1 })
    return true
  },
  giveUp: async (tx: Transaction, held) => {
    const { shop, save } = await openShop(tx)
    const heldTexts = withoutHeld(shop, held)
    if (heldTexts) await save({ heldTexts, factsRevision: (shop.factsRevision ?? 0) + 1 })
  },
}

/** Null: the shop does not wait for this text any more. */
function withoutHeld(
  { heldTexts = {} }: Shop,
  { _id: heldId, subjectId, field }: HeldText,
): Readonly<Record<string, string>> | null {
  const key = heldKeyOf(subjectId, field)
  if (heldTexts[key] !== heldId) return null
  return Object.fromEntries(Object.entries(heldTexts).filter(([each]) => each !== key))
}

/** Another store took the name while it waited. */
function isTaken({ stores }: Shop, { subjectId, field, text }: HeldText): boolean {
  const storeId = storeIdOf(subjectId)
  if (storeId === null || field !== 'name') return false
  return stores.some((store) => store.storeId !== storeId && store.name === text)
}

function withText(
  shop: Shop,
  { subjectId, field, text }: HeldText,
): { readonly changed: Partial<Shop>; readonly change: ShopChange } {
  const storeId = storeIdOf(subjectId)
  const store = shop.stores.find((each) => each.storeId === storeId)
  if (store) {
    const after = { ...store, [field]: text }
    const fields = storeDifferences(wordsOfStore(store), wordsOfStore(after))
    const stores = shop.stores.map((each) => (each.storeId === storeId ? after : each))
    const change = { kind: 'store', subjectId: storeId, subjectName: after.name, fields } as const
    return { changed: { stores }, change }
  }
  const changed = { [field]: text }
  const fields = shopDifferences(wordsOfShop(shop), wordsOfShop({ ...shop, ...changed }))
  const subjectName = wordsOfShop({ ...shop, ...changed }).name
  return { changed, change: { kind: 'shop', subjectId: null, subjectName, fields } }
}

/** The change is its author's; that a manager let it pass stands with the held text. */
function byWhomItWas(held: HeldText, { now }: Deciding) {
  const staff = { _id: held.authorId, displayName: held.authorName }
  return { requestKey: `${held._id}-approved`, now, staff }
}
