import type { Timer } from '../runtime/chores'
import { oldAnswers } from '../runtime/once'
import { forgetting, oldRuns } from '../runtime/retention'
import { oldProposals } from './proposals'

/**
 * What the hourly timer removes: points that were proposed and never taken, and the recorded
 * answers and the chores' runs of all functions.
 */
export const sweepPurchases: Timer = { chores: [forgetting(oldAnswers, oldProposals, oldRuns)] }
