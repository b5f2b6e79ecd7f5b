/** Entries: what a member does with hers, and the desk for others. */
import type { listEntries } from '../../shared/contract/list-entries'
import { refuse } from '../../shared/refusal'
import type { UseCases } from '../runtime/context'

const notYet = () => Promise.resolve(refuse('ACTION_UNKNOWN'))

export const entryCases = {
  join: notYet,
  change: notYet,
  cancel: notYet,
  takeUp: notYet,
  joinFor: notYet,
  changeFor: notYet,
  cancelFor: notYet,
  claimEntry: notYet,
  confirmClaim: notYet,
  entries: notYet,
  totals: notYet,
} satisfies Pick<UseCases<'lists'>, keyof typeof listEntries>
