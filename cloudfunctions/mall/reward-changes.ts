/** Who changed what of a reward, and when: append-only, written with the change itself. */
import type { RewardChangeRow } from '../../shared/contract/reward-desk'
import { changesBetween, type RewardChange, type RewardFacts } from '../../shared/mall/reward'
import type { StaffContext } from '../runtime/context'
import { command, findWhere, type Stored, type Transaction } from '../runtime/database'

interface RewardChangeDocument {
  readonly rewardId: string
  readonly kind: RewardChangeRow['kind']
  readonly at: number
  readonly byId: string
  readonly byName: string
  readonly reason: string | null
  readonly changes: readonly RewardChange[]
}

export interface Changed {
  readonly rewardId: string
  readonly kind: RewardChangeRow['kind']
  readonly reason?: string
  readonly before: Partial<RewardFacts> | null
  readonly after: Partial<RewardFacts>
}

/** Writes down what is different, in the transaction that changes it. */
export function noteChange(
  tx: Transaction,
  { rewardId, kind, reason, before, after }: Changed,
  { requestKey, now, staff }: StaffContext,
): Promise<void> {
  const change: Stored<RewardChangeDocument> = {
    ...{ _id: requestKey, rewardId, kind, at: now },
    ...{ byId: staff._id, byName: staff.displayName },
    ...{ reason: reason ?? null, changes: changesBetween(before, after) },
  }
  return tx.insert('reward_changes', change)
}

/** A page of the changes of one reward made before an instant, the newest first. */
export async function changesOf(
  rewardId: string,
  { beforeAt, limit }: { readonly beforeAt: number | null; readonly limit: number },
): Promise<RewardChangeRow[]> {
  const older = beforeAt === null ? {} : { at: command.lt(beforeAt) }
  const filter = { rewardId, ...older }
  const found = await findWhere<RewardChangeDocument>('reward_changes', filter, {
    ...{ orderBy: ['at', 'desc'], limit },
  })
  return found.map(({ _id: changeId, kind, at, byName, reason, changes }) => ({
    ...{ changeId, kind, at, byName, reason },
    changes: [...changes],
  }))
}
