/** What the shop says of itself, and each of its stores: which of it will do, and what changed. */
import type { Place } from '../checkin/nearness'
import type { Shop, Store } from '../rules/shop'

export interface ShopWords {
  readonly name: string
  readonly slogan: string
  /** Empty: the shop has none. */
  readonly notice: string
  /** The first and the last business date on which it is shown; null: without a bound. */
  readonly noticeFromOn: string | null
  readonly noticeUntilOn: string | null
}

export interface StoreWords {
  readonly name: string
  readonly address: string
  readonly hours: string
  /** As `readStorePhone` reads it; empty: nobody is called there. */
  readonly phone: string
  readonly place: Place | null
}

/** A field that somebody changed; what it was and is, as text; null: nothing. */
export interface FieldChange {
  readonly field: ChangedField
  readonly before: string | null
  readonly after: string | null
  /** Of a role: at which store. */
  readonly storeName?: string
}

export type ChangedField = keyof ShopWords | keyof StoreWords | 'role' | 'owner'

/** What is wrong, by field: one sentence each. */
export type FactProblems<T> = Readonly<Partial<Record<keyof T, string>>>

export function wordsOfShop(shop: Shop): ShopWords {
  const { name, slogan, notice, noticeFromOn = null, noticeUntilOn = null } = shop
  return { name, slogan, notice, noticeFromOn, noticeUntilOn }
}

export function wordsOfStore({
  name,
  address,
  hours,
  phone = '',
  place = null,
}: Store): StoreWords {
  return { name, address, hours, phone, place }
}

/** Dates without a notice say nothing. */
export function tidyShopWords(words: ShopWords): ShopWords {
  if (words.notice !== '') return words
  return { ...words, noticeFromOn: null, noticeUntilOn: null }
}

export function problemsInShop(words: ShopWords): FactProblems<ShopWords> {
  const { noticeFromOn, noticeUntilOn } = tidyShopWords(words)
  const isBackwards = noticeFromOn !== null && noticeUntilOn !== null
  if (!isBackwards || noticeFromOn <= noticeUntilOn) return {}
  return { noticeUntilOn: '公告的结束日期不能早于开始日期' }
}

/** Two stores of one name could not be told apart in a file that names them. */
export function problemsInStore(
  { name }: Pick<StoreWords, 'name'>,
  others: readonly Pick<Store, 'name'>[],
): FactProblems<StoreWords> {
  const isTaken = others.some((other) => other.name === name)
  return isTaken ? { name: '已经有一家同名的门店，请换一个名字' } : {}
}

/** The notice as members read it on this business date; empty outside its dates. */
export function noticeOn(shop: Shop, todayOn: string): string {
  const { notice, noticeFromOn, noticeUntilOn } = wordsOfShop(shop)
  const isEarly = noticeFromOn !== null && todayOn < noticeFromOn
  const isOver = noticeUntilOn !== null && todayOn > noticeUntilOn
  return isEarly || isOver ? '' : notice
}

export function shopDifferences(before: ShopWords, after: ShopWords): FieldChange[] {
  return differencesIn(shopFields, before, after)
}

/** `before` null: the store is new, and each of its fields that says something is told. */
export function storeDifferences(before: StoreWords | null, after: StoreWords): FieldChange[] {
  return differencesIn(storeFields, before, after)
}

const shopFields = ['name', 'slogan', 'notice', 'noticeFromOn', 'noticeUntilOn'] as const
const storeFields = ['name', 'address', 'hours', 'phone', 'place'] as const

function differencesIn<F extends ChangedField>(
  fields: readonly F[],
  before: Readonly<Record<F, unknown>> | null,
  after: Readonly<Record<F, unknown>>,
): FieldChange[] {
  return fields.flatMap((field) => {
    const [was, is] = [textOf(before?.[field]), textOf(after[field])]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}

/** `31.230400,121.473700`: a metre and less. */
export function placeText({ latitude, longitude }: Place): string {
  return `${latitude.toFixed(6)},${longitude.toFixed(6)}`
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  return isPlace(value) ? placeText(value) : null
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'latitude' in value
}
