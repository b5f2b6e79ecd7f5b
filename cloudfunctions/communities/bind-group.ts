import type { communities } from '../../shared/contract/communities'
import type { OutputOf } from '../../shared/contract/endpoint'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { EnteredContext, StaffContext, UseCase } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { requireGroup } from '../runtime/entered-group'
import { changeCommunity, type Decision, recordedAct } from './change-community'
import type { Community, CommunityGroupDocument } from './repository'
import { admitOwner } from './rights'

type Bound = OutputOf<typeof communities.bind>
type Kind = 'bound' | 'rebound'

/**
 * Binds the group whose card she opened to her community. Refuses GROUP_REQUIRED,
 * COMMUNITY_NOT_FOUND, GROUP_TAKEN, and COMMUNITY_BOUND when it has another group already.
 */
export const bindGroup: UseCase<typeof communities.bind> = (input, context) =>
  bind(input.communityId, 'bound', context)

/** The same, and the group that it had before is free again; what happened in it stays. */
export const rebindGroup: UseCase<typeof communities.rebind> = (input, context) =>
  bind(input.communityId, 'rebound', context)

async function bind(
  communityId: string,
  kind: Kind,
  context: StaffContext & EnteredContext,
): Promise<Outcome<Bound>> {
  const group = requireGroup(context)
  if (!group.ok) return group
  const groupKey = group.value
  return recordedAct<Bound>(context, { communityId, groupKey }, (hash) =>
    changeCommunity<Bound>(context, hash, {
      communityId,
      kind,
      decide: async (tx, community) => {
        const admitted = admitOwner(community, context)
        if (!admitted.ok) return admitted
        const { boundAt } = community
        if (community.groupKey === groupKey && boundAt !== null) {
          return accept({ changed: {}, answer: { communityId, boundAt } })
        }
        if (kind === 'bound' && community.groupKey !== null) return refuse('COMMUNITY_BOUND')
        return takeGroup(tx, { community, groupKey, now: context.now })
      },
    }),
  )
}

/** Two who want one group insert one document: the second finds it taken when it looks again. */
async function takeGroup(
  tx: Transaction,
  { community, groupKey, now }: { community: Community; groupKey: string; now: number },
): Promise<Outcome<Decision<Bound>>> {
  const held = await tx.get<CommunityGroupDocument>('community_groups', groupKey)
  if (held?.replacedAt === null) return refuse('GROUP_TAKEN')
  const { _id: communityId, storeId } = community
  const group = { _id: groupKey, communityId, storeId, boundAt: now, replacedAt: null }
  await (held ? tx.put('community_groups', group) : tx.insert('community_groups', group))
  if (community.groupKey !== null) {
    await tx.update('community_groups', community.groupKey, { replacedAt: now })
  }
  const answer = { communityId, boundAt: now }
  return accept({ changed: { groupKey, boundAt: now }, answer })
}
