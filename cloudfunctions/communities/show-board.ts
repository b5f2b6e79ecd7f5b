import type { communities } from '../../shared/contract/communities'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { aggregate, command } from '../runtime/database'
import { storeNameOf } from '../runtime/roles'
import { dropFiguresOf } from './drop-figures'
import { readCommunity } from './repository'
import { admitDesk } from './rights'

/**
 * What came of a community since it was made, for its owner and the managers of its store. Refuses
 * COMMUNITY_NOT_FOUND and STORE_FOREIGN.
 */
export const showBoard: UseCase<typeof communities.board> = async ({ communityId }, context) => {
  const community = await readCommunity(communityId)
  if (!community) return refuse('COMMUNITY_NOT_FOUND')
  const admitted = admitDesk(community, context)
  if (!admitted.ok) return admitted
  const [opens, figures] = await Promise.all([opensOf(communityId), dropFiguresOf(communityId)])
  const { name, storeId } = community
  const storeName = storeNameOf(context.shop, storeId) ?? ''
  return accept({ serverNow: context.now, communityId, name, storeName, opens, ...figures })
}

async function opensOf(communityId: string): Promise<number> {
  const [sum] = await aggregate<{ opens: number }>('community_visits', [
    ['match', { communityId }],
    ['group', { _id: null, opens: command.aggregate.sum('$openDays') }],
  ])
  return sum?.opens ?? 0
}
