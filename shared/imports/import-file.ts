/**
 * A file that a manager brings: purchases of a till, or old members' opening points. It is read on
 * her phone, as CSV or as JSON, and goes to the server in pages, since a request may hold 100 KB.
 * Every cell is text until a rule has read it; the server trusts no cell.
 */
import { parseCsv } from '../csv'
import { accept, type Outcome, refuse } from '../refusal'

export type ImportKind = 'purchases' | 'opening'

interface Column {
  readonly field: ImportField
  /** What the first row may call it; the first of them is shown to the manager. */
  readonly names: readonly string[]
  readonly required: boolean
}

export const importFields = [
  'store',
  'date',
  'till',
  'receipt',
  'member',
  'phone',
  'amount',
  'excluded',
  'another',
  'points',
  'expires',
] as const
export type ImportField = (typeof importFields)[number]

/** Cells of one row by their field. */
export type ImportCells = Readonly<Partial<Record<ImportField, string>>>

export const importColumns: Readonly<Record<ImportKind, readonly Column[]>> = {
  purchases: [
    { field: 'store', names: ['门店', 'store'], required: true },
    { field: 'date', names: ['日期', '营业日', 'date'], required: true },
    { field: 'till', names: ['收银台', 'till'], required: false },
    { field: 'receipt', names: ['小票号', '单号', 'receipt'], required: true },
    { field: 'member', names: ['会员号', 'member'], required: false },
    { field: 'phone', names: ['手机号', 'phone'], required: false },
    { field: 'amount', names: ['实收金额', '实收', 'amount'], required: true },
    { field: 'excluded', names: ['不积分金额', 'excluded'], required: false },
    { field: 'another', names: ['另一笔', 'another'], required: false },
  ],
  opening: [
    { field: 'phone', names: ['手机号', 'phone'], required: true },
    { field: 'points', names: ['积分', 'points'], required: true },
    { field: 'expires', names: ['到期日', 'expires'], required: false },
  ],
}

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
  const table = /^\uFEFF?\s*\[/.test(text) ? tableOfJson(kind, text) : parseCsv(text)
  if (!table.ok) return table
  const [header, ...rows] = table.value
  if (!header || rows.length === 0) return refuse('IMPORT_EMPTY')
  if (rows.length > MAX_IMPORT_ROWS) {
    return refuse('IMPORT_TOO_LARGE', { limitRows: MAX_IMPORT_ROWS })
  }
  const known = importColumns[kind]
  const fields = header.cells.map((name) => fieldOf(kind, name))
  const missing = known.find(({ field, required }) => required && !fields.includes(field))
  const twice = known.find(({ field }) => fields.indexOf(field) !== fields.lastIndexOf(field))
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

/** What no column of ours takes is left out; a row that is too short or long stays so. */
function keptCells(cells: readonly string[], fields: readonly (ImportField | null)[]): string[] {
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

function fieldOf(kind: ImportKind, name: string): ImportField | null {
  const plain = name.trim().toLowerCase()
  return importColumns[kind].find(({ names }) => names.includes(plain))?.field ?? null
}

/** A JSON array of objects is a table, too: its first row are the names that occur in it. */
function tableOfJson(
  kind: ImportKind,
  text: string,
): Outcome<readonly { rowNo: number; cells: string[] }[]> {
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

function cellOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'number') return ''
  // Its last figures are lost already: written so, no reader takes it for a number.
  const isExact = Math.abs(value) <= Number.MAX_SAFE_INTEGER
  return isExact ? String(value) : value.toExponential()
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
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
