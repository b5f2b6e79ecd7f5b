import { MAX_BILL_FEN } from '../limits'
import { type Figure, figureIn } from './figures'
import { plainText } from './fold'
import { type Reading, readAs, unread } from './reading'

/** More figures than any amount of a shop has; as a number they would no longer be exact. */
const MOST_YUAN_DIGITS = 9
const currency = '(?:¥|RMB|CNY|人民币)'
const before = new RegExp(`^([+-]?)\\s*${currency}\\s*`, 'i')
const behind = /\s*(?:[元圆]整?|块钱?|RMB|CNY)$/i

/**
 * An amount in yuan, read digit by digit as fen: `35.8`, `１，２８０。５０`, `￥1,280.50`, `35 元`.
 * Refuses `blank`, `notMoney`, `grouping`, `decimals` below the fen, `negative`, `rounded`, and
 * `tooLarge` above the largest bill, or what `mostFen` says.
 */
export function readMoney(typed: string, mostFen: number = MAX_BILL_FEN): Reading<number> {
  const figure = yuanIn(typed)
  if (!figure.ok) return figure
  return figure.value.isNegative ? unread('negative') : fenOf(figure.value, mostFen)
}

/** The same, where a minus means what it says: a till's return of `-20.00` is −2,000 fen. */
export function readSignedMoney(typed: string, mostFen: number = MAX_BILL_FEN): Reading<number> {
  const figure = yuanIn(typed)
  if (!figure.ok) return figure
  const fen = fenOf(figure.value, mostFen)
  return fen.ok && figure.value.isNegative ? readAs(0 - fen.value) : fen
}

function yuanIn(typed: string): Reading<Figure> {
  const text = plainText(typed)
  if (text === '') return unread('blank')
  const figure = figureIn(text.replace(before, '$1').replace(behind, ''))
  if (!figure.ok) return figure.fault === 'blank' ? unread('notMoney') : figure
  return figure.value === null ? unread('notMoney') : readAs(figure.value)
}

function fenOf({ whole, decimals }: Figure, mostFen: number): Reading<number> {
  if (decimals.length > 2) return unread('decimals')
  if (whole.length > MOST_YUAN_DIGITS) return unread('tooLarge')
  const fen = Number(whole + decimals.padEnd(2, '0'))
  return fen > mostFen ? unread('tooLarge') : readAs(fen)
}
