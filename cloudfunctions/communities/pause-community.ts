import type { communities } from '../../shared/contract/communities'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { changeCommunity, recordedAct } from './change-community'
import { admitManager } from './rights'

/**
 * While it is paused nothing is given to its group; every instance knows within a minute. Refuses
 * COMMUNITY_NOT_FOUND and STORE_FOREIGN.
 */
export const pauseCommunity: UseCase<typeof communities.pause> = (input, context) => {
  const { communityId, isPaused } = input
  return recordedAct(context, { communityId, isPaused }, (hash) =>
    changeCommunity(context, hash, {
      communityId,
      kind: 'paused',
      decide: async (_tx, community) => {
        const admitted = admitManager(community, context)
        if (!admitted.ok) return admitted
        return accept({ changed: { isPaused }, answer: { communityId, isPaused } })
      },
    }),
  )
}
