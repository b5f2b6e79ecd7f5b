import type { ImportProgress, imports } from '../../shared/contract/imports'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Chore } from '../runtime/chores'
import type { JobContext, StaffContext, UseCase } from '../runtime/context'
import { underLease } from '../runtime/lease'
import { recordedUnderLease } from '../runtime/once'
import { workingTime } from '../runtime/working-time'
import {
  type ImportJob,
  jobsBooking,
  leaseOf,
  moveOn,
  ownJob,
  pagesFrom,
  progressOf,
  readJob,
} from './import-jobs'
import { bookPages, checkPages } from './run-import'

/** A phone waits twelve seconds for an answer; the rest is for what was begun in time. */
const STEP_MS = 7_000
const JOBS_AT_ONCE = 5

/**
 * Some seconds of the dry run. Nothing of the shop is written, only what was found in the job.
 * Refuses IMPORT_NOT_FOUND, and IMPORT_INCOMPLETE while pages are missing.
 */
export const checkImport: UseCase<typeof imports.checkImport> = ({ jobId }, context) =>
  step({ jobId, what: 'check' }, context, async (job) => {
    let current = job
    if (job.state === 'receiving') {
      const pages = await pagesFrom(jobId, 1, job.pageCount)
      const rows = pages.reduce((sum, { rowCount }) => sum + rowCount, 0)
      if (pages.length < job.pageCount || rows !== job.rowCount) return refuse('IMPORT_INCOMPLETE')
      current = await moveOn(job, { state: 'checking' })
    }
    return accept(await checkPages(current, { context, hasTimeLeft: workingTime(STEP_MS) }))
  })

/**
 * Some seconds of the booking of what the dry run found fine; the timer goes on with what nobody
 * asks for any more. Refuses IMPORT_NOT_FOUND, and IMPORT_NOT_CHECKED before the dry run is over.
 */
export const bookImport: UseCase<typeof imports.bookImport> = ({ jobId }, context) =>
  step({ jobId, what: 'book' }, context, async (job) => {
    if (job.state === 'receiving' || job.state === 'checking') return refuse('IMPORT_NOT_CHECKED')
    const current = job.state === 'checked' ? await moveOn(job, { state: 'booking' }) : job
    return accept(await bookPages(current, { context, hasTimeLeft: workingTime(STEP_MS) }))
  })

/** Goes on with bookings that were begun and left. */
export const finishImports: Chore = {
  name: 'finish',
  every: 'tick',
  isDue: async () => (await jobsBooking(1)).length > 0,
  run: async (context: JobContext) => {
    let finished = 0
    const faults: unknown[] = []
    for (const { _id } of await jobsBooking(JOBS_AT_ONCE)) {
      try {
        if (await finishOne(_id, context)) finished += 1
      } catch (fault) {
        // One that cannot go on does not hold up the others; the chore fails by it in the end.
        faults.push(fault)
      }
    }
    if (faults.length > 0) throw faults[0]
    return { finished }
  },
}

async function finishOne(jobId: string, context: JobContext): Promise<boolean> {
  const outcome = await underLease({ job: leaseOf(jobId) }, context.now, async () => {
    const job = await readJob(jobId)
    return accept(job && (await bookPages(job, { context, hasTimeLeft: context.hasTimeLeft })))
  })
  return outcome.ok && outcome.value?.state === 'done'
}

async function step(
  { jobId, what }: { jobId: string; what: 'check' | 'book' },
  context: StaffContext,
  work: (job: ImportJob) => Promise<Outcome<ImportJob>>,
): Promise<Outcome<ImportProgress>> {
  const own = await ownJob(jobId, context)
  if (!own.ok) return own
  const [lease, meaning] = [leaseOf(jobId), { jobId, what }]
  return recordedUnderLease<ImportProgress>(context, { lease, meaning }, async () => {
    // Another step may have been at it until now.
    const job = await ownJob(jobId, context)
    if (!job.ok) return job
    const outcome = await work(job.value)
    return outcome.ok ? accept(progressOf(outcome.value, context.now)) : outcome
  })
}
