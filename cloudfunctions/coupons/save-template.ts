import type { coupons } from '../../shared/contract/coupons'
import type { OutputOf, ParsedInputOf } from '../../shared/contract/endpoint'
import type { TemplateBody } from '../../shared/coupons/coupon'
import { templateBodyOf, unknownStoreAt } from '../../shared/coupons/template'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { publishedTemplate, readDraft, saveDraft } from './templates'

type Wish = ParsedInputOf<typeof coupons.saveTemplate>
type Saved = OutputOf<typeof coupons.saveTemplate>

/**
 * Writes a template's draft; without an id it is a new template's, named after the request.
 * Refuses TEMPLATE_NOT_FOUND, INPUT_INVALID for a store that is none of the shop's, and
 * TEMPLATE_CHANGED when the draft is not the one that she saw.
 */
export const saveTemplate: UseCase<typeof coupons.saveTemplate> = async (input, context) => {
  const { templateId, seenRevision, ...fields } = input
  const body = templateBodyOf(fields)
  const admitted = admitStores(body, context.shop)
  if (!admitted.ok) return admitted
  return recorded<Saved>(context, { meaning: { input: JSON.stringify(input) } }, ({ record }) =>
    inTransaction(async (tx) => {
      const outcome = await saveIn(tx, { templateId, seenRevision, body }, context)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    }),
  )
}

/** Refuses INPUT_INVALID with the place of a store that is none of the shop's. */
export function admitStores(body: TemplateBody, { stores }: Pick<Shop, 'stores'>): Outcome<null> {
  const place = unknownStoreAt(body, stores)
  if (place < 0) return accept(null)
  return refuse('INPUT_INVALID', { field: `limits.storeIds.${place}` })
}

async function saveIn(
  tx: Transaction,
  {
    templateId,
    seenRevision,
    body,
  }: Pick<Wish, 'templateId' | 'seenRevision'> & {
    readonly body: TemplateBody
  },
  { now, requestKey, staff }: StaffContext,
): Promise<Outcome<Saved>> {
  const _id = templateId ?? requestKey
  const published = await publishedTemplate(_id, tx)
  const draft = await readDraft(_id, tx)
  if (templateId !== undefined && !published && !draft) {
    return refuse('TEMPLATE_NOT_FOUND', { field: 'templateId' })
  }
  const before = draft?.revision ?? 0
  if (seenRevision !== undefined && seenRevision !== before) {
    return refuse('TEMPLATE_CHANGED', { revision: before })
  }
  const revision = before + 1
  await saveDraft(tx, { _id, body, revision, savedAt: now, savedByName: staff.displayName })
  return accept({ templateId: _id, version: (published?.version ?? 0) + 1, revision })
}
