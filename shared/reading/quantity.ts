import { figureIn } from './figures'
import { plainText } from './fold'
import { type Reading, readAs, unread } from './reading'
import { readWhole } from './whole'

const MOST = 99_999
const jin = /\s*市?斤$/

/**
 * How much of a thing of a list: whole pieces, or jin in halves, `2.5` or `２。５ 斤`. Refuses as
 * `readWhole` does; of jin `fraction` is any other part of one.
 */
export function readQuantity(typed: string, unit: 'piece' | 'jin'): Reading<number> {
  if (unit === 'piece') return readWhole(typed, { most: MOST })
  const text = plainText(typed)
  if (text === '') return unread('blank')
  const figure = figureIn(text.replace(jin, ''))
  if (!figure.ok) return figure.fault === 'blank' ? unread('notWhole') : figure
  if (figure.value === null) return unread('notWhole')
  const { isNegative, whole, decimals } = figure.value
  if (isNegative) return unread('negative')
  if (decimals !== '' && decimals !== '5') return unread('fraction')
  const count = Number(whole)
  if (count > MOST) return unread('tooLarge')
  return readAs(decimals === '5' ? count + 0.5 : count)
}
