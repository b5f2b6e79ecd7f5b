import type { Shop, Store } from '../../shared/rules/shop'
import {
  type ShopWords,
  type StoreWords,
  shopDifferences,
  storeDifferences,
} from '../../shared/shop/shop-facts'
import { holdInTransaction } from '../moderation/hold-in-transaction'
import type { StaffContext } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { keepChange, type ShopChange } from '../runtime/shop-changes'
import { heldKeyOf, type NewText, newShopTexts, newStoreTexts, SHOP, subjectOf } from './held-texts'
import type { ShopWish, StoreWish, Wish } from './wish'

/** Keys of the texts that wait for a person. */
export type Unsure = ReadonlySet<string>

interface Applying {
  readonly shop: Shop
  readonly wish: Wish
  readonly unsure: Unsure
}

/** What of the shop becomes another, in the caller's transaction; null: nothing at all. */
export async function applyWish(
  tx: Transaction,
  { shop, wish, unsure }: Applying,
  context: StaffContext,
): Promise<Partial<Shop> | null> {
  const { facts, store } = wish
  const held = { ...shop.heldTexts }
  const settle = settling(tx, { held, unsure }, context)
  const words = facts && (await shopAfter(facts, settle))
  const places = store && (await storesAfter(store, shop, settle))
  const changes = [words, places].flatMap((part) => (part ? [part.change] : []))
  const isSame = JSON.stringify(held) === JSON.stringify(shop.heldTexts ?? {})
  if (isSame && changes.every(({ fields }) => fields.length === 0)) return null
  for (const change of changes) await keepChange(tx, context, change)
  const changed = { ...words?.changed, ...places?.changed }
  return { ...changed, heldTexts: held, factsRevision: (shop.factsRevision ?? 0) + 1 }
}

/** What one part of the wish makes of the shop, and how that is told. */
interface Part {
  readonly changed: Partial<Shop>
  readonly change: ShopChange
}

/** Holds the texts that must wait, and answers the fields that stay as they were. */
type Settle = (subjectId: string, texts: readonly NewText[]) => Promise<ReadonlySet<string>>

function settling(
  tx: Transaction,
  { held, unsure }: { readonly held: Record<string, string>; readonly unsure: Unsure },
  { requestKey, memberId, staff, now: at }: StaffContext,
): Settle {
  return async (subjectId, texts) => {
    const waiting = new Set<string>()
    for (const { field, text } of texts) {
      const key = heldKeyOf(subjectId, field)
      // Whatever waited for this field is no longer what its author wants.
      delete held[key]
      if (!unsure.has(key)) continue
      const heldId = `${requestKey}-${subjectId === SHOP ? 'shop' : 'store'}-${field}`
      const author = { authorId: memberId, authorName: staff.displayName }
      const subject = { kind: 'shopText', subjectId, field, text }
      await holdInTransaction(tx, { heldId, ...subject, ...author, at })
      held[key] = heldId
      waiting.add(field)
    }
    return waiting
  }
}

async function shopAfter({ before, after }: ShopWish, settle: Settle): Promise<Part> {
  const waiting = await settle(SHOP, newShopTexts(before, after))
  const changed = withoutWaiting(before, after, waiting)
  const fields = shopDifferences(before, changed)
  const change = { kind: 'shop', subjectId: null, subjectName: changed.name, fields } as const
  return { changed, change }
}

async function storesAfter(
  { storeId, before, after }: StoreWish,
  { stores: known }: Shop,
  settle: Settle,
): Promise<Part> {
  const waiting = await settle(subjectOf(storeId), newStoreTexts(before, after))
  const bare = { ...after, name: nameForNow(known), address: '', hours: '' }
  const words = withoutWaiting(before ?? bare, after, waiting)
  const kind = before ? 'store' : 'storeOpened'
  const fields = storeDifferences(before, words)
  const stores = before
    ? known.map((store) => (store.storeId === storeId ? { ...store, ...words } : store))
    : [...known, { storeId, ...words }]
  return {
    changed: { stores },
    change: { kind, subjectId: storeId, subjectName: words.name, fields },
  }
}

function withoutWaiting<T extends ShopWords | StoreWords>(
  before: T,
  after: T,
  waiting: ReadonlySet<string>,
): T {
  const kept = Object.entries(before).filter(([field]) => waiting.has(field))
  return { ...after, ...Object.fromEntries(kept) }
}

/** What a new store goes by until a person has read its name. */
function nameForNow(stores: readonly Store[]): string {
  const names = new Set(stores.map(({ name }) => name))
  let number = stores.length + 1
  while (names.has(`新门店${number}`)) number += 1
  return `新门店${number}`
}
