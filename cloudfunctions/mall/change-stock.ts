import type { OutputOf } from '../../shared/contract/endpoint'
import type { mall } from '../../shared/contract/mall'
import { changedStock } from '../../shared/mall/reward'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { command, inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { noteChange } from './reward-changes'
import { readReward } from './reward-document'

type Stock = OutputOf<typeof mall.changeStock>

/**
 * Adds what was delivered, or corrects what is not there, with its reason; what was redeemed is
 * left alone. Refuses REWARD_NOT_FOUND, STOCK_TOO_FEW with how many are left, and INPUT_INVALID
 * beyond what a shelf may hold.
 */
export const changeStock: UseCase<typeof mall.changeStock> = (input, context) => {
  const { rewardId, byCount, reason } = input
  return recorded<Stock>(context, { meaning: { ...input } }, ({ record }) =>
    inTransaction(async (tx) => {
      const reward = await readReward(rewardId, tx)
      if (!reward) return refuse('REWARD_NOT_FOUND', { field: 'rewardId' })
      const { leftCount, totalCount } = reward
      const before = { leftCount, totalCount }
      const changed = changedStock(before, byCount)
      if (!changed.ok) return changed
      const by = command.inc(byCount)
      await tx.update('rewards', rewardId, { leftCount: by, totalCount: by })
      const change = { rewardId, kind: 'stock', reason, before, after: changed.value } as const
      await noteChange(tx, change, context)
      const answer = { rewardId, ...changed.value }
      await record(tx, answer)
      return accept(answer)
    }),
  )
}
