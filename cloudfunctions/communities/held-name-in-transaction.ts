import type { HeldKind } from '../moderation/decide-in-transaction'
import { insertAct } from './change-community'
import type { CommunityDocument } from './repository'

/** The name of a new community, which goes by its store's till it is approved. */
export const heldNames: HeldKind = {
  kind: 'communityName',
  textTitle: () => '社群名称',
  publish: async (tx, held, { now, staff }) => {
    const { _id: heldId, subjectId: communityId, text: name } = held
    const community = await tx.get<CommunityDocument>('communities', communityId)
    if (!community || community.nameHeldId !== heldId) return false
    const changed = { name, nameHeldId: null }
    const before = { name: community.name, nameHeldId: heldId }
    await tx.update('communities', communityId, changed)
    const act = { communityId, kind: 'renamed', changed, before, request: null } as const
    await insertAct(tx, { requestKey: `${heldId}-approved`, now, memberId: staff._id }, act)
    return true
  },
  giveUp: async (tx, { _id: heldId, subjectId: communityId }) => {
    const community = await tx.get<CommunityDocument>('communities', communityId)
    if (community?.nameHeldId !== heldId) return
    await tx.update('communities', communityId, { nameHeldId: null })
  },
}
