import { figureIn } from './figures'
import { plainText } from './fold'
import { type Reading, readAs, unread } from './reading'

const MOST_DIGITS = 9
/** What people count in a shop; the field says what is meant, so that the word adds nothing. */
const units = /\s*(?:积分|[份件笔张人位天个次分杯盒袋瓶号])$/

interface Bounds {
  readonly least?: number
  readonly most?: number
}

/**
 * A number of something: `12`, `１２`, `1,200`, `12 份`, a spreadsheet's `12.00`. Refuses `blank`,
 * `notWhole`, `fraction`, `grouping`, `negative`, `rounded`, `tooSmall` and `tooLarge`.
 */
export function readWhole(typed: string, { least = 0, most }: Bounds = {}): Reading<number> {
  const text = plainText(typed)
  if (text === '') return unread('blank')
  const figure = figureIn(text.replace(units, ''))
  if (!figure.ok) return figure.fault === 'blank' ? unread('notWhole') : figure
  if (figure.value === null) return unread('notWhole')
  const { isNegative, whole, decimals } = figure.value
  if (isNegative) return unread('negative')
  if (decimals !== '') return unread('fraction')
  if (whole.length > MOST_DIGITS) return unread('tooLarge')
  const count = Number(whole)
  if (count < least) return unread('tooSmall')
  return most !== undefined && count > most ? unread('tooLarge') : readAs(count)
}
