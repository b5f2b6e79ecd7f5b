/** What of a bill is more than one sum: its lines, and what is left off it. */
import * as v from 'valibot'
import {
  CATEGORY_MAX_LENGTH,
  LINE_TITLE_MAX_LENGTH,
  MAX_BILL_FEN,
  MAX_PURCHASE_LINES,
  MAX_ROUND_OFF_FEN,
} from '../limits'
import { text } from './text'

/** 抹零: what is left off a bill; which sums will do, the shop's rule says. */
export const roundOffFen = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(0),
  v.maxValue(MAX_ROUND_OFF_FEN),
)
/** A gift is a line of 0; what was left off the bill may be a line below nothing. */
const lineFen = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(-MAX_ROUND_OFF_FEN),
  v.maxValue(MAX_BILL_FEN),
)
/** A bill line by line; the lines are the bill. */
export const purchaseLines = v.pipe(
  v.array(
    v.object({
      title: text(LINE_TITLE_MAX_LENGTH),
      amountFen: lineFen,
      isExcluded: v.optional(v.boolean(), false),
      category: v.optional(text(CATEGORY_MAX_LENGTH)),
    }),
  ),
  v.minLength(1),
  v.maxLength(MAX_PURCHASE_LINES),
)
