import { shanghaiText } from '../page/shanghai'

export interface Token {
  readonly kind: 'name' | 'text' | 'figure' | 'word' | 'mark' | 'note'
  readonly text: string
}

export interface Line {
  readonly depth: number
  readonly tokens: readonly Token[]
}

/** More of one document than this is not read but searched, elsewhere. */
const MOST_LINES = 3_000
const MOST_TEXT = 400
/** From 2001 to 2065: an integer in between is an instant more often than anything else. */
const INSTANTS: readonly [number, number] = [1e12, 3e12]

/**
 * A value as lines for reading: short objects stay on one line, an instant is followed by the
 * time in Shanghai, EJSON's `$date` is written as what it is.
 */
export function linesOf(value: unknown): Line[] {
  const lines: Line[] = []
  write(value, { lines, depth: 0, before: [], after: [] })
  if (lines.length <= MOST_LINES) return lines
  const rest = note(`还有 ${lines.length - MOST_LINES} 行没有显示`)
  return [...lines.slice(0, MOST_LINES), { depth: 0, tokens: [rest] }]
}

interface Place {
  readonly lines: Line[]
  readonly depth: number
  /** What stands before the value on its first line: its name. */
  readonly before: readonly Token[]
  /** What stands after it on its last: the comma. */
  readonly after: readonly Token[]
}

function write(value: unknown, { lines, depth, before, after }: Place): void {
  const single = oneLine(value)
  if (single) {
    lines.push({ depth, tokens: [...before, ...withNote(single, after)] })
    return
  }
  const isList = Array.isArray(value)
  const [opening, closing] = isList ? ['[', ']'] : ['{', '}']
  lines.push({ depth, tokens: [...before, mark(opening)] })
  const entries = Object.entries(value ?? {})
  for (const [position, [name, inner]] of entries.entries()) {
    write(inner, {
      lines,
      depth: depth + 1,
      before: isList ? [] : [{ kind: 'name', text: name }, mark(': ')],
      after: position < entries.length - 1 ? [mark(',')] : [],
    })
  }
  lines.push({ depth, tokens: [mark(closing), ...after] })
}

/** The comma belongs before a note, as before a comment. */
function withNote(tokens: readonly Token[], after: readonly Token[]): readonly Token[] {
  const last = tokens.at(-1)
  if (last?.kind !== 'note') return [...tokens, ...after]
  return [...tokens.slice(0, -1), ...after, last]
}

/** Undefined when the value needs lines of its own. */
function oneLine(value: unknown): readonly Token[] | undefined {
  if (typeof value === 'string') return [quoted(value)]
  if (typeof value === 'number') return figure(value)
  if (typeof value !== 'object' || value === null) return [{ kind: 'word', text: String(value) }]
  const date = dateIn(value)
  if (date !== undefined) return [{ kind: 'word', text: 'Date' }, note(shanghaiText(date))]
  const entries = Object.entries(value)
  if (entries.length === 0) return [mark(Array.isArray(value) ? '[]' : '{}')]
  const isFlat = entries.every(([, inner]) => typeof inner === 'number' || isShort(inner))
  if (!Array.isArray(value) || !isFlat || entries.length > 6) return undefined
  const inner = entries.flatMap(([, one], at) => [
    ...(at > 0 ? [mark(', ')] : []),
    ...(oneLine(one) ?? []).filter(({ kind }) => kind !== 'note'),
  ])
  return [mark('['), ...inner, mark(']')]
}

function isShort(value: unknown): boolean {
  return (
    value === null ||
    typeof value === 'boolean' ||
    (typeof value === 'string' && value.length <= 12)
  )
}

/** `{"$date": "2026-…"}`, `{"$date": 1790…}` or `{"$date": {"$numberLong": "1790…"}}`. */
function dateIn(value: object): number | undefined {
  if (!('$date' in value) || Object.keys(value).length !== 1) return undefined
  const { $date } = value
  const inner =
    typeof $date === 'object' && $date !== null && '$numberLong' in $date
      ? Number($date.$numberLong)
      : $date
  const ms = new Date(typeof inner === 'number' ? inner : String(inner)).getTime()
  return Number.isNaN(ms) ? undefined : ms
}

function figure(value: number): readonly Token[] {
  const written: Token = { kind: 'figure', text: String(value) }
  const [from, to] = INSTANTS
  const isInstant = Number.isInteger(value) && value > from && value < to
  return isInstant ? [written, note(shanghaiText(value))] : [written]
}

function quoted(text: string): Token {
  const rest = text.length - MOST_TEXT
  if (rest <= 0) return { kind: 'text', text: JSON.stringify(text) }
  return { kind: 'text', text: `${JSON.stringify(text.slice(0, MOST_TEXT))} … 还有 ${rest} 个字符` }
}

function mark(text: string): Token {
  return { kind: 'mark', text }
}

function note(text: string): Token {
  return { kind: 'note', text }
}
