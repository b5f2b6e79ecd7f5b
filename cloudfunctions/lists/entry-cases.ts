/** Entries: what a member does with hers, and the desk for others. */
import type { listEntries } from '../../shared/contract/list-entries'
import type { UseCases } from '../runtime/context'
import {
  cancelEntry,
  cancelEntryFor,
  changeEntry,
  changeEntryFor,
  takeUpPlace,
} from './change-entry'
import { claimEntry, confirmClaim } from './claim-entry'
import { joinList, joinListFor } from './join-list'
import { showEntries } from './show-entries'
import { showTotals } from './show-totals'

export const entryCases = {
  join: joinList,
  change: changeEntry,
  cancel: cancelEntry,
  takeUp: takeUpPlace,
  joinFor: joinListFor,
  changeFor: changeEntryFor,
  cancelFor: cancelEntryFor,
  claimEntry,
  confirmClaim,
  entries: showEntries,
  totals: showTotals,
} satisfies Pick<UseCases<'lists'>, keyof typeof listEntries>
