/** What a field reads, with the keyboard that it opens and what it says of what cannot be read. */

import { MAX_DAY_FEN } from '@shared/limits'
import { readMoney } from '@shared/reading/money'
import { readPhone } from '@shared/reading/phone'
import { readQuantity } from '@shared/reading/quantity'
import { type Fault, faultSentences, type Reading } from '@shared/reading/reading'
import { readReceiptNo, readTillNo } from '@shared/reading/receipt'
import { readWhole } from '@shared/reading/whole'
import { memberNumberIn } from './member-number'
import { readCode } from './scanned-code'

export type FieldReads =
  | 'money'
  | 'dayMoney'
  | 'count'
  | 'halves'
  | 'phone'
  | 'receiptNo'
  | 'tillNo'
  | 'memberNumber'
  | 'memberCode'

/** `number` has the figures alone, `digit` the point as well. */
export type Keyboard = 'text' | 'number' | 'digit'

interface Reader {
  readonly keyboard: Keyboard
  /** What is wrong with it; null while it can be read. */
  faultOf(typed: string): FieldFault | null
}

export interface FieldFault {
  readonly sentence: string
  /** More figures will not mend it: it is said while she types. */
  readonly isFinal: boolean
}

const readers: Readonly<Record<FieldReads, Reader>> = {
  money: { keyboard: 'digit', faultOf: faultBy((typed) => readMoney(typed)) },
  dayMoney: { keyboard: 'digit', faultOf: faultBy((typed) => readMoney(typed, MAX_DAY_FEN)) },
  count: { keyboard: 'number', faultOf: faultBy((typed) => readWhole(typed)) },
  halves: { keyboard: 'digit', faultOf: faultBy((typed) => readQuantity(typed, 'jin')) },
  phone: { keyboard: 'number', faultOf: faultBy(readPhone) },
  receiptNo: { keyboard: 'text', faultOf: faultBy(readReceiptNo) },
  tillNo: { keyboard: 'text', faultOf: faultBy(readTillNo) },
  memberNumber: {
    keyboard: 'number',
    faultOf: codeFault(
      (typed) => memberNumberIn(typed) !== null,
      '会员号是 8 位数字，也可以输入 18 位会员码',
    ),
  },
  memberCode: {
    keyboard: 'number',
    faultOf: codeFault((typed) => readCode(typed).kind === 'member', '会员码是 18 位数字，请核对'),
  },
}

export function keyboardOf(reads: FieldReads): Keyboard {
  return readers[reads].keyboard
}

/** What is said of what stands in the field; nothing of an empty one, which the form asks for. */
export function faultIn(reads: FieldReads, typed: string): FieldFault | null {
  return readers[reads].faultOf(typed)
}

/** What a figure that is still being typed may come to. */
const unfinished: ReadonlySet<Fault> = new Set<Fault>([
  ...(['grouping', 'notMoney', 'notWhole', 'fraction'] as const),
  ...(['phoneLength', 'notPhone'] as const),
])

function faultBy(read: (typed: string) => Reading<unknown>): Reader['faultOf'] {
  return (typed) => {
    const reading = read(typed)
    if (reading.ok || reading.fault === 'blank') return null
    const { fault } = reading
    return { sentence: faultSentences[fault], isFinal: !unfinished.has(fault) }
  }
}

function codeFault(isRead: (typed: string) => boolean, sentence: string): Reader['faultOf'] {
  return (typed) => (typed.trim() === '' || isRead(typed) ? null : { sentence, isFinal: false })
}
