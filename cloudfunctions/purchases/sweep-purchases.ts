import { oldAnswers } from '../runtime/once'
import { forgetting, together } from '../runtime/retention'
import { forgetImports } from './forget-imports'
import { oldProposals } from './proposals'
import { finishImports } from './work-import'

/**
 * What the hourly timer does: imports that were left are booked to their end, and what served a
 * moment only is removed, the recorded answers of all functions with it.
 */
export const sweepPurchases = together(
  finishImports,
  forgetImports,
  forgetting(oldAnswers, oldProposals),
)
