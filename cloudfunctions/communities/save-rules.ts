import type { communities } from '../../shared/contract/communities'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { admitRulesText } from './admit-rules-text'
import { changeCommunity, recordedAct } from './change-community'
import { readCommunity, rulesKeyOf } from './repository'
import { admitOwner } from './rights'

/**
 * A new version of her community's rules, in force at once; the versions before it stay. Refuses
 * COMMUNITY_NOT_FOUND, and what the text is refused for.
 */
export const saveRules: UseCase<typeof communities.saveRules> = (input, context) => {
  const { communityId, text } = input
  const { now, memberId } = context
  return recordedAct<{ version: number }>(context, { communityId, text }, async (hash) => {
    const seen = await readCommunity(communityId)
    if (!seen) return refuse('COMMUNITY_NOT_FOUND')
    const owned = admitOwner(seen, context)
    const admitted = owned.ok ? await admitRulesText(text, seen) : owned
    if (!admitted.ok) return admitted
    return changeCommunity(context, hash, {
      communityId,
      kind: 'rulesSaved',
      decide: async (tx, community) => {
        const stillOwned = admitOwner(community, context)
        if (!stillOwned.ok) return stillOwned
        const version = community.rulesVersion + 1
        const _id = rulesKeyOf(communityId, version)
        const rules = { communityId, version, text, savedAt: now, savedBy: memberId }
        await tx.insert('community_rules', { _id, ...rules })
        return accept({ changed: { rulesVersion: version }, answer: { version } })
      },
    })
  })
}
