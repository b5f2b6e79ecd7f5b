/** The till's list as it was pasted or typed: a line for each receipt, its number and its money. */
import { MAX_DAY_FEN } from '../limits'
import { plainText } from '../reading/fold'
import { readMoney } from '../reading/money'
import { type Fault, faultSentences } from '../reading/reading'
import { readReceiptNo } from '../reading/receipt'
import { accept, type Outcome, refuse } from '../refusal'
import { type ClosingReceipt, MAX_CLOSING_RECEIPTS } from './day-closing'

const listSentences = {
  parts: '请先写小票号，再写金额，中间空一格',
  twice: '这张小票上面已经写过了',
  tooMany: `一次最多 ${MAX_CLOSING_RECEIPTS} 张小票`,
} as const

type ListFault = keyof typeof listSentences | Fault

/**
 * Reads the list; between number and money stands a blank, a comma, a tab or a semicolon. Refuses
 * CLOSING_LIST with the first line that is none, and what is wrong with it (`fault`).
 */
export function readReceiptList(text: string): Outcome<readonly ClosingReceipt[]> {
  const receipts: ClosingReceipt[] = []
  const seen = new Set<string>()
  for (const [place, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (plainText(line) === '') continue
    const read = receiptIn(line)
    const fault = 'fault' in read ? read.fault : faultAmong(read.receiptNo, seen)
    if ('fault' in read || fault !== null) {
      return refuse('CLOSING_LIST', { lineNo: place + 1, fault })
    }
    seen.add(read.receiptNo)
    receipts.push(read)
  }
  return accept(receipts)
}

/** What is wrong with a line, as the page says it; by its name in the refusal. */
export function listFaultText(fault: unknown): string {
  const known: Readonly<Record<string, string>> = { ...faultSentences, ...listSentences }
  return (typeof fault === 'string' ? known[fault] : undefined) ?? listSentences.parts
}

function faultAmong(receiptNo: string, seen: ReadonlySet<string>): ListFault | null {
  if (seen.has(receiptNo)) return 'twice'
  return seen.size >= MAX_CLOSING_RECEIPTS ? 'tooMany' : null
}

function receiptIn(line: string): ClosingReceipt | { readonly fault: ListFault } {
  const parts = partsOf(line)
  if (!parts) return { fault: 'parts' }
  const receipt = readReceiptNo(parts.number)
  if (!receipt.ok) return receipt.fault === 'blank' ? { fault: 'parts' } : receipt
  const money = readMoney(parts.money)
  if (!money.ok) return money
  return { receiptNo: receipt.value, amountFen: money.value }
}

/** An amount that will not do is one all the same, and no receipt with its money. */
const amountFaults: ReadonlySet<Fault> = new Set<Fault>(['negative', 'decimals', 'tooLarge'])

interface Parts {
  readonly number: string
  readonly money: string
}

/** Null for a line that is not two things, such as an amount alone: `1,280.00` is no receipt 1. */
function partsOf(line: string): Parts | null {
  const cells = line.split(/[\t;；|]/).filter((cell) => plainText(cell) !== '')
  const [first = '', second = ''] = cells
  if (cells.length > 1) return cells.length === 2 ? { number: first, money: second } : null
  // What belongs to the money is no gap between the two.
  const text = plainText(line)
    .replace(/(\d), (\d{3})(?!\d)/g, '$1,$2')
    .replace(/([¥+-]) /g, '$1')
    .replace(/ (?=[元圆块])/g, '')
  const whole = readMoney(text, MAX_DAY_FEN)
  const isAmount = whole.ok || amountFaults.has(whole.fault)
  const gap = text.lastIndexOf(' ')
  if (gap > 0) {
    const isTwoAmounts = isAmount && text.indexOf(' ') < gap
    const number = text.slice(0, gap).replace(/,$/, '')
    return isTwoAmounts ? null : { number, money: text.slice(gap + 1) }
  }
  const comma = text.indexOf(',')
  if (comma < 1 || isAmount) return null
  return { number: text.slice(0, comma), money: text.slice(comma + 1) }
}
