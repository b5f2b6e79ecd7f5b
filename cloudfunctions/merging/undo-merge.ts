import type { MergeRow, merging } from '../../shared/contract/merging'
import { unmerge } from '../../shared/merging/merging'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { markGaveBack, markMerged } from '../members/repository'
import { bookOf, enter, openBook, post } from '../points/ledger'
import { readAccount } from '../points/repository'
import { areTalliesSpent, partTallies } from '../points/tallies'
import { isUsedSince } from '../runtime/belongings'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { type Recorder, recorded } from '../runtime/once'
import { followUp } from './follow-up'
import {
  type Merge,
  mergeRowOf,
  readMerge,
  saveMerge,
  UNDER_WAY_UNTIL_AT,
  undoUntilAt,
} from './repository'

/**
 * Takes a merge back within seven days, lot by lot. Refuses MERGE_NOT_FOUND, MERGE_UNDONE,
 * MERGE_UNDO_OVER; what is in the way: MERGE_SPENT, MERGE_CHANGED, ACCOUNT_FROZEN; SELF_SERVICE.
 */
export const undoMerge: UseCase<typeof merging.undo> = async ({ mergeId }, context) => {
  const outcome = await recorded<MergeRow>(
    context,
    { meaning: { mergeId } },
    async ({ record }) => {
      const merge = await readMerge(mergeId)
      const admitted = admitUndo(merge, context)
      if (!admitted.ok) return admitted
      // What has not followed yet could not be asked whether it was used.
      if (!(await followUp(mergeId, context))) return refuse('BUSY')
      const { seq } = await readAccount(admitted.value.toId)
      if (await isUsedSince(mergeId, admitted.value.mergedAt)) return refuse('MERGE_CHANGED')
      return inTransaction((tx) => undoIn(tx, { mergeId, seq, context }, record))
    },
  )
  if (outcome.ok) await followUp(mergeId, context)
  return outcome
}

function admitUndo(merge: Merge | null, { now, memberId }: StaffContext): Outcome<Merge> {
  if (!merge) return refuse('MERGE_NOT_FOUND')
  const { state, undone, mergedAt } = merge
  if (state === 'undone') return refuse('MERGE_UNDONE', { undoneAt: undone?.at ?? null })
  if (now > undoUntilAt(mergedAt)) return refuse('MERGE_UNDO_OVER', { mergedAt })
  if ([merge.fromId, merge.toId].includes(memberId)) return refuse('SELF_SERVICE')
  return accept(merge)
}

async function undoIn(
  tx: Transaction,
  { mergeId, seq, context }: { mergeId: string; seq: number; context: StaffContext },
  record: Recorder<MergeRow>,
): Promise<Outcome<MergeRow>> {
  const admitted = admitUndo(await readMerge(mergeId, tx), context)
  if (!admitted.ok) return admitted
  const merge = admitted.value
  const { fromId, toId } = merge
  const into = await openBook(tx, toId, context)
  if (into.account._id !== toId) return refuse('MEMBERSHIP_MERGED')
  // Something was booked after what followed was looked at: look again.
  if (into.account.seq - into.entries.length !== seq) return refuse('BUSY')
  const from = bookOf(await readAccount(fromId, tx), context)
  const both = { from: from.account, into: into.account }
  if (areTalliesSpent(into.account, merge.tallies)) return refuse('MERGE_CHANGED')
  const steps = unmerge(both, merge.moved, context.todayOn)
  if (!steps.ok) return steps
  const { staff, now } = context
  const words = { reason: 'mergeUndone', sourceId: mergeId, staffId: staff._id } as const
  const out = enter(into, steps.value.into, { ...words, key: `unmerge:${mergeId}:out` })
  const back = enter(from, steps.value.from, { ...words, key: `unmerge:${mergeId}:in` })
  await post(tx, out, {
    ...partTallies(into.account, merge.tallies),
    mergedFrom: into.account.mergedFrom.filter(({ memberId }) => memberId !== fromId),
  })
  await post(tx, back, { ...merge.tallies, mergedInto: null })
  await markMerged(tx, fromId, null)
  await markGaveBack(tx, toId, fromId)
  const undone: Merge = {
    ...merge,
    state: 'undone',
    openUntilAt: UNDER_WAY_UNTIL_AT,
    undone: { at: now, staffId: staff._id, staffName: staff.displayName },
  }
  await saveMerge(tx, undone)
  const answer = mergeRowOf(undone)
  await record(tx, answer)
  return accept(answer)
}
