/** Fields of lists, each declared once with its bounds. */
import * as v from 'valibot'
import {
  CATEGORY_MAX_LENGTH,
  ENTRY_NAME_MAX_LENGTH,
  ENTRY_REMARK_MAX_LENGTH,
  LIST_ITEM_MAX_LENGTH,
  LIST_TEXT_MAX_LENGTH,
  LIST_TITLE_MAX_LENGTH,
  LIST_WORDS_MAX_LENGTH,
  MAX_BILL_FEN,
  MAX_LIST_COUNT,
  MAX_LIST_ITEMS,
  MAX_LIST_PICTURES,
  MAX_PICKUP_POINTS,
} from '../limits'
import {
  belowThresholds,
  type ListThreshold,
  listPayments,
  listUnits,
  shortageMethods,
  shortChoices,
  soldOutChoices,
} from '../lists/list'
import { documentId } from './fields'
import { text } from './text'
import { unlistedAs } from './unlisted'

/** An entry may order some of each item. */
export const MAX_ENTRY_LINES = MAX_LIST_ITEMS
export const MAX_TAKEN_ENTRIES = 500
export const MAX_WEIGHED_GRAMS = 1_000_000

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most))
const priceFen = whole(1, MAX_BILL_FEN)
/** Pieces, or jin in halves: which of them, the item says. */
export const quantity = v.pipe(
  v.number(),
  v.minValue(0.5),
  v.maxValue(MAX_LIST_COUNT),
  v.multipleOf(0.5),
)
export const arrivedQuantity = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(MAX_LIST_COUNT),
  v.multipleOf(0.5),
)
export const itemId = v.pipe(v.string(), v.regex(/^i\d{1,3}$/))
export const pickupPointId = v.pipe(v.string(), v.regex(/^p\d{1,2}$/))
export const pictureFile = v.pipe(v.string(), v.regex(/^cloud:\/\/[\w./-]{1,200}$/))
export const entryName = text(ENTRY_NAME_MAX_LENGTH)
export const entryRemark = text(ENTRY_REMARK_MAX_LENGTH)
/** Line breaks are of the message. */
export const listText = v.pipe(v.string(), v.minLength(1), v.maxLength(LIST_TEXT_MAX_LENGTH))
export const grams = whole(1, MAX_WEIGHED_GRAMS)

/** Printable like every text, in lines; none where the pictures say it all. */
const words = v.pipe(
  v.string(),
  v.maxLength(LIST_WORDS_MAX_LENGTH),
  v.regex(/^(?:[^\p{C}]|[\u200d\n])*$/u),
  v.trim(),
)

const item = v.object({
  name: text(LIST_ITEM_MAX_LENGTH),
  spec: v.optional(text(LIST_ITEM_MAX_LENGTH)),
  priceFen,
  memberPriceFen: v.optional(priceFen),
  stockCount: v.optional(arrivedQuantity),
  limitPerMember: v.optional(quantity),
  unit: v.optional(v.picklist(listUnits), 'piece'),
  category: v.optional(text(CATEGORY_MAX_LENGTH)),
})

/** All that an owner decides of a list. */
export const listPlan = {
  title: text(LIST_TITLE_MAX_LENGTH),
  words: v.optional(words, ''),
  /** Left out: her only one, or as it is; null: of none. */
  communityId: v.optional(v.nullable(documentId)),
  pictures: v.optional(v.pipe(v.array(pictureFile), v.maxLength(MAX_LIST_PICTURES)), []),
  repeatWeekly: v.optional(v.boolean(), false),
  items: v.pipe(v.array(item), v.minLength(1), v.maxLength(MAX_LIST_ITEMS)),
  opensAt: v.optional(whole(1, Number.MAX_SAFE_INTEGER)),
  cutOffAt: whole(1, Number.MAX_SAFE_INTEGER),
  pickupPoints: v.pipe(
    v.array(
      v.object({
        name: text(LIST_ITEM_MAX_LENGTH),
        storeId: v.optional(documentId),
        hours: v.optional(text(LIST_ITEM_MAX_LENGTH)),
      }),
    ),
    v.minLength(1),
    v.maxLength(MAX_PICKUP_POINTS),
  ),
  payment: v.picklist(listPayments),
  threshold: v.optional(
    v.pipe(
      unlistedAs<ListThreshold>(),
      v.object({ count: whole(1, MAX_LIST_COUNT), below: v.picklist(belowThresholds) }),
    ),
  ),
  shortage: v.picklist(shortageMethods),
}

export const orderedLines = v.pipe(
  v.array(v.object({ itemId, quantity, ifShort: v.optional(v.picklist(shortChoices), 'less') })),
  v.minLength(1),
  v.maxLength(MAX_ENTRY_LINES),
)
/** Of an entry that there is: where a line says nothing of a shortage, it keeps what it said. */
export const changedLines = v.pipe(
  v.array(v.object({ itemId, quantity, ifShort: v.optional(v.picklist(shortChoices)) })),
  v.minLength(1),
  v.maxLength(MAX_ENTRY_LINES),
)
export const soldOutChoice = v.picklist(soldOutChoices)
