/**
 * Separated values as spreadsheets write them (RFC 4180): quotes around a cell, doubled inside it,
 * lines that end in CRLF, LF or CR, perhaps a byte order mark in front. Strict otherwise: a quote
 * in the middle of a cell says that the file is not what it seems, and where.
 */
import { accept, type Outcome, refuse } from './refusal'

export interface CsvRecord {
  /** As a spreadsheet numbers its rows: the first is 1, empty ones count. */
  readonly rowNo: number
  readonly cells: readonly string[]
}

const ORDER_MARK = '\uFEFF'

/** What parts the cells: a spreadsheet's list sign differs by language, and tills write tabs. */
export const separators = [',', ';', '\t'] as const
export type Separator = (typeof separators)[number]

/** Excel's line in front, which names the separator; a spreadsheet does not count it as a row. */
const named = /^\uFEFF?"?sep=([,;\t])"?[,;\t]*(?:\r\n|\r|\n|$)/i

/** The separator that the file itself names, and what follows; null where it names none. */
export function namedSeparator(text: string): { separator: Separator; rest: string } | null {
  const [line = '', sign] = named.exec(text) ?? []
  const separator = separators.find((one) => one === sign)
  return separator ? { separator, rest: text.slice(line.length) } : null
}

/** All rows that are not empty. Refuses IMPORT_FILE with the row where the quotes do not close. */
export function parseCsv(text: string, separator: Separator = ','): Outcome<readonly CsvRecord[]> {
  const whole = text.startsWith(ORDER_MARK) ? text.slice(1) : text
  const records: CsvRecord[] = []
  let rowNo = 0
  let at = 0
  while (at < whole.length) {
    rowNo += 1
    const record = recordFrom(whole, at, separator)
    if (!record) return refuse('IMPORT_FILE', { rowNo })
    if (record.cells.some((cell) => cell.trim() !== ''))
      records.push({ rowNo, cells: record.cells })
    at = record.nextAt
  }
  return accept(records)
}

function recordFrom(
  text: string,
  from: number,
  separator: Separator,
): { cells: string[]; nextAt: number } | null {
  const isEnd = (at: number) => [separator, '\n', '\r'].includes(text[at] ?? '')
  const cells: string[] = []
  let at = from
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, isEnd) : plainCell(text, at, isEnd)
    if (!cell) return null
    cells.push(cell.value)
    at = cell.nextAt
    if (text[at] === separator) {
      at += 1
      continue
    }
    const isCrlf = text[at] === '\r' && text[at + 1] === '\n'
    return { cells, nextAt: at + (isCrlf ? 2 : 1) }
  }
}

interface ReadCell {
  readonly value: string
  readonly nextAt: number
}
type IsEnd = (at: number) => boolean

function plainCell(text: string, from: number, isEnd: IsEnd): ReadCell | null {
  let at = from
  while (at < text.length && !isEnd(at)) at += 1
  const value = text.slice(from, at)
  return value.includes('"') ? null : { value, nextAt: at }
}

function quotedCell(text: string, from: number, isEnd: IsEnd): ReadCell | null {
  let value = ''
  let at = from + 1
  for (;;) {
    const quoteAt = text.indexOf('"', at)
    if (quoteAt < 0) return null
    value += text.slice(at, quoteAt)
    at = quoteAt + 1
    if (text[at] !== '"') break
    value += '"'
    at += 1
  }
  return at >= text.length || isEnd(at) ? { value, nextAt: at } : null
}
