import { oldAnswers } from '../runtime/once'
import { forgetting } from '../runtime/retention'
import { oldProposals } from './proposals'

/**
 * What the hourly timer removes: points that were proposed and never taken, and the recorded
 * answers of all functions.
 */
export const sweepPurchases = forgetting(oldAnswers, oldProposals)
