/**
 * Comma-separated values as spreadsheets write them (RFC 4180): quotes around a cell, doubled
 * inside it, lines that end in CRLF or LF, perhaps a byte order mark in front. Strict otherwise: a
 * quote in the middle of a cell says that the file is not what it seems, and where.
 */
import { accept, type Outcome, refuse } from './refusal'

export interface CsvRecord {
  /** As a spreadsheet numbers its rows: the first is 1, empty ones count. */
  readonly rowNo: number
  readonly cells: readonly string[]
}

const ORDER_MARK = '\uFEFF'

/** All rows that are not empty. Refuses IMPORT_FILE with the row where the quotes do not close. */
export function parseCsv(text: string): Outcome<readonly CsvRecord[]> {
  const whole = text.startsWith(ORDER_MARK) ? text.slice(1) : text
  const records: CsvRecord[] = []
  let rowNo = 0
  let at = 0
  while (at < whole.length) {
    rowNo += 1
    const record = recordFrom(whole, at)
    if (!record) return refuse('IMPORT_FILE', { rowNo })
    if (record.cells.some((cell) => cell.trim() !== ''))
      records.push({ rowNo, cells: record.cells })
    at = record.nextAt
  }
  return accept(records)
}

function recordFrom(text: string, from: number): { cells: string[]; nextAt: number } | null {
  const cells: string[] = []
  let at = from
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    if (!cell) return null
    cells.push(cell.value)
    at = cell.nextAt
    if (text[at] === ',') {
      at += 1
      continue
    }
    const isCrlf = text[at] === '\r' && text[at + 1] === '\n'
    return { cells, nextAt: at + (isCrlf ? 2 : 1) }
  }
}

function plainCell(text: string, from: number): { value: string; nextAt: number } | null {
  let at = from
  while (at < text.length && !isEnd(text, at)) at += 1
  const value = text.slice(from, at)
  return value.includes('"') ? null : { value, nextAt: at }
}

function quotedCell(text: string, from: number): { value: string; nextAt: number } | null {
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
  return at >= text.length || isEnd(text, at) ? { value, nextAt: at } : null
}

/** A comma, or the end of the line. */
function isEnd(text: string, at: number): boolean {
  const letter = text[at]
  return letter === ',' || letter === '\n' || (letter === '\r' && text[at + 1] === '\n')
}
