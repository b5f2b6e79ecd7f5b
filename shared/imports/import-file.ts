/**
 * A file that a manager brings: purchases of a till, or old members' opening points. It is read on
 * her phone, as CSV or as JSON, and goes to the server in pages, since a request may hold 100 KB.
 * Every cell is text until a rule has read it; the server trusts no cell.
 */
import { accept, type Outcome, refuse } from '../refusal'
import {
  type Fields,
  type ImportCells,
  type ImportField,
  type ImportKind,
  importColumns,
  importFields,
  missingIn,
} from './import-columns'
import { cellOf, headerIn, parsedOrNull, tableOf } from './import-table'

export const MAX_IMPORT_ROWS = 10_000
export const MAX_PAGE_ROWS = 500
/** Of the 100 KB that the platform lets through; the rest is the envelope's. */
const MAX_PAGE_BYTES = 80_000
/** A cell longer than this is no cell of ours, and would only fill the page. */
export const MAX_CELL_LENGTH = 64

export interface ImportFile {
  readonly columns: readonly ImportField[]
  readonly rows: readonly { readonly rowNo: number; readonly cells: readonly string[] }[]
}

/**
 * Reads a whole file. Refuses IMPORT_FILE with the row that cannot be read, IMPORT_HEADER with the
 * column that is missing or stands twice, IMPORT_EMPTY, and IMPORT_TOO_LARGE beyond 10,000 rows.
 */
export function readImportFile(kind: ImportKind, text: string): Outcome<ImportFile> {
  const table = tableOf(kind, text)
  if (!table.ok) return table
  const header = headerIn(kind, table.value)
  const rows = table.value.slice(header.place + 1)
  if (rows.length === 0) return refuse('IMPORT_EMPTY')
  if (rows.length > MAX_IMPORT_ROWS) {
    return refuse('IMPORT_TOO_LARGE', { limitRows: MAX_IMPORT_ROWS })
  }
  const { fields } = header
  const missing = missingIn(kind, fields)
  const twice = importColumns[kind].find(
    ({ field }) => fields.indexOf(field) !== fields.lastIndexOf(field),
  )
  const wrong = missing ?? twice
  if (wrong) return refuse('IMPORT_HEADER', { column: wrong.names[0] ?? '' })
  const columns = fields.filter((field) => field !== null)
  return accept({
    columns,
    rows: rows.map(({ rowNo, cells }) => ({ rowNo, cells: keptCells(cells, fields) })),
  })
}

/** The file in pages, each the text of `[[rowNo, cell, …], …]`, as the server takes them. */
export function pagesOf({ rows }: ImportFile): readonly string[] {
  const pages: string[] = []
  let page: string[] = []
  let bytes = 0
  for (const { rowNo, cells } of rows) {
    const line = JSON.stringify([rowNo, ...cells])
    const size = bytesOnTheWire(line)
    if (page.length === MAX_PAGE_ROWS || bytes + size > MAX_PAGE_BYTES) {
      pages.push(`[${page.join(',')}]`)
      page = []
      bytes = 0
    }
    page.push(line)
    bytes += size
  }
  return page.length > 0 ? [...pages, `[${page.join(',')}]`] : pages
}

/** Columns by their names, `store,date,receipt`; null when one is unknown or named twice. */
export function columnsOf(text: string): readonly ImportField[] | null {
  const names = text.split(',')
  const columns = names.flatMap((name) => importFields.filter((field) => field === name))
  return columns.length === names.length && new Set(columns).size === columns.length
    ? columns
    : null
}

/** Reads a page back; null when it is none. Cells that are no text are none of ours. */
export function rowsOfPage(
  rowsText: string,
  columns: readonly ImportField[],
): { rowNo: number; cells: ImportCells | null }[] | null {
  const rows = parsedOrNull(rowsText)
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > MAX_PAGE_ROWS) return null
  const read = rows.map((row: unknown) => {
    const [rowNo, ...cells]: unknown[] = Array.isArray(row) ? row : []
    if (typeof rowNo !== 'number' || !Number.isSafeInteger(rowNo) || rowNo < 1) return null
    return { rowNo, cells: cells.length === columns.length ? cellsBy(columns, cells) : null }
  })
  return read.some((row) => row === null) ? null : read.filter((row) => row !== null)
}

/** A row that came as an object, e.g. from a till system: what it does not name is left out. */
export function cellsOfObject(row: object): ImportCells {
  const named = Object.entries(row).map(
    ([name, value]) => [name.trim(), cut(cellOf(value))] as const,
  )
  return Object.fromEntries(
    importFields.flatMap((field) => {
      const found = named.find(([name]) => name === field)
      return found ? [[field, found[1]]] : []
    }),
  )
}

function cellsBy(columns: readonly ImportField[], cells: readonly unknown[]): ImportCells | null {
  const texts = cells.filter((cell) => typeof cell === 'string')
  const isOurs = texts.length === cells.length && texts.every((c) => c.length <= MAX_CELL_LENGTH)
  return isOurs ? Object.fromEntries(columns.map((field, at) => [field, texts[at]])) : null
}

/**
 * What no column of ours takes is left out, and so are blank cells behind the last column; a row
 * that is too short or long stays so.
 */
function keptCells(all: readonly string[], fields: Fields): string[] {
  const isPadded = all.slice(fields.length).every((cell) => cell.trim() === '')
  const cells = isPadded ? all.slice(0, fields.length) : all
  if (cells.length !== fields.length) return cells.slice(0, importFields.length + 1).map(cut)
  return cells.filter((_cell, at) => fields[at] !== null).map(cut)
}

/** What nobody sees in a cell, a mark of direction or a break, is none of it. */
function cut(cell: string): string {
  return cell
    .replace(/\s+/g, ' ')
    .replace(/\p{C}/gu, '')
    .trim()
    .slice(0, MAX_CELL_LENGTH + 1)
}

/** UTF-8, inside a JSON string: what stands for a Chinese character is three bytes. */
function bytesOnTheWire(line: string): number {
  let bytes = 1
  for (const letter of line) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? (letter === '"' || letter === '\\' ? 2 : 1) : code < 0x800 ? 2 : 4
  }
  return bytes
}
