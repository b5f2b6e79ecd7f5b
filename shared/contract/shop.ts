import * as v from 'valibot'
import {
  ADDRESS_MAX_LENGTH,
  HOURS_MAX_LENGTH,
  NOTICE_MAX_LENGTH,
  SHOP_NAME_MAX_LENGTH,
  SLOGAN_MAX_LENGTH,
  STORE_PHONE_MAX_LENGTH,
} from '../limits'
import type { FieldChange, ShopWords, StoreWords } from '../shop/shop-facts'
import { readStorePhone } from '../shop/store-phone'
import { endpoint } from './endpoint'
import { businessDate, cursor, documentId, nothing, place, seenNumber } from './fields'
import { text } from './text'
import { unlistedAs } from './unlisted'

export interface ShownStore extends StoreWords {
  storeId: string
  /** The caller manages it: its hours, its phone and its point on the map are hers to keep. */
  isManaged: boolean
}

export interface ShopFacts extends ShopWords {
  serverNow: number
  /** The business date of `serverNow`. */
  todayOn: string
  /** Counts every change: whoever saves names the one that she saw. */
  revision: number
  /** The caller keeps all of it, and opens stores. */
  isOwner: boolean
  stores: ShownStore[]
  /** Texts that wait for a person; until then what was before is shown. */
  heldFields: { storeId: string | null; field: keyof ShopWords | keyof StoreWords }[]
}

export type ShopChangeKind = 'shop' | 'store' | 'storeOpened' | 'staff'

/** Who changed what of the shop, when, and what it was before. */
export interface ShopChangeRow {
  changeId: string
  at: number
  byName: string
  kind: ShopChangeKind
  /** The store's name as it was then, or the name of who was appointed or removed. */
  subjectName: string
  fields: FieldChange[]
}

export interface ShopChangeList {
  serverNow: number
  changes: ShopChangeRow[]
  nextCursor: string | null
}

const maybeText = (maxLength: number) => v.union([v.literal(''), text(maxLength)])
const maybeDate = v.nullable(businessDate)
/** Empty, or a number that can be called, however it is written. */
const storePhone = v.pipe(
  v.string(),
  v.maxLength(STORE_PHONE_MAX_LENGTH),
  v.check((typed) => typed === '' || readStorePhone(typed) !== null),
  v.transform((typed) => readStorePhone(typed) ?? ''),
)

const shopWords = v.object({
  name: text(SHOP_NAME_MAX_LENGTH),
  slogan: maybeText(SLOGAN_MAX_LENGTH),
  notice: maybeText(NOTICE_MAX_LENGTH),
  noticeFromOn: maybeDate,
  noticeUntilOn: maybeDate,
})

const storeWords = v.object({
  /** Absent: it opens by this request. */
  storeId: v.optional(documentId),
  name: text(SHOP_NAME_MAX_LENGTH),
  address: maybeText(ADDRESS_MAX_LENGTH),
  hours: maybeText(HOURS_MAX_LENGTH),
  phone: storePhone,
  place: v.nullable(place),
})

/** What members read of the shop, and how its owner and its managers keep it. */
export const shop = {
  /** As it is now, not as an instance may still remember it. */
  show: endpoint<ShopFacts>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: nothing,
  }),
  /** The shop's own words, one store, or both; each part is sent whole. */
  save: endpoint<ShopFacts>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({
      seenRevision: seenNumber,
      facts: v.optional(v.pipe(unlistedAs<v.InferInput<typeof shopWords>>(), shopWords)),
      store: v.optional(v.pipe(unlistedAs<v.InferInput<typeof storeWords>>(), storeWords)),
    }),
  }),
  /** Every change of the shop and of its staff, the newest first. */
  changes: endpoint<ShopChangeList>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
}
