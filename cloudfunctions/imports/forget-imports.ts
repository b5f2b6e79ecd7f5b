import type { Chore } from '../runtime/chores'
import { dropLease } from '../runtime/lease'
import { keptSinceAt } from '../runtime/retention'
import { endJob, jobsWithPages, leaseOf, removePages } from './import-jobs'

const JOBS_AT_ONCE = 20

/**
 * The pages of an old import hold what a file said of many people: they are removed. The job stays
 * and says who imported what. One that was never booked is ended first, so that nobody begins to
 * book it meanwhile; a booking that was begun is finished and not forgotten.
 */
export const forgetImports: Chore = {
  name: 'forget',
  every: 'day',
  isDue: async ({ now }) => (await jobsWithPages(keptSinceAt('import_pages', now), 1)).length > 0,
  run: async ({ now, hasTimeLeft }) => {
    let emptied = 0
    const old = await jobsWithPages(keptSinceAt('import_pages', now), JOBS_AT_ONCE)
    for (const { _id, state } of old) {
      if (!hasTimeLeft()) return { emptied, unfinished: 1 }
      if (state !== 'done' && !(await endJob(_id))) continue
      await dropLease(leaseOf(_id))
      await removePages(_id)
      emptied += 1
    }
    return { emptied, unfinished: old.length === JOBS_AT_ONCE && emptied > 0 ? 1 : 0 }
  },
}
