import type { communities } from '../../shared/contract/communities'
import type { OutputOf } from '../../shared/contract/endpoint'
import { accept, refuse } from '../../shared/refusal'
import { holdInTransaction } from '../moderation/hold-in-transaction'
import type { StaffContext, UseCase } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { admitRulesText } from './admit-rules-text'
import { changeCommunity, recordedAct } from './change-community'
import { type Community, readCommunity, rulesKeyOf } from './repository'
import { admitOwner } from './rights'

/**
 * A new version of her community's rules, in force at once; the versions before it stay. A text
 * that the content check is not sure of waits for a person, and the old version stays in force.
 * Refuses COMMUNITY_NOT_FOUND, and what the text is refused for.
 */
export const saveRules: UseCase<typeof communities.saveRules> = (input, context) => {
  const { communityId, text } = input
  const { now, memberId } = context
  return recordedAct<OutputOf<typeof communities.saveRules>>(
    context,
    { communityId, text },
    async (hash) => {
      const seen = await readCommunity(communityId)
      if (!seen) return refuse('COMMUNITY_NOT_FOUND')
      const owned = admitOwner(seen, context)
      if (!owned.ok) return owned
      const admitted = await admitRulesText(text, seen)
      if (!admitted.ok) return admitted
      const isHeld = admitted.value === 'unsure'
      return changeCommunity(context, hash, {
        communityId,
        kind: isHeld ? 'rulesHeld' : 'rulesSaved',
        decide: async (tx, community) => {
          const stillOwned = admitOwner(community, context)
          if (!stillOwned.ok) return stillOwned
          if (isHeld) return holdRules(tx, community, { text, context })
          const version = community.rulesVersion + 1
          const _id = rulesKeyOf(communityId, version)
          const rules = { communityId, version, text, savedAt: now, savedBy: memberId }
          await tx.insert('community_rules', { _id, ...rules })
          return accept({
            changed: { rulesVersion: version, rulesHeldId: null },
            answer: { version, isHeld },
          })
        },
      })
    },
  )
}

async function holdRules(
  tx: Transaction,
  { _id: subjectId, rulesVersion: version }: Community,
  { text, context }: { readonly text: string; readonly context: StaffContext },
) {
  const { requestKey: heldId, memberId: authorId, now: at, staff } = context
  const author = { authorId, authorName: staff.displayName }
  const subject = { kind: 'communityRules', subjectId, field: 'text', text }
  await holdInTransaction(tx, { heldId, ...subject, ...author, at })
  return accept({ changed: { rulesHeldId: heldId }, answer: { version, isHeld: true } })
}
