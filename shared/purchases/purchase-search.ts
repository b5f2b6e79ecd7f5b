/** What may be meant by a text that is typed to find a purchase in a store's list. */
import { MAX_BILL_FEN, RECEIPT_NO_MAX_LENGTH } from '../limits'
import { plainText } from '../members/search-text'

/** Everything that the text may be; null where it cannot be that. */
export interface PurchaseSearch {
  readonly receiptNo: string | null
  /** Of the bill, or of what was paid. */
  readonly amountFen: number | null
  /** Masked as the list shows names: a whole name finds no more than its first letter. */
  readonly maskedNames: readonly string[]
}

const receiptForm = new RegExp(`^[\\w-]{1,${RECEIPT_NO_MAX_LENGTH}}$`)
const amountForm = /^¥?(\d{1,6}|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?元?$/
/** What a name begins with: a letter of any writing, or a picture. */
const nameForm = /^[\p{L}\p{Extended_Pictographic}]/u

export function readPurchaseSearch(typed: string): PurchaseSearch {
  const close = plainText(typed).replace(/\s/g, '')
  const [first = ''] = Array.from(typed.trim())
  return {
    receiptNo: receiptForm.test(close) ? close : null,
    amountFen: amountIn(close.replace(/。/g, '.')),
    maskedNames: nameForm.test(first) ? [`${first}*`, `${first}**`] : [],
  }
}

function amountIn(close: string): number | null {
  const [, yuan = '', cents = ''] = amountForm.exec(close) ?? []
  if (yuan === '') return null
  const fen = Number(yuan.replace(/,/g, '')) * 100 + Number(cents.padEnd(2, '0'))
  return fen <= MAX_BILL_FEN ? fen : null
}
