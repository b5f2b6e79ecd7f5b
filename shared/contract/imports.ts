import * as v from 'valibot'
import { MAX_PIECE_BYTES } from '../imports/file-bytes'
import type { ImportKind } from '../imports/import-columns'
import { columnsOf, MAX_IMPORT_ROWS } from '../imports/import-file'
import type { ImportReason } from '../imports/import-reasons'
import { endpoint } from './endpoint'
import { cursor, documentId, shortText } from './fields'

/** `receiving` its pages, `checking`, `checked` (the dry run is over), `booking`, `done`. */
export type ImportState = 'receiving' | 'checking' | 'checked' | 'booking' | 'done'

export interface ImportProgress {
  serverNow: number
  jobId: string
  kind: ImportKind
  fileName: string
  state: ImportState
  rowCount: number
  pageCount: number
  /** Pages that the check, or the booking, is through with. */
  donePageCount: number
  /** Rows that the dry run would book; rows that are booked already; rows that are wrong. */
  fineCount: number
  thereCount: number
  wrongCount: number
  bookedCount: number
}

/** An import as the list of past ones tells it. */
export interface ImportRow
  extends Omit<ImportProgress, 'serverNow' | 'pageCount' | 'donePageCount'> {
  startedAt: number
  /** Who brought the file. */
  staffName: string
  /** False once its rows were removed: then nobody can tell which were wrong. */
  hasRows: boolean
}

export interface ImportList {
  serverNow: number
  imports: ImportRow[]
  nextCursor: string | null
}

export interface ImportReport {
  serverNow: number
  job: ImportRow
  /** In the order of the file. */
  problems: { rowNo: number; reason: ImportReason; sentence: string }[]
  nextCursor: string | null
}

/** A piece of a file, as text. */
export interface DecodedText {
  text: string
}

export interface ImportPageAnswer {
  jobId: string
  pageNo: number
  rowCount: number
}

const count = (most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(most))
export const MAX_IMPORT_PAGES = 200
/** `[[rowNo, cell, …], …]` as text; its cells are judged one by one by the rule. */
const rowsText = v.pipe(v.string(), v.maxLength(90_000), v.regex(/^\[\[[^\p{C}]*\]\]$/u))
/** Bytes of a file, at most so many as its largest piece has. */
const base64 = v.pipe(
  v.string(),
  v.minLength(4),
  v.maxLength(Math.ceil(MAX_PIECE_BYTES / 3) * 4),
  v.regex(/^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/),
)
/** Names of the columns in their order: `store,date,receipt`. */
const columns = v.pipe(
  v.string(),
  v.check((text) => columnsOf(text) !== null),
)

export const imports = {
  /** Reads a piece of a file in GB18030, which a phone has no table for; nothing of it is kept. */
  decodeText: endpoint<DecodedText>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: v.object({ base64 }),
  }),
  /** Opens an import; its pages follow. */
  beginImport: endpoint<ImportProgress>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({
      kind: v.picklist(['purchases', 'opening']),
      fileName: shortText,
      columns,
      rowCount: count(MAX_IMPORT_ROWS),
      pageCount: count(MAX_IMPORT_PAGES),
    }),
  }),
  /** The same page again changes nothing; another one under its number is refused. */
  sendImportPage: endpoint<ImportPageAnswer>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ jobId: documentId, pageNo: count(MAX_IMPORT_PAGES), rowsText }),
  }),
  /** The dry run, some seconds of it: to be asked again until the state is `checked`. */
  checkImport: endpoint<ImportProgress>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ jobId: documentId }),
  }),
  /** Books what the dry run found fine, some seconds of it: until the state is `done`. */
  bookImport: endpoint<ImportProgress>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ jobId: documentId }),
  }),
  /** All managers' imports, the newest first. */
  imports: endpoint<ImportList>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
  /** Of any manager's import. */
  importReport: endpoint<ImportReport>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: v.object({ jobId: documentId, cursor: v.optional(cursor) }),
  }),
}
