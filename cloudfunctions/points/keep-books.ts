import type { Chore, Timer } from '../runtime/chores'
import { forgetting } from '../runtime/retention'
import { oldAdjustmentDays, ripeAdjustments } from './adjustments'
import { accountsDueBefore, accountsToNotice, accountsToRelease } from './due-accounts'
import { enterDue } from './enter-due'
import { ripenAdjustments } from './ripen-adjustments'
import { tellNotices } from './tell-notices'

const ripen: Chore = {
  name: 'ripen',
  every: 'tick',
  isDue: async ({ now }) => isAnything(await ripeAdjustments(now, 1)),
  run: async (context) => ({ ripened: await ripenAdjustments(context) }),
}

const enter: Chore = {
  name: 'enter-due',
  every: 'tick',
  isDue: async ({ todayOn }) => {
    const questions = [accountsToRelease(todayOn, 1), accountsDueBefore(todayOn, 1)]
    return (await Promise.all(questions)).some(isAnything)
  },
  run: enterDue,
}

const notice: Chore = {
  name: 'tell-notices',
  every: 'tick',
  isDue: async ({ todayOn }) => isAnything(await accountsToNotice(todayOn, 1)),
  run: async (context) => ({ noticed: await tellNotices(context) }),
}

/**
 * The nightly work on the books: what is due is entered, which is also done on the way when it is
 * needed; members are told of a coming expiry; what served a moment only is removed.
 */
export const keepBooks: Timer = {
  chores: [ripen, enter, notice, forgetting(oldAdjustmentDays)],
}

function isAnything(found: readonly unknown[]): boolean {
  return found.length > 0
}
