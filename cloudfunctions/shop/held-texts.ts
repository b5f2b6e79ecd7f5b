/** Texts of the shop that others read: which of them a check must see, and which of them wait. */
import type { ShopFacts } from '../../shared/contract/shop'
import type { Shop } from '../../shared/rules/shop'
import type { ShopWords, StoreWords } from '../../shared/shop/shop-facts'

const shopTexts = ['name', 'slogan', 'notice'] as const
const storeTexts = ['name', 'address', 'hours'] as const

export type ShopText = (typeof shopTexts)[number]
export type StoreText = (typeof storeTexts)[number]

/** Whose field it is: `shop`, or `store:{id}`. */
export const SHOP = 'shop'
const STORE = 'store:'

export function subjectOf(storeId: string): string {
  return `${STORE}${storeId}`
}

/** Null: the shop's own. */
export function storeIdOf(subjectId: string): string | null {
  return subjectId.startsWith(STORE) ? subjectId.slice(STORE.length) : null
}

/** Under what a shop remembers which held text a field waits for. */
export function heldKeyOf(subjectId: string, field: string): string {
  return `${subjectId}:${field}`
}

export interface NewText<F extends string = string> {
  readonly field: F
  readonly text: string
}

/** What is written otherwise than before. */
export function newShopTexts(before: ShopWords, after: ShopWords): NewText<ShopText>[] {
  return shopTexts
    .filter((field) => after[field] !== before[field])
    .map((field) => ({ field, text: after[field] }))
}

/** `before` null: the store opens now. */
export function newStoreTexts(before: StoreWords | null, after: StoreWords): NewText<StoreText>[] {
  return storeTexts
    .filter((field) => after[field] !== (before?.[field] ?? ''))
    .map((field) => ({ field, text: after[field] }))
}

export function heldFieldsOf({ heldTexts = {}, stores }: Shop): ShopFacts['heldFields'] {
  const isHeld = (subjectId: string, field: string) =>
    heldTexts[heldKeyOf(subjectId, field)] !== undefined
  return [
    ...shopTexts.filter((field) => isHeld(SHOP, field)).map((field) => ({ storeId: null, field })),
    ...stores.flatMap(({ storeId }) =>
      storeTexts
        .filter((field) => isHeld(subjectOf(storeId), field))
        .map((field) => ({ storeId, field })),
    ),
  ]
}
