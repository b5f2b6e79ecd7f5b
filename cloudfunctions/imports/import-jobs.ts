/**
 * Imports: a job and its pages. The pages hold what the file said, read and judged; phones are
 * hashed before they are stored. A job's cursor moves by test-and-set, so each page counts once.
 */
import type { ImportProgress, ImportRow, ImportState } from '../../shared/contract/imports'
import type { ImportKind } from '../../shared/imports/import-columns'
import type {
  ImportedPurchase,
  ImportProblem,
  ImportVerdict,
  RefundOf,
} from '../../shared/imports/purchase-import'
import type { OpeningRow } from '../../shared/openings/opening-points'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext } from '../runtime/context'
import {
  changeIf,
  command,
  findWhere,
  getById,
  insertNew,
  removeThose,
  type Stored,
} from '../runtime/database'
import type { Booked } from '../runtime/once'

type Hashed<R> = Omit<R, 'phone'> & { readonly phoneHash: string | null }
interface Judged {
  readonly rowNo: number
  /** Null until the check; the booking may change it once more. */
  readonly verdict: ImportVerdict | null
  /** The earlier row, where it is a duplicate of one. */
  readonly ofRowNo: number | null
  /** The dry run found it fine, the booking did not any more. */
  readonly isLate: boolean
}

/** A row of the file that the rule could read. */
export type PurchaseImportRow = Hashed<ImportedPurchase> &
  Judged & {
    /** Set by the check. */
    readonly memberId: string | null
    /** The purchase without a number that stands for it, if one does. */
    readonly scannedId: string | null
  }
/** A row below zero: goods that the till took back, with the purchase to refund. */
export type ReturnImportRow = PurchaseImportRow & { readonly refundOf: RefundOf | null }
export type OpeningImportRow = Omit<OpeningRow, 'phone'> &
  Judged & {
    readonly phoneHash: string
    /** Of all rows of the file with her phone and this expiry; set by the check. */
    readonly sumPoints: number
    /** What the check found there, which the sum replaces; null: nothing. */
    readonly replacesPoints: number | null
  }

export interface ImportJobDocument {
  readonly kind: ImportKind
  readonly fileName: string
  readonly columns: string
  readonly rowCount: number
  readonly pageCount: number
  readonly staffId: string
  readonly staffName: string
  readonly startedAt: number
  readonly state: ImportState
  /** The next page of the check, or of the booking, and where in it the booking stands. */
  readonly nextPageNo: number
  readonly nextRow: number
  readonly fineCount: number
  readonly thereCount: number
  readonly wrongCount: number
  readonly bookedCount: number
  /** When its pages began to come; null once they were removed. */
  readonly pagesSince: number | null
  readonly request: Booked<ImportProgress>
}
export type ImportJob = Stored<ImportJobDocument>

export interface ImportPageDocument {
  readonly jobId: string
  readonly pageNo: number
  readonly textHash: string
  readonly rowCount: number
  readonly purchases: readonly PurchaseImportRow[]
  readonly returns: readonly ReturnImportRow[]
  readonly openings: readonly OpeningImportRow[]
  /** Of the rows that the rule could not read. */
  readonly unread: readonly ImportProblem[]
}
export type ImportPage = Stored<ImportPageDocument>

/** The rows of a page, of whatever kind. */
type JudgedRows = Pick<ImportPageDocument, 'purchases' | 'returns' | 'openings' | 'unread'>

export type Counts = Pick<ImportJobDocument, 'fineCount' | 'thereCount' | 'wrongCount'> & {
  readonly bookedCount: number
}

export function readJob(jobId: string): Promise<ImportJob | null> {
  return getById<ImportJobDocument>('import_jobs', jobId)
}

/** The job of this manager. Refuses IMPORT_NOT_FOUND, also for another's. */
export async function ownJob(jobId: string, { staff }: StaffContext): Promise<Outcome<ImportJob>> {
  const job = await readJob(jobId)
  return job?.staffId === staff._id ? accept(job) : refuse('IMPORT_NOT_FOUND')
}

/** A page of all imports that were begun before an instant, the newest first. */
export function jobsBefore(beforeAt: number | null, limit: number): Promise<ImportJob[]> {
  const older = beforeAt === null ? {} : { startedAt: command.lt(beforeAt) }
  const orderBy = ['startedAt', 'desc'] as const
  return findWhere<ImportJobDocument>('import_jobs', older, { orderBy, limit })
}

export function insertJob(job: ImportJob): Promise<Outcome<null>> {
  return insertNew('import_jobs', job)
}

/** Jobs whose booking was begun and not ended, the oldest first. */
export function jobsBooking(limit: number): Promise<ImportJob[]> {
  const orderBy = ['startedAt', 'asc'] as const
  return findWhere<ImportJobDocument>('import_jobs', { state: 'booking' }, { orderBy, limit })
}

/** The lease of whoever works on it. */
export function leaseOf(jobId: string): string {
  return `import:${jobId}`
}

/** Jobs that still have pages, older than an instant and not being booked, the oldest first. */
export function jobsWithPages(beforeAt: number, limit: number): Promise<ImportJob[]> {
  const pagesSince = command.lt(beforeAt).and(command.gt(0))
  const filter = { pagesSince, state: command.neq('booking') }
  const orderBy = ['pagesSince', 'asc'] as const
  return findWhere<ImportJobDocument>('import_jobs', filter, { orderBy, limit })
}

/** Ends one that was not booked, unless somebody begins to book it now. True when it did. */
export function endJob(jobId: string): Promise<boolean> {
  return changeIf('import_jobs', { _id: jobId, state: command.neq('booking') }, { state: 'done' })
}

/** Removes the pages of a job that is done; the job says then that it has none. */
export async function removePages(jobId: string): Promise<void> {
  await removeThose('import_pages', { jobId })
  await changeIf('import_jobs', { _id: jobId, state: 'done' }, { pagesSince: null })
}

export function pageIdOf(jobId: string, pageNo: number): string {
  return `${jobId}:${pageNo}`
}

export function readPage(jobId: string, pageNo: number): Promise<ImportPage | null> {
  return getById<ImportPageDocument>('import_pages', pageIdOf(jobId, pageNo))
}

export function insertPage(page: ImportPage): Promise<Outcome<null>> {
  return insertNew('import_pages', page)
}

/** Pages from one number on, in their order: at most so many. */
export function pagesFrom(jobId: string, fromPageNo: number, limit: number): Promise<ImportPage[]> {
  const filter = { jobId, pageNo: command.gte(fromPageNo) }
  const orderBy = ['pageNo', 'asc'] as const
  return findWhere<ImportPageDocument>('import_pages', filter, { orderBy, limit })
}

/** What was judged of a page; the same again when it is judged again. */
export async function savePage(page: ImportPage): Promise<void> {
  const { _id, purchases, returns, openings } = page
  const change = {
    ...{ purchases: command.set(purchases), returns: command.set(returns) },
    openings: command.set(openings),
  }
  await changeIf('import_pages', { _id }, change)
}

/** All that is wrong in a page, in the order of the file. */
export function problemsOf({ purchases, returns, openings, unread }: JudgedRows): ImportProblem[] {
  const toRefund = new Map(returns.map(({ rowNo, refundOf }) => [rowNo, refundOf]))
  const rows = [...purchases, ...returns, ...openings]
  const judged = rows.flatMap(({ rowNo, verdict, ofRowNo }) =>
    verdict === null || verdict === 'fine' || verdict === 'there'
      ? []
      : { rowNo, reason: verdict, ofRowNo, refundOf: toRefund.get(rowNo) ?? null },
  )
  return [...unread, ...judged].sort((a, b) => a.rowNo - b.rowNo)
}

export function countOf(page: JudgedRows): Pick<Counts, 'fineCount' | 'thereCount' | 'wrongCount'> {
  const verdicts = [...page.purchases, ...page.returns, ...page.openings].map(
    ({ verdict }) => verdict,
  )
  const counted = (wanted: ImportVerdict) => verdicts.filter((one) => one === wanted).length
  return {
    fineCount: counted('fine'),
    thereCount: counted('there'),
    wrongCount: problemsOf(page).length,
  }
}

/** Moves the job on from where it was read, once, and counts what was passed. */
export async function moveOn(
  job: ImportJob,
  to: Partial<Pick<ImportJob, 'state' | 'nextPageNo' | 'nextRow'>>,
  counted: Partial<Counts> = {},
): Promise<ImportJob> {
  const { _id, state, nextPageNo, nextRow } = job
  const counts = Object.entries(counted).filter(([, count]) => count > 0)
  const change = {
    ...to,
    ...Object.fromEntries(counts.map(([name, count]) => [name, command.inc(count)])),
  }
  await changeIf('import_jobs', { _id, state, nextPageNo, nextRow }, change)
  return (await readJob(_id)) ?? job
}

export function progressOf(job: Omit<ImportJob, 'request'>, now: number): ImportProgress {
  const { _id, kind, fileName, state, rowCount, pageCount, nextPageNo } = job
  const { fineCount, thereCount, wrongCount, bookedCount } = job
  const isWorking = state === 'checking' || state === 'booking'
  return {
    serverNow: now,
    jobId: _id,
    kind,
    fileName,
    state,
    rowCount,
    pageCount,
    donePageCount: isWorking ? nextPageNo - 1 : state === 'receiving' ? 0 : pageCount,
    ...{ fineCount, thereCount, wrongCount, bookedCount },
  }
}

export function importRowOf(job: ImportJob): ImportRow {
  const { _id: jobId, kind, fileName, state, startedAt, staffName, rowCount } = job
  const { fineCount, thereCount, wrongCount, bookedCount } = job
  return {
    ...{ jobId, kind, fileName, state, startedAt, staffName, rowCount },
    ...{ fineCount, thereCount, wrongCount, bookedCount },
    hasRows: job.pagesSince !== null,
  }
}
