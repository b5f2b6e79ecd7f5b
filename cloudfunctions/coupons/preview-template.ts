import type { coupons } from '../../shared/contract/coupons'
import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { TemplateBody } from '../../shared/coupons/coupon'
import { templateBodyOf } from '../../shared/coupons/template'
import { tryTemplate } from '../../shared/purchases/template-samples'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { admitStores } from './save-template'
import { publishedTemplate, readDraft, templateViewOf } from './templates'

/**
 * What a template would do to three bills, before anybody has a coupon of it; nothing is written.
 * Refuses TEMPLATE_NOT_FOUND, and a store that is none of the shop's.
 */
export const previewTemplate: UseCase<typeof coupons.previewTemplate> = async (input, { shop }) => {
  const body = await bodyOf(input)
  if (!body.ok) return body
  const admitted = admitStores(body.value, shop)
  if (!admitted.ok) return admitted
  const { face, sentence, limitWords } = templateViewOf(body.value, 0, shop)
  const samples = tryTemplate(body.value, shop.earnRule)
  return accept({ face, sentence, limitWords, samples })
}

async function bodyOf(
  input: ParsedInputOf<typeof coupons.previewTemplate>,
): Promise<Outcome<TemplateBody>> {
  if ('kind' in input) return accept(templateBodyOf(input))
  const { templateId } = input
  const draft = await readDraft(templateId)
  const body = draft?.body ?? (await publishedTemplate(templateId))
  return body ? accept(body) : refuse('TEMPLATE_NOT_FOUND', { field: 'templateId' })
}
