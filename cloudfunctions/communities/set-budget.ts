import type { communities } from '../../shared/contract/communities'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { changeCommunity, recordedAct } from './change-community'
import { admitManager } from './rights'

/**
 * How many coupons the drops of its owner may give in a calendar month; null binds her to nothing.
 * What is planned already stays. Refuses COMMUNITY_NOT_FOUND and STORE_FOREIGN.
 */
export const setBudget: UseCase<typeof communities.setBudget> = (input, context) => {
  const { communityId, monthCount } = input
  return recordedAct(context, { communityId, monthCount }, (hash) =>
    changeCommunity(context, hash, {
      communityId,
      kind: 'budgetSet',
      decide: async (_tx, community) => {
        const admitted = admitManager(community, context)
        if (!admitted.ok) return admitted
        return accept({ changed: { monthCount }, answer: { communityId, monthCount } })
      },
    }),
  )
}
