import { cellsOfObject } from '../../shared/imports/import-file'
import {
  explainProblem,
  type ImportProblem,
  readPurchaseRow,
} from '../../shared/imports/purchase-import'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { earnRulesOver } from '../rules/repository'
import type { JobContext } from '../runtime/context'
import { bookPurchases, TILL_SYSTEM } from './book-imported'
import { countOf, type PurchaseImportRow, problemsOf, type ReturnImportRow } from './import-jobs'
import { hashedPurchase, tillWorldOf } from './import-world'
import { judgePurchases, nothingSeen } from './judge-imported'
import { judgeReturns, returnOf } from './judge-returns'

export interface TillAnswer {
  readonly isDryRun: boolean
  readonly bookedCount: number
  readonly thereCount: number
  readonly problems: readonly { rowNo: number; reason: string; sentence: string }[]
}

/** What a call books within its time, with room to spare. */
const MAX_ROWS = 200
/** A scan that was under way when it came is booked with its own instant. */
const UNDER_WAY_MS = 60_000
const SOURCE = { jobId: TILL_SYSTEM, settledBy: TILL_SYSTEM } as const

/**
 * What a till system sends, signed: `{ "isDryRun": true, "rows": [{ "store", "date", "till",
 * "receipt", "member" or "phone", "amount", "excluded" }] }`, at most 200 rows, amounts as "35.80".
 * Right rows are booked, wrong ones told; the same rows again are there already. Refuses
 * INPUT_INVALID for what is no such text, and BUSY.
 */
export async function takeTillPurchases(
  body: string,
  context: Omit<JobContext, 'hasTimeLeft'>,
): Promise<Outcome<TillAnswer>> {
  const sent = readBody(body)
  if (typeof sent === 'string') return refuse('INPUT_INVALID', { field: sent })
  const world = tillWorldOf(context)
  const rows: PurchaseImportRow[] = []
  const returned: ReturnImportRow[] = []
  const unread: ImportProblem[] = []
  for (const [place, row] of sent.rows.entries()) {
    const rowNo = place + 1
    const read = readPurchaseRow(cellsOfObject(row), world)
    // That it is another bill a person says, never a till.
    const taken = read.ok ? { ...hashedPurchase(read.row), isAnother: false, rowNo } : null
    if (taken && taken.paidFen < 0) returned.push(returnOf(taken))
    else if (taken) rows.push(taken)
    else if (!read.ok) unread.push({ rowNo, reason: read.reason, ofRowNo: null })
  }
  const judged = await judgePurchases(rows, { staffId: null, seen: nothingSeen() })
  const purchases = sent.isDryRun ? judged : await book(judged, context)
  if (!purchases) return refuse('BUSY')
  const page = { purchases, returns: await judgeReturns(returned), openings: [], unread }
  const { fineCount, thereCount } = countOf(page)
  return accept({
    isDryRun: sent.isDryRun,
    bookedCount: sent.isDryRun ? 0 : fineCount,
    thereCount,
    problems: problemsOf(page).map(({ rowNo, ...problem }) => ({
      rowNo,
      reason: problem.reason,
      sentence: explainProblem(problem),
    })),
  })
}

async function book(
  rows: readonly PurchaseImportRow[],
  context: Pick<JobContext, 'now' | 'todayOn' | 'shop'>,
) {
  const ruleOn = await earnRulesOver(context.shop)
  return bookPurchases(
    rows,
    { ...SOURCE, sinceAt: context.now - UNDER_WAY_MS },
    { ...context, ruleOn },
  )
}

/** What was sent, or the name of the field that is wrong. */
function readBody(body: string): { isDryRun: boolean; rows: object[] } | 'rows' | 'isDryRun' {
  let sent: unknown
  try {
    sent = JSON.parse(body)
  } catch {
    return 'rows'
  }
  if (typeof sent !== 'object' || sent === null || !('rows' in sent)) return 'rows'
  const { rows } = sent
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > MAX_ROWS) return 'rows'
  const objects = rows.filter((row: unknown) => typeof row === 'object' && row !== null)
  if (objects.length < rows.length) return 'rows'
  const isDryRun: unknown = 'isDryRun' in sent ? sent.isDryRun : false
  // A dry run that is badly typed must not book for real.
  return typeof isDryRun === 'boolean' ? { isDryRun, rows: objects } : 'isDryRun'
}
