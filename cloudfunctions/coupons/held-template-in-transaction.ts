import type { HeldKind } from '../moderation/decide-in-transaction'
import { readDraft, saveDraft } from './templates'

/** The texts of a template's draft: once they are approved, it may be published. */
export const heldTemplates: HeldKind = {
  kind: 'couponTemplate',
  textTitle: () => '券模板',
  publish: async (tx, { _id: heldId, subjectId }) => {
    const draft = await readDraft(subjectId, tx)
    if (draft?.heldId !== heldId) return false
    await saveDraft(tx, { ...draft, heldId: null })
    return true
  },
  // It waits on: what was rejected is not published before it is written anew.
  giveUp: () => Promise.resolve(),
}
