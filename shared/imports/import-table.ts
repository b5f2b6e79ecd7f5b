/** A file's text as a table: its rows, wherever their header stands, of whatever separator. */
import { type CsvRecord, namedSeparator, parseCsv, separators } from '../csv'
import { accept, type Outcome, refuse } from '../refusal'
import { type Fields, fieldOf, type ImportKind, importColumns, missingIn } from './import-columns'

/** Titles, a shop's name or the day, may stand so many rows above the header. */
const MOST_ROWS_ABOVE = 10

/** Its rows, header and what stands above it among them. Refuses IMPORT_FILE with the row. */
export function tableOf(kind: ImportKind, text: string): Outcome<readonly CsvRecord[]> {
  return /^\uFEFF?\s*\[/.test(text) ? tableOfJson(kind, text) : tableOfText(kind, text)
}

/** The first row that names all that is asked for; of none, the one that names the most. */
export function headerIn(
  kind: ImportKind,
  table: readonly CsvRecord[],
): { readonly place: number; readonly fields: Fields } {
  const tops = table.slice(0, MOST_ROWS_ABOVE + 1).map(({ cells }, place) => {
    const fields = cells.map((name) => fieldOf(kind, name))
    return { place, fields, named: fields.filter((field) => field !== null).length }
  })
  const whole = tops.find(({ fields }) => !missingIn(kind, fields))
  const most = Math.max(0, ...tops.map(({ named }) => named))
  return whole ?? tops.find(({ named }) => named === most) ?? { place: 0, fields: [] }
}

/** By the separator that the file names, or else by the one that parts the most of our columns. */
function tableOfText(kind: ImportKind, text: string): Outcome<readonly CsvRecord[]> {
  const named = namedSeparator(text)
  if (named) return parseCsv(named.rest, named.separator)
  const lines = text.split(/\r\n|\r|\n/, MOST_ROWS_ABOVE + 1)
  const counted = separators.map((separator) => {
    const names = lines.map((line) => line.replace(/^\uFEFF|"/g, '').split(separator))
    const known = names.map((some) => some.filter((name) => fieldOf(kind, name) !== null).length)
    return { separator, most: Math.max(...known) }
  })
  const most = Math.max(...counted.map((one) => one.most))
  return parseCsv(text, counted.find((one) => one.most === most)?.separator)
}

/** A JSON array of objects is a table, too: its first row are the names that occur in it. */
function tableOfJson(kind: ImportKind, text: string): Outcome<readonly CsvRecord[]> {
  const rows = parsedOrNull(text.replace(/^\uFEFF/, ''))
  if (!Array.isArray(rows)) return refuse('IMPORT_FILE', { rowNo: 1 })
  const odd = rows.findIndex((row) => typeof row !== 'object' || row === null)
  if (odd >= 0) return refuse('IMPORT_FILE', { rowNo: odd + 1 })
  const names = importColumns[kind].flatMap((column) => column.names)
  const used = names.filter((name) => rows.some((row: object) => name in row))
  const table = rows.map((row: object, place) => {
    const named = new Map<string, unknown>(Object.entries(row))
    return { rowNo: place + 1, cells: used.map((name) => cellOf(named.get(name))) }
  })
  return accept([{ rowNo: 0, cells: used }, ...table])
}

/** Text and numbers are cells; what else a JSON may hold is an empty one. */
export function cellOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'number') return ''
  // Its last figures are lost already: written so, no reader takes it for a number.
  const isExact = Math.abs(value) <= Number.MAX_SAFE_INTEGER
  return isExact ? String(value) : value.toExponential()
}

/** What a text of JSON holds; null when it is none. */
export function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
