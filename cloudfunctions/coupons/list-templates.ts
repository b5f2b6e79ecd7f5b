import type { TemplateRow } from '../../shared/contract/coupon-templates'
import type { coupons } from '../../shared/contract/coupons'
import type { CouponTemplate } from '../../shared/coupons/coupon'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import { loadNewestShop } from '../runtime/config'
import type { UseCase } from '../runtime/context'
import { allDrafts, publishedTemplates, type TemplateDraft, templateViewOf } from './templates'

/** A page of all templates in the order of their ids; a cursor counts them. */
export const listTemplates: UseCase<typeof coupons.templates> = async ({ cursor }, { now }) => {
  const from = instantOfCursor(cursor) ?? (cursor === undefined ? 0 : -1)
  if (from < 0) return refuse('INPUT_INVALID', { field: 'cursor' })
  const [shop, published, drafts] = [
    await loadNewestShop(),
    await publishedTemplates(),
    await allDrafts(),
  ]
  const ids = new Set([...published.keys(), ...drafts.map(({ _id }) => _id)])
  const page = [...ids].sort().slice(from, from + PAGE_SIZE_ROWS)
  const next = from + page.length
  const rowOf = (templateId: string) => {
    const draft = drafts.find(({ _id }) => _id === templateId) ?? null
    return templateRowOf(templateId, { published: published.get(templateId) ?? null, draft, shop })
  }
  return accept({
    serverNow: now,
    templates: page.map(rowOf),
    nextCursor: next < ids.size ? String(next) : null,
  })
}

function templateRowOf(
  templateId: string,
  so: { published: CouponTemplate | null; draft: TemplateDraft | null; shop: Shop },
): TemplateRow {
  const { published, draft, shop } = so
  const version = published?.version ?? 0
  const written = draft?.body ?? null
  return {
    templateId,
    published: published && templateViewOf(published, version, shop),
    draft: written &&
      draft && {
        ...templateViewOf(written, version + 1, shop),
        ...{ savedAt: draft.savedAt, savedByName: draft.savedByName },
      },
    revision: draft?.revision ?? 0,
  }
}
