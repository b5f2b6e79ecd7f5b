import type { TemplateVersion } from '../../shared/contract/coupon-templates'
import type { coupons } from '../../shared/contract/coupons'
import type { ParsedInputOf } from '../../shared/contract/endpoint'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { admitStores } from './save-template'
import { admitLawful } from './template-texts'
import { isSameBody, publishedTemplate, publishVersion, readDraft, saveDraft } from './templates'

type Wish = ParsedInputOf<typeof coupons.publishTemplate>

/**
 * Makes a template's draft its next version; coupons that were issued keep theirs. Of two managers
 * at once one publishes: the other is told RULE_UNCHANGED, or TEMPLATE_CHANGED when she names the
 * draft that she saw. Refuses TEMPLATE_NOT_FOUND, a store that the shop no longer has,
 * SHARE_RULE, and TEXT_HELD for texts that nobody has approved yet.
 */
export const publishTemplate: UseCase<typeof coupons.publishTemplate> = (input, context) =>
  recorded<TemplateVersion>(context, { meaning: { ...input } }, ({ record }) =>
    inTransaction(async (tx) => {
      const outcome = await publishIn(tx, input, context)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    }),
  )

async function publishIn(
  tx: Transaction,
  { templateId, seenRevision }: Wish,
  { now: at, shop, staff }: StaffContext,
): Promise<Outcome<TemplateVersion>> {
  const before = await publishedTemplate(templateId, tx)
  const draft = await readDraft(templateId, tx)
  if (!before && !draft) return refuse('TEMPLATE_NOT_FOUND', { field: 'templateId' })
  const revision = draft?.revision ?? 0
  if (seenRevision !== undefined && seenRevision !== revision) {
    return refuse('TEMPLATE_CHANGED', { revision })
  }
  if (!draft?.body || (before && isSameBody(draft.body, before))) return refuse('RULE_UNCHANGED')
  const admitted = admitStores(draft.body, shop)
  if (!admitted.ok) return admitted
  const lawful = admitLawful(draft.body)
  if (!lawful.ok) return lawful
  if (draft.heldId) return refuse('TEXT_HELD')
  const version = (before?.version ?? 0) + 1
  const next = { ...draft.body, templateId, version }
  await publishVersion(tx, next, { before, at, byName: staff.displayName })
  await saveDraft(tx, { ...draft, body: null, revision: revision + 1 })
  return accept({ templateId, version })
}
