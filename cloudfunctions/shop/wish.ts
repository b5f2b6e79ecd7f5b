import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { shop as contract } from '../../shared/contract/shop'
import { MAX_STORES } from '../../shared/limits'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Shop, Store } from '../../shared/rules/shop'
import {
  problemsInShop,
  problemsInStore,
  type ShopWords,
  type StoreWords,
  tidyShopWords,
  wordsOfShop,
  wordsOfStore,
} from '../../shared/shop/shop-facts'
import type { StaffContext } from '../runtime/context'
import { managesStore } from '../runtime/roles'

type Input = ParsedInputOf<typeof contract.save>

export interface ShopWish {
  readonly before: ShopWords
  readonly after: ShopWords
}

export interface StoreWish {
  readonly storeId: string
  /** Null: it opens now. */
  readonly before: StoreWords | null
  readonly after: StoreWords
}

/** What is to become of the shop, as far as the caller may. */
export interface Wish {
  readonly facts: ShopWish | null
  readonly store: StoreWish | null
}

type By = Pick<StaffContext, 'staff' | 'requestKey'>

/**
 * Measures what was sent against the shop as it is. Refuses SHOP_CHANGED when somebody saved since
 * she looked, SHOP_OWNER_REQUIRED, STORE_FOREIGN, STORES_FULL, and RULE_INVALID with field and
 * sentence.
 */
export function admitWish(shop: Shop, input: Input, by: By): Outcome<Wish> {
  const revision = shop.factsRevision ?? 0
  if (revision !== input.seenRevision) return refuse('SHOP_CHANGED', { revision })
  if (!input.facts && !input.store) return refuse('INPUT_INVALID', { field: 'facts' })
  const facts = input.facts ? admitFacts(shop, input.facts, by) : accept(null)
  if (!facts.ok) return facts
  const store = input.store ? admitStore(shop, input.store, by) : accept(null)
  if (!store.ok) return store
  return accept({ facts: facts.value, store: store.value })
}

/** The shop's own words are its owner's. */
function admitFacts(
  shop: Shop,
  sent: NonNullable<Input['facts']>,
  { staff }: By,
): Outcome<ShopWish> {
  if (!staff.owner) return refuse('SHOP_OWNER_REQUIRED')
  const wrong = wrongIn('facts', problemsInShop(sent))
  return wrong ?? accept({ before: wordsOfShop(shop), after: tidyShopWords(sent) })
}

/** A manager keeps hours, phone and point of her own store; the rest is the owner's. */
function admitStore(
  shop: Shop,
  { storeId, ...after }: NonNullable<Input['store']>,
  { staff, requestKey }: By,
): Outcome<StoreWish> {
  const known = shop.stores.find((store) => store.storeId === storeId)
  if (storeId !== undefined && !(known && managesStore(staff, storeId))) {
    return refuse('STORE_FOREIGN')
  }
  const before = known ? wordsOfStore(known) : null
  const isNamedAnew = before === null || before.name !== after.name
  const isOwners = isNamedAnew || before.address !== after.address
  if (isOwners && !staff.owner) return refuse('SHOP_OWNER_REQUIRED')
  if (!known && shop.stores.length >= MAX_STORES) return refuse('STORES_FULL')
  const others: Store[] = shop.stores.filter((store) => store.storeId !== storeId)
  const wrong = wrongIn('store', isNamedAnew ? problemsInStore(after, others) : {})
  return wrong ?? accept({ storeId: storeId ?? newStoreId(requestKey), before, after })
}

/** The same request opens the same store, however often it is asked. */
function newStoreId(requestKey: string): string {
  return `store-${requestKey.slice(0, 12)}`
}

function wrongIn(part: string, problems: Readonly<Record<string, string>>) {
  const [problem] = Object.entries(problems)
  if (!problem) return null
  const [field, sentence] = problem
  return refuse('RULE_INVALID', { field: `${part}.${field}`, sentence })
}
