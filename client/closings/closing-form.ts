import {
  type Difference,
  differencesOf,
  isOurs,
  type ReceiptDifference,
  receiptDifferencesOf,
  type TillTotals,
} from '@shared/closings/day-closing'
import { listFaultText, readReceiptList } from '@shared/closings/receipt-list'
import { admitTotals } from '@shared/closings/till-totals'
import { MAX_DAY_FEN } from '@shared/limits'
import { readMoney } from '@shared/reading/money'
import type { Reading } from '@shared/reading/reading'
import { readWhole } from '@shared/reading/whole'
import type { DayClosing } from './closing.store'

/** What stands in the fields: as it was typed. */
export interface Typed {
  readonly receipts: string
  readonly amount: string
  readonly refund: string
  readonly coupon: string
  readonly points: string
  readonly nonMemberReceipts: string
  readonly nonMember: string
  readonly footfall: string
  readonly list: string
  readonly note: string
}

export const nothingTyped: Typed = {
  receipts: '',
  amount: '',
  refund: '',
  coupon: '',
  points: '',
  nonMemberReceipts: '',
  nonMember: '',
  footfall: '',
  list: '',
  note: '',
}

/** What the page can say of it by now. */
export interface Reckoned {
  /** Null while the till's two main figures are missing, or a field cannot be read. */
  readonly till: TillTotals | null
  readonly differences: readonly Difference[]
  readonly receipts: readonly ReceiptDifference[]
  /** The line of the list that is none, and what is wrong with it. */
  readonly wrongLine: { readonly lineNo: number; readonly sentence: string } | null
  /** It may be signed only with a word. */
  readonly needsNote: boolean
  /** What is to be done before it can be signed, in words; null: nothing. */
  readonly missing: string | null
}

/** Holds what was typed against our figures, by the rule that signs it. */
export function reckon(typed: Typed, day: DayClosing): Reckoned {
  const till = totalsOf(typed)
  const list = readReceiptList(typed.list)
  const differences = till.ok ? differencesOf(day.ours.sums, till.value) : []
  const hasList = list.ok && list.value.length > 0
  const receipts = hasList ? receiptDifferencesOf(day.receipts, list.value) : []
  const needsNote = differences.length > 0 || receipts.some(isOurs)
  const { lineNo, fault } = (list.ok ? undefined : list.detail) ?? {}
  const wrongLine = list.ok ? null : { lineNo: Number(lineNo), sentence: listFaultText(fault) }
  const lacksNote = needsNote && typed.note.trim() === ''
  const missing = till.ok ? null : till.missing
  return {
    ...{ till: till.ok ? till.value : null, differences, receipts, wrongLine, needsNote },
    missing: missing ?? (wrongLine ? '请改好小票清单' : lacksNote ? '请写明为什么不一样' : null),
  }
}

type Totals =
  | { readonly ok: true; readonly value: TillTotals }
  | { readonly ok: false; readonly missing: string }

/** What the door takes of people and of receipts. */
const MOST_COUNT = 100_000

/** Receipts and amount are asked for; any other field that is left empty was not counted. */
function totalsOf(typed: Typed): Totals {
  const money = (text: string) => readMoney(text, MAX_DAY_FEN)
  const count = (text: string) => readWhole(text, { most: MOST_COUNT })
  const read = {
    ...{ receiptCount: count(typed.receipts), amountFen: money(typed.amount) },
    ...{ refundFen: money(typed.refund), couponFen: money(typed.coupon) },
    ...{ pointsFen: money(typed.points), nonMemberFen: money(typed.nonMember) },
    ...{ nonMemberCount: count(typed.nonMemberReceipts), footfallCount: count(typed.footfall) },
  }
  const isUnread = Object.values(read).some((one) => !one.ok && one.fault !== 'blank')
  if (isUnread) return { ok: false, missing: '有一个数读不出来，请改一下' }
  const { receiptCount, amountFen, ...others } = read
  if (!receiptCount.ok || !amountFen.ok) return { ok: false, missing: '请填总笔数和总金额' }
  const value = {
    ...{ receiptCount: receiptCount.value, amountFen: amountFen.value },
    ...{ refundFen: countedIn(others.refundFen), couponFen: countedIn(others.couponFen) },
    ...{ pointsFen: countedIn(others.pointsFen), nonMemberFen: countedIn(others.nonMemberFen) },
    nonMemberCount: countedIn(others.nonMemberCount),
    footfallCount: countedIn(others.footfallCount),
  }
  const possible = admitTotals(value)
  const { sentence } = (possible.ok ? undefined : possible.detail) ?? {}
  return typeof sentence === 'string' ? { ok: false, missing: sentence } : { ok: true, value }
}

function countedIn(read: Reading<number>): number | null {
  return read.ok ? read.value : null
}

/** As it is sent: what was not counted is left out. */
export function sentTotals(till: TillTotals) {
  const { receiptCount, amountFen, refundFen, couponFen, pointsFen } = till
  const { nonMemberCount, nonMemberFen, footfallCount } = till
  return {
    ...{ receiptCount, amountFen },
    ...(refundFen === null ? {} : { refundFen }),
    ...(couponFen === null ? {} : { couponFen }),
    ...(pointsFen === null ? {} : { pointsFen }),
    ...(nonMemberCount === null ? {} : { nonMemberCount }),
    ...(nonMemberFen === null ? {} : { nonMemberFen }),
    ...(footfallCount === null ? {} : { footfallCount }),
  }
}
