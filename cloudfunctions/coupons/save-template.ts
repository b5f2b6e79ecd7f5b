import type { coupons } from '../../shared/contract/coupons'
import type { OutputOf, ParsedInputOf } from '../../shared/contract/endpoint'
import type { TemplateBody } from '../../shared/coupons/coupon'
import { templateBodyOf, unknownStoreAt } from '../../shared/coupons/template'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import { holdInTransaction } from '../moderation/hold-in-transaction'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { admitTexts, textOfTemplate } from './template-texts'
import { publishedTemplate, readDraft, saveDraft } from './templates'

type Wish = ParsedInputOf<typeof coupons.saveTemplate>
type Saved = OutputOf<typeof coupons.saveTemplate>

/**
 * Writes a template's draft; without an id it is a new template's, named after the request.
 * Texts that the content check is not sure of wait for a person before they can be published.
 * Refuses TEMPLATE_NOT_FOUND, INPUT_INVALID for a store that is none of the shop's, SHARE_RULE and
 * TEXT_RISKY, and TEMPLATE_CHANGED when the draft is not the one that she saw.
 */
export const saveTemplate: UseCase<typeof coupons.saveTemplate> = async (input, context) => {
  const { templateId, seenRevision, ...fields } = input
  const body = templateBodyOf(fields)
  const admitted = admitStores(body, context.shop)
  if (!admitted.ok) return admitted
  const meaning = { input: JSON.stringify(input) }
  return recorded<Saved>(context, { meaning }, async ({ record }) => {
    const texts = await admitTexts(body)
    if (!texts.ok) return texts
    const isHeld = texts.value === 'unsure'
    return inTransaction(async (tx) => {
      const outcome = await saveIn(tx, { templateId, seenRevision, body, isHeld }, context)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    })
  })
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
    isHeld,
  }: Pick<Wish, 'templateId' | 'seenRevision'> & {
    readonly body: TemplateBody
    readonly isHeld: boolean
  },
  context: StaffContext,
): Promise<Outcome<Saved>> {
  const { now, requestKey, staff } = context
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
  const heldId = isHeld ? requestKey : null
  const saved = { savedAt: now, savedByName: staff.displayName, heldId }
  await saveDraft(tx, { _id, body, revision, ...saved })
  if (isHeld) await holdTexts(tx, { templateId: _id, body }, context)
  return accept({ templateId: _id, version: (published?.version ?? 0) + 1, revision })
}

function holdTexts(
  tx: Transaction,
  { templateId: subjectId, body }: { readonly templateId: string; readonly body: TemplateBody },
  { requestKey: heldId, memberId: authorId, now: at, staff }: StaffContext,
): Promise<void> {
  const subject = { kind: 'couponTemplate', subjectId, field: 'text', text: textOfTemplate(body) }
  const author = { authorId, authorName: staff.displayName }
  return holdInTransaction(tx, { heldId, ...subject, ...author, at })
}
