import { queryFailed } from '../platform-error'
import { isNothing, onOperands } from './expression-operators'

/** Positions and parts of texts, counted in code points (CP) or in bytes of UTF-8. */
export const textOperators = {
  $indexOfCP: onOperands((operands) => indexOf('$indexOfCP', operands, characters), 4),
  $indexOfBytes: onOperands((operands) => indexOf('$indexOfBytes', operands, bytes), 4),
  $substrCP: onOperands(([text, start, count]) => {
    const from = wholeNumber('$substrCP', start)
    const length = wholeNumber('$substrCP', count)
    if (from < 0 || length < 0) {
      throw queryFailed('$substrCP: the start and the length must be non-negative integers')
    }
    return characters
      .split(asText(text))
      .slice(from, from + length)
      .join('')
  }, 3),
  $substrBytes: onOperands((operands) => substringOfBytes('$substrBytes', operands), 3),
  $substr: onOperands((operands) => substringOfBytes('$substr', operands), 3),
  $toLower: onOperands(([text]) => asText(text).toLowerCase()),
  $toUpper: onOperands(([text]) => asText(text).toUpperCase()),
}

/** A way to cut a text into what is counted. */
interface Units {
  split(text: string): readonly string[]
}

const characters: Units = { split: (text) => [...text] }

const bytes: Units = { split: (text) => [...Buffer.from(text, 'utf8')].map(String) }

function indexOf(name: string, operands: readonly unknown[], units: Units): number | null {
  const [text, searched, start = 0, end] = operands
  if (isNothing(text)) return null
  if (typeof text !== 'string' || typeof searched !== 'string') {
    throw queryFailed(`${name} requires a string`)
  }
  const hay = units.split(text)
  const needle = units.split(searched)
  const from = position(name, start)
  const to = Math.min(end === undefined ? hay.length : position(name, end), hay.length)
  for (let at = from; at + needle.length <= to; at += 1) {
    if (needle.every((unit, offset) => hay[at + offset] === unit)) return at
  }
  return -1
}

/** A negative count, or one past the end, takes all that is left. */
function substringOfBytes(name: string, operands: readonly unknown[]): string {
  const [text, start, count] = operands
  const from = wholeNumber(name, start)
  const length = wholeNumber(name, count)
  if (from < 0) throw queryFailed(`${name}: starting index must be non-negative`)
  const whole = Buffer.from(asText(text), 'utf8')
  const to = length < 0 ? whole.length : Math.min(from + length, whole.length)
  if (isContinuation(whole[from])) {
    throw queryFailed(`${name}: Invalid range, starting index is a UTF-8 continuation byte`)
  }
  if (isContinuation(whole[to])) {
    throw queryFailed(`${name}: Invalid range, ending index is in the middle of a UTF-8 character`)
  }
  return whole.subarray(from, to).toString('utf8')
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}

/** Numbers and dates are written out, as MongoDB does; nothing is the empty text. */
function asText(value: unknown): string {
  if (isNothing(value)) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString()
  throw queryFailed(`can't convert from BSON type ${typeof value} to String`)
}

function wholeNumber(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw queryFailed(`${name}: a position must be a whole number`)
}

function position(name: string, value: unknown): number {
  const whole = wholeNumber(name, value)
  if (whole < 0) throw queryFailed(`${name} requires a non-negative index`)
  return whole
}
