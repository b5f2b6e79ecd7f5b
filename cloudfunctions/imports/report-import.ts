import type { imports } from '../../shared/contract/imports'
import { explainProblem } from '../../shared/imports/purchase-import'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { importRowOf, pagesFrom, problemsOf, readJob } from './import-jobs'

/** The rows of a page that are wrong stay together, so a page of the report is never cut. */
const PAGES_TOGETHER = 2
const MAX_LOOKS = 10

/**
 * What is wrong with the file, by row and reason, in its order; any manager may look. Refuses
 * IMPORT_NOT_FOUND.
 */
export const reportImport: UseCase<typeof imports.importReport> = async (
  { jobId, cursor = '1' },
  context,
) => {
  const fromPageNo = Number(cursor)
  if (!Number.isSafeInteger(fromPageNo)) return refuse('INPUT_INVALID', { field: 'cursor' })
  const job = await readJob(jobId)
  if (!job) return refuse('IMPORT_NOT_FOUND')
  const { pageCount } = job
  const head = { serverNow: context.now, job: importRowOf(job) }
  let pageNo = fromPageNo
  // Pages without a wrong row are passed over, within reason.
  for (let look = 0; look < MAX_LOOKS && pageNo <= pageCount; look += 1) {
    const pages = await pagesFrom(jobId, pageNo, PAGES_TOGETHER)
    pageNo += PAGES_TOGETHER
    const problems = pages.flatMap(problemsOf).map(({ rowNo, ...problem }) => ({
      rowNo,
      reason: problem.reason,
      sentence: explainProblem(problem),
    }))
    const nextCursor = pageNo <= pageCount ? String(pageNo) : null
    if (problems.length > 0) return accept({ ...head, problems, nextCursor })
  }
  const nextCursor = pageNo <= pageCount ? String(pageNo) : null
  return accept({ ...head, problems: [], nextCursor })
}
