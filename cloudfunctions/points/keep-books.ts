import type { Job } from '../runtime/context'
import { enterDue } from './enter-due'
import { ripenAdjustments } from './ripen-adjustments'

/**
 * The nightly work on the books; every part of it is also done on the way, when it is needed.
 * Once a day, and mostly with something to do: it does not ask beforehand.
 */
export const keepBooks: Job = {
  run: async (context) => {
    const ripened = await ripenAdjustments(context)
    return { ripened, ...(await enterDue(context)) }
  },
}
