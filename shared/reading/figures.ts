/** What money and whole numbers have in common: signs, groups of three, the point. */
import { isRounded, type Reading, readAs, unread } from './reading'

export interface Figure {
  readonly isNegative: boolean
  /** Without leading zeros; `0` for none. */
  readonly whole: string
  /** What stands behind the point, without the zeros at its end. */
  readonly decimals: string
}

const plain = /^(\d+)(?:\.(\d*))?$/
const bare = /^\.(\d+)$/
/** One sign between all groups, a comma or a blank. */
const grouped = /^([1-9]\d{0,2}([, ])\d{3}(?:\2\d{3})*)(?:\.(\d*))?$/

/**
 * A figure without its currency or unit, as `plainText` spells it. Refuses `blank`, `grouping` for
 * commas that part no thousands, `rounded`, and `null` for what is no figure at all.
 */
export function figureIn(text: string): Reading<Figure | null> {
  if (text === '') return unread('blank')
  if (isRounded(text)) return unread('rounded')
  // An accountant's minus.
  const inBrackets = /^\((.+)\)$/.exec(text)?.[1]
  const [, sign = '', rest = ''] = /^([+-]?)\s*(.*)$/.exec(inBrackets ?? text) ?? []
  const isNegative = sign === '-' || inBrackets !== undefined
  const body = rest.replace(/\s*([.,])\s*/g, '$1')
  const parts = plain.exec(body)
  if (parts) return readAs(figureOf(isNegative, parts[1] ?? '', parts[2] ?? ''))
  const behind = bare.exec(body)
  if (behind) return readAs(figureOf(isNegative, '0', behind[1] ?? ''))
  const inGroups = grouped.exec(body)
  if (inGroups) {
    const [, groups = '', , decimals = ''] = inGroups
    return readAs(figureOf(isNegative, groups.replace(/[, ]/g, ''), decimals))
  }
  return /^[\d,. ]+$/.test(body) && /\d.*[, ]/.test(body) ? unread('grouping') : readAs(null)
}

function figureOf(isNegative: boolean, whole: string, decimals: string): Figure {
  return {
    isNegative,
    whole: whole.replace(/^0+(?=\d)/, ''),
    decimals: decimals.replace(/0+$/, ''),
  }
}
