import type { HeldKind } from '../moderation/decide-in-transaction'
import { insertAct } from './change-community'
import { type CommunityDocument, rulesKeyOf } from './repository'

/** The rules of a community: once they are approved they are the next version. */
export const heldRules: HeldKind = {
  kind: 'communityRules',
  textTitle: () => '群规',
  publish: async (tx, held, { now, staff }) => {
    const { _id: heldId, subjectId: communityId, text, authorId: savedBy } = held
    const community = await tx.get<CommunityDocument>('communities', communityId)
    if (community?.rulesHeldId !== heldId) return false
    const version = community.rulesVersion + 1
    const _id = rulesKeyOf(communityId, version)
    const rules = { communityId, version, text, savedAt: now, savedBy }
    const changed = { rulesVersion: version, rulesHeldId: null }
    const before = { rulesVersion: community.rulesVersion, rulesHeldId: heldId }
    await tx.insert('community_rules', { _id, ...rules })
    await tx.update('communities', communityId, changed)
    const act = { communityId, kind: 'rulesSaved', changed, before, request: null } as const
    await insertAct(tx, { requestKey: `${heldId}-approved`, now, memberId: staff._id }, act)
    return true
  },
  giveUp: async (tx, { _id: heldId, subjectId: communityId }) => {
    const community = await tx.get<CommunityDocument>('communities', communityId)
    if (community?.rulesHeldId !== heldId) return
    await tx.update('communities', communityId, { rulesHeldId: null })
  },
}
