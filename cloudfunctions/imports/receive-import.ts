import type { ImportPageAnswer, ImportProgress, imports } from '../../shared/contract/imports'
import type { ImportCells } from '../../shared/imports/import-columns'
import { columnsOf, rowsOfPage } from '../../shared/imports/import-file'
import { type ImportProblem, readPurchaseRow } from '../../shared/imports/purchase-import'
import { readOpeningRow } from '../../shared/openings/opening-points'
import { accept, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { recorded } from '../runtime/once'
import { pageHashOf, phoneHashOf } from '../runtime/phone-hash'
import {
  type ImportJob,
  type ImportPage,
  insertJob,
  insertPage,
  type OpeningImportRow,
  ownJob,
  type PurchaseImportRow,
  pageIdOf,
  progressOf,
  type ReturnImportRow,
  readJob,
  readPage,
} from './import-jobs'
import { hashedPurchase, unjudged, worldOf } from './import-world'
import { returnOf } from './judge-returns'

/** Opens an import: how large it is and what its columns are. Its pages follow. */
export const beginImport: UseCase<typeof imports.beginImport> = (input, context) => {
  const { requestKey, staff, now } = context
  const asked = { meaning: { ...input }, find: () => readJob(requestKey) }
  return recorded<ImportProgress>(context, asked, async ({ hash }) => {
    const job: Omit<ImportJob, 'request'> = {
      ...{ _id: requestKey, ...input, staffId: staff._id, staffName: staff.displayName },
      ...{ startedAt: now, pagesSince: now, state: 'receiving', nextPageNo: 1, nextRow: 0 },
      ...{ fineCount: 0, thereCount: 0, wrongCount: 0, bookedCount: 0 },
    }
    const answer = progressOf(job, now)
    const inserted = await insertJob({ ...job, request: { hash, answer } })
    return inserted.ok ? accept(answer) : inserted
  })
}

/**
 * Takes one page: reads its rows by the rule, hashes its phones, keeps what it could read and why
 * it could not. The same page again is accepted; another text under its number is refused
 * (REQUEST_REUSED). Refuses IMPORT_NOT_FOUND, and INPUT_INVALID for what is no page of this file.
 */
export const sendImportPage: UseCase<typeof imports.sendImportPage> = async (
  { jobId, pageNo, rowsText },
  context,
) => {
  const job = await ownJob(jobId, context)
  if (!job.ok) return job
  const columns = columnsOf(job.value.columns) ?? []
  const rows = rowsOfPage(rowsText, columns)
  if (!rows) return refuse('INPUT_INVALID', { field: 'rowsText' })
  if (pageNo > job.value.pageCount) return refuse('INPUT_INVALID', { field: 'pageNo' })
  const answer = { jobId, pageNo, rowCount: rows.length }
  const find = async () => {
    const known = await readPage(jobId, pageNo)
    return known && { request: { hash: known.textHash, answer } }
  }
  const { kind, state } = job.value
  const asked = { meaning: { text: pageHashOf(rowsText) }, find }
  return recorded<ImportPageAnswer>(context, asked, async ({ hash: textHash }) => {
    if (state !== 'receiving') return refuse('IMPORT_NOT_FOUND')
    const read = kind === 'purchases' ? purchasesIn(rows, context) : openingsIn(rows, context)
    const _id = pageIdOf(jobId, pageNo)
    const inserted = await insertPage({ _id, ...answer, textHash, ...read })
    return inserted.ok ? accept(answer) : inserted
  })
}

type Rows = readonly { rowNo: number; cells: ImportCells | null }[]
type Read = Pick<ImportPage, 'purchases' | 'returns' | 'openings' | 'unread'>

function purchasesIn(rows: Rows, context: StaffContext): Read {
  const world = worldOf(context)
  const purchases: PurchaseImportRow[] = []
  const returns: ReturnImportRow[] = []
  const unread: ImportProblem[] = []
  for (const { rowNo, cells } of rows) {
    const read = readPurchaseRow(cells, world)
    const row = read.ok ? { ...hashedPurchase(read.row), rowNo } : null
    if (row && row.paidFen < 0) returns.push(returnOf(row))
    else if (row) purchases.push(row)
    else if (!read.ok) unread.push({ rowNo, reason: read.reason, ofRowNo: null })
  }
  return { purchases, returns, openings: [], unread }
}

function openingsIn(rows: Rows, { todayOn, shop }: StaffContext): Read {
  const world = { todayOn, validityMonths: shop.earnRule.validityMonths }
  const openings: OpeningImportRow[] = []
  const unread: ImportProblem[] = []
  for (const { rowNo, cells } of rows) {
    const read = readOpeningRow(cells, world)
    if (read.ok) {
      const { phone, ...row } = read.row
      const sums = { sumPoints: row.points, replacesPoints: null }
      openings.push({ rowNo, ...row, ...sums, phoneHash: phoneHashOf(phone), ...unjudged })
    } else unread.push({ rowNo, reason: read.reason, ofRowNo: null })
  }
  return { purchases: [], returns: [], openings, unread }
}
