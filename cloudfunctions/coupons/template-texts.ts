/** What shoppers read of a template, before it is written down and again before it is published. */
import type { TemplateBody } from '../../shared/coupons/coupon'
import { accept, type Outcome } from '../../shared/refusal'
import { admitShareText } from '../../shared/sharing/share-guard'
import { type Admitted, admitNewText } from '../runtime/new-texts'

/** Its texts, one a line: its title, what it gives, and the goods that it is for. */
export function textOfTemplate(body: TemplateBody): string {
  return fieldsOf(body)
    .map(([, text]) => text)
    .join('\n')
}

/** Refuses SHARE_RULE with the field. */
export function admitLawful(body: TemplateBody): Outcome<null> {
  for (const [field, text] of fieldsOf(body)) {
    const lawful = admitShareText(field, text)
    if (!lawful.ok) return lawful
  }
  return accept(null)
}

/** Asks WeChat too, once for all of them. Refuses SHARE_RULE and TEXT_RISKY. */
export async function admitTexts(body: TemplateBody): Promise<Outcome<Admitted>> {
  const lawful = admitLawful(body)
  return lawful.ok ? admitNewText('title', textOfTemplate(body)) : lawful
}

function fieldsOf(body: TemplateBody): readonly (readonly [field: string, text: string])[] {
  const things = 'thing' in body ? [['thing', body.thing] as const] : []
  const { categories } = body.limits
  const goods = categories.map((text, place) => [`limits.categories.${place}`, text] as const)
  return [['title', body.title], ...things, ...goods]
}
