import { LINE_TITLE_MAX_LENGTH, MAX_BILL_FEN, MAX_PURCHASE_LINES } from '@shared/limits'
import { amountOf, excludedAmountOf, type LineWish } from '@shared/purchases/purchase-lines'
import { readMoney } from '@shared/reading/money'
import { faultSentences } from '@shared/reading/reading'
import type { InputAt } from '../api'
import { yuanText } from '../format'
import { fenOf, typedOf } from '../parts/amount'

/** One line of a bill as it is typed: the name may stay empty, the amount is in yuan. */
export interface TypedLine {
  readonly title: string
  readonly amount: string
  readonly isExcluded: boolean
  /** What kind of goods it is; empty: not told. Some coupons are for some goods only. */
  readonly category: string
}

/** What staff type of one bill, in yuan. With lines, they are the bill and what of it earns. */
export interface TypedBill {
  readonly bill: string
  readonly excluded: string
  readonly freight: string
  readonly lines: readonly TypedLine[]
}

type BillParts = Pick<
  InputAt<'purchases.settle'>,
  'billFen' | 'excludedFen' | 'freightFen' | 'lines'
>

export const nothingTyped: TypedBill = { bill: '', excluded: '', freight: '', lines: [] }
const blankLine: TypedLine = { title: '', amount: '', isExcluded: false, category: '' }

/**
 * The parts of the bill as the endpoints take them; null while nothing, or nonsense, is typed. With
 * a thing at its exchange price on it, nothing else has to be.
 */
export function billPartsOf(typed: TypedBill, withThing = false): BillParts | null {
  const { excludedFen, freightFen } = figuresOf(typed)
  const billFen = withThing ? goodsFenOf(typed) : billFenOf(typed)
  if (billFen === null || excludedFen === null || freightFen === null) return null
  if (billFen === 0 && !withThing) return null
  const lines = linesOf(typed)
  return {
    billFen,
    excludedFen,
    ...(freightFen > 0 ? { freightFen } : {}),
    ...(lines.length > 0 ? { lines } : {}),
  }
}

/** The goods, without freight; null without a whole amount. */
export function billFenOf(typed: TypedBill): number | null {
  return figuresOf(typed).billFen
}

/** The same where a thing at its exchange price is taken: with nothing typed it is bought alone. */
export function goodsFenOf(typed: TypedBill): number | null {
  return typed.bill === '' && !hasLines(typed) ? 0 : billFenOf(typed)
}

/** Freight as it is added to what is paid; 0 while it is not an amount. */
export function freightFenOf({ freight }: Pick<TypedBill, 'freight'>): number {
  return fenOf(freight) ?? 0
}

/**
 * What has to be set right before this bill can be booked; null when nothing has. `capFen` is what
 * whoever serves may book at most; null: as much as she likes.
 */
export function troubleOf(typed: TypedBill, capFen: number | null = null): string | null {
  const { billFen, excludedFen } = figuresOf(typed)
  const gap = typed.lines.findIndex((line) => !isBlank(line) && !isSaid(line))
  if (gap >= 0) return gapText(typed.lines[gap] ?? blankLine, gap + 1)
  if (amountOf(linesOf(typed)) > MAX_BILL_FEN) return '各行加起来超过了一笔的上限'
  const freight = readMoney(typed.freight)
  if (!freight.ok && freight.fault !== 'blank') return `运费：${faultSentences[freight.fault]}`
  const isTooMuch = billFen !== null && excludedFen !== null && excludedFen > billFen
  if (isTooMuch) return '不计积分的金额不能超过消费金额'
  return billFen !== null && capFen !== null && billFen > capFen ? capText(capFen) : null
}

/** One more line; what was typed as one sum is the first, what of it earns nothing the next. */
export function withLine(typed: TypedBill): TypedBill {
  const { lines } = typed
  if (lines.length >= MAX_PURCHASE_LINES) return typed
  return { ...typed, lines: lines.length === 0 ? linesOfSum(typed) : [...lines, blankLine] }
}

export function withChangedLine(
  typed: TypedBill,
  position: number,
  part: Partial<TypedLine>,
): TypedBill {
  const change = (line: TypedLine, at: number) => (at === position ? { ...line, ...part } : line)
  return { ...typed, lines: typed.lines.map(change) }
}

export function withoutLine(typed: TypedBill, position: number): TypedBill {
  return { ...typed, lines: typed.lines.filter((_line, at) => at !== position) }
}

/** Is it typed line by line? Lines that were only begun do not count. */
export function hasLines({ lines }: Pick<TypedBill, 'lines'>): boolean {
  return lines.some((line) => !isBlank(line))
}

/** What was typed for a purchase that was put aside. */
export function typedBillOf(input: BillParts): TypedBill {
  const { billFen, excludedFen = 0, freightFen = 0, lines = [] } = input
  return {
    bill: billFen === 0 ? '' : typedOf(billFen),
    excluded: lines.length === 0 && excludedFen > 0 ? typedOf(excludedFen) : '',
    freight: freightFen > 0 ? typedOf(freightFen) : '',
    lines: lines.map(({ title, amountFen, isExcluded = false, category = '' }) => ({
      ...{ title, isExcluded, category },
      amount: typedOf(amountFen),
    })),
  }
}

/** A line without a name is called by its place, also on the refund page. */
function titleOf({ title }: Pick<TypedLine, 'title'>, position: number): string {
  return title.trim().slice(0, LINE_TITLE_MAX_LENGTH) || `商品 ${position + 1}`
}

function figuresOf(typed: TypedBill) {
  const freightFen = typed.freight.trim() === '' ? 0 : fenOf(typed.freight)
  if (!hasLines(typed)) {
    const excludedFen = typed.excluded === '' ? 0 : fenOf(typed.excluded)
    return { billFen: fenOf(typed.bill), excludedFen, freightFen }
  }
  const lines = linesOf(typed)
  const sumFen = amountOf(lines)
  const allSaid = typed.lines.every((line) => isBlank(line) || isSaid(line))
  const billFen = allSaid && sumFen <= MAX_BILL_FEN ? sumFen : null
  return { billFen, excludedFen: excludedAmountOf(lines), freightFen }
}

function linesOfSum({ bill, excluded }: TypedBill): TypedLine[] {
  const [billFen, excludedFen] = [fenOf(bill), fenOf(excluded) ?? 0]
  if (billFen === null || excludedFen === 0) return [{ ...blankLine, amount: bill }]
  const nothing = { ...blankLine, amount: typedOf(excludedFen), isExcluded: true }
  if (excludedFen >= billFen) return [nothing]
  return [{ ...blankLine, amount: typedOf(billFen - excludedFen) }, nothing]
}

/** The lines that say an amount, each with a name. */
export function linesOf({ lines }: TypedBill): LineWish[] {
  return lines.filter(isSaid).map((line, position) => ({
    title: titleOf(line, position),
    amountFen: fenOf(line.amount) ?? 0,
    isExcluded: line.isExcluded,
    ...(line.category.trim() === '' ? {} : { category: line.category.trim() }),
  }))
}

function isBlank({ title, amount }: TypedLine): boolean {
  return title.trim() === '' && amount.trim() === ''
}

/** Before anything is typed, and once too much is. */
export function capText(capFen: number): string {
  return `单笔最多 ¥${yuanText(capFen)}，超过的请店长来记`
}

/** What a line lacks: its amount, or figures that can be read. */
function gapText({ amount }: TypedLine, lineNo: number): string {
  const read = readMoney(amount)
  const isEmpty = read.ok || read.fault === 'blank'
  return isEmpty ? `第 ${lineNo} 行还没有填金额` : `第 ${lineNo} 行：${faultSentences[read.fault]}`
}

function isSaid({ amount }: TypedLine): boolean {
  return (fenOf(amount) ?? 0) > 0
}
