/**
 * What coupons are made from: one document each, kept for at most a minute by each instance like
 * the rest of the shop's configuration. What a coupon gives is copied into it when it is issued.
 */
import type { TemplateView } from '../../shared/contract/coupon-templates'
import {
  type CouponTemplate,
  newTemplates,
  type TemplateBody,
  type TemplateText,
} from '../../shared/coupons/coupon'
import { limitWordsOf } from '../../shared/coupons/coupon-limits'
import { faceOf, sentenceOf } from '../../shared/coupons/kinds'
import { templateFieldsOf } from '../../shared/coupons/template'
import type { Shop } from '../../shared/rules/shop'
import { findWhere, getById, type Stored, type Transaction } from '../runtime/database'
import { inOrder } from '../runtime/in-order'
import { keptAMinute } from '../runtime/kept'
import { storeNameOf } from '../runtime/roles'

/** Append-only: what coupons were made from once is never changed. */
export interface TemplateVersionDocument {
  readonly templateId: string
  readonly text: TemplateText
  /** Null: what the shop began with. */
  readonly publishedAt: number | null
  readonly publishedByName: string | null
}

export interface TemplateDraftDocument {
  /** Null: nothing is being changed. */
  readonly body: TemplateBody | null
  readonly revision: number
  readonly savedAt: number
  readonly savedByName: string
  /** Its texts wait for a person, or were rejected; absent or null: they may be published. */
  readonly heldId?: string | null
}
export type TemplateDraft = Stored<TemplateDraftDocument>

/** More than a shop has; the platform gives a thousand at once. */
const MAX_TEMPLATES = 1_000

/** Every published template by its id; what no manager has changed is as in a new shop. */
export async function publishedTemplates(): Promise<ReadonlyMap<string, CouponTemplate>> {
  const stored = await findWhere<TemplateText>('coupon_templates', {}, { limit: MAX_TEMPLATES })
  const templates = new Map<string, CouponTemplate>()
  for (const template of [...newTemplates, ...stored.map(templateOf)]) {
    templates.set(template.templateId, template)
  }
  return templates
}

/** The same for those whom a minute does not matter. */
export const loadTemplates = keptAMinute(publishedTemplates)

/** One template as it is published now; null before its first version. */
export async function publishedTemplate(
  templateId: string,
  tx?: Transaction,
): Promise<CouponTemplate | null> {
  const stored = tx
    ? await tx.get<TemplateText>('coupon_templates', templateId)
    : await getById<TemplateText>('coupon_templates', templateId)
  if (stored) return templateOf(stored)
  return newTemplates.find((template) => template.templateId === templateId) ?? null
}

export function allDrafts(): Promise<TemplateDraft[]> {
  return findWhere('coupon_template_drafts', {}, { limit: MAX_TEMPLATES })
}

export function readDraft(templateId: string, tx?: Transaction): Promise<TemplateDraft | null> {
  return tx
    ? tx.get<TemplateDraftDocument>('coupon_template_drafts', templateId)
    : getById<TemplateDraftDocument>('coupon_template_drafts', templateId)
}

export function saveDraft(tx: Transaction, draft: TemplateDraft): Promise<void> {
  return tx.put('coupon_template_drafts', draft)
}

/** Puts the next version in force, with the one before it where no document tells of that. */
export async function publishVersion(
  tx: Transaction,
  { templateId, ...text }: CouponTemplate,
  { before, at, byName }: { before: CouponTemplate | null; at: number; byName: string },
): Promise<void> {
  if (before) {
    const key = versionKeyOf(before)
    const isStored = (await tx.get('coupon_template_versions', key)) !== null
    const { templateId: _id, ...old } = before
    const first = { _id: key, templateId, text: old, publishedAt: null, publishedByName: null }
    if (!isStored) await tx.insert('coupon_template_versions', first)
  }
  const version = { templateId, text, publishedAt: at, publishedByName: byName }
  await tx.insert('coupon_template_versions', {
    _id: versionKeyOf({ templateId, version: text.version }),
    ...version,
  })
  await tx.put('coupon_templates', { _id: templateId, ...text })
}

/** True when both say the same, in whichever order the database keeps their fields. */
export function isSameBody(one: TemplateBody, other: TemplateBody): boolean {
  const [first, second] = [one, other].map((body) => inOrder(templateFieldsOf(body)))
  return JSON.stringify(first) === JSON.stringify(second)
}

export function templateViewOf(body: TemplateBody, version: number, shop: Shop): TemplateView {
  const limitWords = limitWordsOf(body.limits, (storeId) => storeNameOf(shop, storeId))
  return {
    ...templateFieldsOf(body),
    ...{ version, face: faceOf(body), sentence: sentenceOf(body), limitWords: [...limitWords] },
  }
}

function versionKeyOf({ templateId, version }: { templateId: string; version: number }): string {
  return `${templateId}:${version}`
}

function templateOf({ _id, ...rest }: Stored<TemplateText>): CouponTemplate {
  return { ...rest, templateId: _id }
}
