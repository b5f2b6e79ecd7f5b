/** How the texts of a list stand that others read: nobody sees it before each is approved. */
import { createHash } from 'node:crypto'
import type { HeldState } from '../../shared/contract/moderation'
import type { ListPlan } from '../../shared/lists/list'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { admitShareText } from '../../shared/sharing/share-guard'
import { holdInTransaction } from '../moderation/hold-in-transaction'
import { checkText, type TextVerdict } from '../runtime/content-check'
import type { Transaction } from '../runtime/database'
import {
  type List,
  type ListReview,
  type ListTextField,
  listTextFields,
  type TextReview,
} from './list-document'

type Texts = Pick<ListPlan, 'title' | 'words' | 'items' | 'pickupPoints'>

/** What was said of the texts that are new; those that stay are not asked about again. */
export type Checks = Partial<Readonly<Record<ListTextField, TextVerdict>>> & {
  readonly pictures?: TextVerdict | 'asked'
}

/** One text a field: goods and places as they are read, one below the other. */
export function textsOf(plan: Texts): Readonly<Record<ListTextField, string>> {
  const { title, words, items, pickupPoints } = plan
  return {
    ...{ title, words },
    items: items.map(lineOfItem).join('\n'),
    pickupPoints: pickupPoints.map(lineOfPoint).join('\n'),
  }
}

/** Line by line of goods and places; title and words also together, as they are read. */
export function admitLawful(plan: Texts): Outcome<null> {
  const { title, words } = plan
  const both = [['title', title] as const, ['words', `${title}\n${words}`] as const]
  for (const [field, text] of [...both, ...linesOf(plan)]) {
    const lawful = admitShareText(field, text)
    if (!lawful.ok) return lawful
  }
  return accept(null)
}

/**
 * Checks what is not reviewed as it is. Refuses SHARE_RULE, and TEXT_RISKY with the field; of goods
 * and places with the one that it is.
 */
export async function checkTexts(list: List): Promise<Outcome<Checks>> {
  const lawful = admitLawful(list)
  if (!lawful.ok) return lawful
  const texts = textsOf(list)
  const fresh = listTextFields.filter((field) => !isReviewed(list.review, field, texts[field]))
  const verdicts = await Promise.all(fresh.map((field) => verdictOn(texts[field])))
  const risky = fresh.find((_field, place) => verdicts[place] === 'risky')
  if (risky) return refuse('TEXT_RISKY', { field: await riskyField(risky, list) })
  return accept(Object.fromEntries(fresh.map((field, place) => [field, verdicts[place]])))
}

/**
 * Holds what is unsure, in the transaction that publishes the list. Refuses UNDER_WAY when it was
 * changed between check and transaction.
 */
export async function reviewInTransaction(
  tx: Transaction,
  { list, checks }: { readonly list: List; readonly checks: Checks },
  context: Author,
): Promise<Outcome<ListReview>> {
  const texts = textsOf(list)
  const review: { -readonly [F in keyof ListReview]: ListReview[F] } = {}
  for (const field of listTextFields) {
    const text = texts[field]
    const check = checks[field]
    const isKnown = isReviewed(list.review, field, text)
    if (!isKnown && check === undefined) return refuse('UNDER_WAY')
    review[field] = list.review[field]
    if (isKnown || check === undefined) continue
    review[field] = await reviewed(tx, { list, field, text, check }, context)
  }
  const pictures = list.pictures.join('\n')
  const seen = { list, field: 'pictures', text: pictures } as const
  const check = checks.pictures ?? 'fine'
  review.pictures = isReviewed(list.review, 'pictures', pictures)
    ? list.review.pictures
    : await reviewed(tx, { ...seen, check }, context)
  return accept(review)
}

interface Looked {
  readonly list: List
  readonly field: keyof ListReview
  readonly text: string
  readonly check: TextVerdict | 'asked'
}

/** Whoever published it: a request, or the job that went on with it. */
export interface Author {
  readonly requestKey: string
  readonly now: number
  readonly authorId: string
  readonly authorName: string
}

/** Holds what a person must look at; of what WeChat still looks at nobody is asked yet. */
export async function reviewed(
  tx: Transaction,
  { list, field, text, check }: Looked,
  { requestKey, now: at, authorId, authorName }: Author,
): Promise<TextReview> {
  const heldId = check === 'unsure' ? `${requestKey}-${field}` : null
  if (heldId !== null) {
    const held = { heldId, kind: 'list', subjectId: list._id, field, text }
    await holdInTransaction(tx, { ...held, authorId, authorName, at })
  }
  return { of: hashOf(text), state: check === 'fine' ? 'approved' : 'held', heldId }
}

/** The worst of its texts and pictures. */
export function textStateOf(review: ListReview): HeldState {
  const states = Object.values(review).map(({ state }) => state)
  if (states.includes('rejected')) return 'rejected'
  return states.includes('held') ? 'held' : 'approved'
}

/** True of a text that was approved as it stands, and of pictures that are the same ones. */
function isReviewed(review: ListReview, field: keyof ListReview, text: string): boolean {
  const known = review[field]
  return known?.state === 'approved' && known.of === hashOf(text)
}

/** The one item or place whose text it is; the whole field where only all together are. */
async function riskyField(field: ListTextField, plan: Texts): Promise<string> {
  const lines = linesOf(plan).filter(([line]) => line.startsWith(field))
  const verdicts = await Promise.all(lines.map(([, text]) => verdictOn(text)))
  return lines[verdicts.indexOf('risky')]?.[0] ?? field
}

function linesOf({ items, pickupPoints }: Texts): readonly (readonly [string, string])[] {
  return [
    ...items.map((item, place) => [`items.${place}.name`, lineOfItem(item)] as const),
    ...pickupPoints.map(
      (point, place) => [`pickupPoints.${place}.name`, lineOfPoint(point)] as const,
    ),
  ]
}

/** The platform takes no empty text. */
async function verdictOn(text: string): Promise<TextVerdict> {
  return text === '' ? 'fine' : checkText(text, { scene: 'forum' })
}

function lineOfPoint({ name, hours }: ListPlan['pickupPoints'][number]): string {
  return `${name} ${hours}`.trim()
}

function lineOfItem({ name, spec, category }: ListPlan['items'][number]): string {
  return [name, spec, category].filter((part) => part !== null).join(' ')
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
