import type { Job, JobContext } from '../runtime/context'
import { forgetting } from '../runtime/retention'
import { oldAdjustmentDays, ripeAdjustments } from './adjustments'
import { accountsDueBefore, accountsToNotice, accountsToRelease, oldNotices } from './due-accounts'
import { enterDue } from './enter-due'
import { markNotices } from './mark-notices'
import { ripenAdjustments } from './ripen-adjustments'

const forgetOld = forgetting(oldAdjustmentDays, oldNotices)

/**
 * The nightly work on the books: what is due is entered, which is also done on the way when it is
 * needed; who is to be told of a coming expiry is marked; what served a moment only is removed.
 */
export const keepBooks: Job = {
  // The function lives for 20 s; whatever a run is in the middle of then is finished in less.
  maxWorkMs: 12_000,
  isDue: async (context) => (await Promise.all(questions(context))).some(Boolean),
  run: async (context) => {
    const ripened = await ripenAdjustments(context)
    const entered = await enterDue(context)
    const noticed = await markNotices(context)
    return { ripened, ...entered, noticed, ...(await forgetOld.run(context)) }
  },
}

function questions(context: JobContext): Promise<boolean>[] {
  const { todayOn, now } = context
  return [
    forgetOld.isDue(context),
    accountsToRelease(todayOn, 1).then(isAnything),
    accountsDueBefore(todayOn, 1).then(isAnything),
    accountsToNotice(todayOn, 1).then(isAnything),
    ripeAdjustments(now, 1).then(isAnything),
  ]
}

function isAnything(found: readonly unknown[]): boolean {
  return found.length > 0
}
