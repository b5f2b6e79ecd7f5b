/** The two long parts of an import: the dry run, and the booking. Each goes on where it was. */
import { earnRulesOver } from '../rules/repository'
import { type BookingContext, bookPurchases, type ImportSource } from './book-imported'
import { bookOpenings } from './book-openings'
import {
  countOf,
  type ImportJob,
  type ImportPage,
  moveOn,
  type OpeningImportRow,
  type PurchaseImportRow,
  pagesFrom,
  readPage,
  savePage,
} from './import-jobs'
import { judgePurchases, noteJudged, nothingSeen, type Seen } from './judge-imported'
import { judgeOpenings, openingSumsOf } from './judge-openings'
import { judgeReturns } from './judge-returns'

export interface Work {
  readonly context: Omit<BookingContext, 'ruleOn'>
  readonly hasTimeLeft: () => boolean
}

const SLICE_ROWS = 100
const PAGES_READ_AT_ONCE = 20

/** Judges page after page. Nothing is written but the verdicts in the job's own pages. */
export async function checkPages(started: ImportJob, { hasTimeLeft }: Work): Promise<ImportJob> {
  let job = started
  const seen = await seenBefore(job)
  const sums = openingSumsOf(await openingsIn(job))
  while (job.state === 'checking' && hasTimeLeft()) {
    const page = await readPage(job._id, job.nextPageNo)
    if (!page) throw new Error(`page ${job.nextPageNo} of ${job._id} is missing`)
    const { staffId, pageCount } = job
    const purchases = await judgePurchases(page.purchases, { staffId, seen })
    const returns = await judgeReturns(page.returns)
    const openings = await judgeOpenings(page.openings, sums)
    const judged = { ...page, purchases, returns, openings }
    await savePage(judged)
    const isLast = job.nextPageNo === pageCount
    const next = isLast
      ? ({ state: 'checked', nextPageNo: 1 } as const)
      : { nextPageNo: job.nextPageNo + 1 }
    job = await moveOn(job, next, countOf(judged))
  }
  return job
}

/** What the pages before the cursor used: a run that was killed knows it again. */
async function seenBefore({ _id, nextPageNo }: ImportJob): Promise<Seen> {
  const seen = nothingSeen()
  for (let from = 1; from < nextPageNo; from += PAGES_READ_AT_ONCE) {
    const pages = await pagesFrom(_id, from, Math.min(PAGES_READ_AT_ONCE, nextPageNo - from))
    for (const { purchases } of pages) for (const row of purchases) noteJudged(seen, row)
  }
  return seen
}

/** Old members' rows of the whole file, also of the pages that are still to be judged. */
async function openingsIn({ _id, kind, pageCount }: ImportJob): Promise<OpeningImportRow[]> {
  const rows: OpeningImportRow[] = []
  for (let from = 1; kind === 'opening' && from <= pageCount; from += PAGES_READ_AT_ONCE) {
    const pages = await pagesFrom(_id, from, PAGES_READ_AT_ONCE)
    rows.push(...pages.flatMap(({ openings }) => openings))
  }
  return rows
}

/**
 * Books slice after slice of what the check found fine. A slice that was begun before is judged
 * anew: what is booked already is not booked again.
 */
export async function bookPages(started: ImportJob, work: Work): Promise<ImportJob> {
  let job = started
  const context = { ...work.context, ruleOn: await earnRulesOver(work.context.shop) }
  while (job.state === 'booking' && work.hasTimeLeft()) {
    const page = await readPage(job._id, job.nextPageNo)
    if (!page) throw new Error(`page ${job.nextPageNo} of ${job._id} is missing`)
    const slice = sliceOf(page, job)
    const purchases = await bookPurchases(slice.purchases, sourceOf(job), context)
    const openings = await bookOpenings(slice.openings, { jobId: job._id, staffId: job.staffId })
    if (!purchases || !openings) return job
    const booked = [...purchases, ...openings]
    if (booked.some(({ isLate }) => isLate)) await savePage(withRows(page, purchases, openings))
    const late = booked.filter(({ isLate }) => isLate)
    job = await moveOn(job, nextOf(page, job), {
      bookedCount: booked.filter(({ verdict }) => verdict === 'fine').length,
      thereCount: late.filter(({ verdict }) => verdict === 'there').length,
      wrongCount: late.filter(({ verdict }) => verdict !== 'there').length,
    })
  }
  return job
}

function sourceOf({ _id, staffId, startedAt }: ImportJob): ImportSource {
  return { jobId: _id, settledBy: staffId, sinceAt: startedAt }
}

function sliceOf({ purchases, openings }: ImportPage, { nextRow }: ImportJob) {
  const until = nextRow + SLICE_ROWS
  return { purchases: purchases.slice(nextRow, until), openings: openings.slice(nextRow, until) }
}

function nextOf({ purchases, openings, pageNo }: ImportPage, { nextRow, pageCount }: ImportJob) {
  const until = nextRow + SLICE_ROWS
  if (until < Math.max(purchases.length, openings.length)) return { nextRow: until }
  if (pageNo === pageCount) return { state: 'done', nextRow: 0 } as const
  return { nextPageNo: pageNo + 1, nextRow: 0 }
}

function withRows(
  page: ImportPage,
  purchases: readonly PurchaseImportRow[],
  openings: readonly OpeningImportRow[],
): ImportPage {
  return {
    ...page,
    purchases: page.purchases.map((row) => purchases.find(sameRow(row)) ?? row),
    openings: page.openings.map((row) => openings.find(sameRow(row)) ?? row),
  }
}

function sameRow(row: { rowNo: number }): (other: { rowNo: number }) => boolean {
  return ({ rowNo }) => rowNo === row.rowNo
}
