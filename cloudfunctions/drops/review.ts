/** How the texts of a drop stand that others read: nobody sees it before each is approved. */
import type { HeldState } from '../../shared/contract/moderation'
import type { DropPlan } from '../../shared/drops/drop'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { admitShareText } from '../../shared/sharing/share-guard'
import { holdInTransaction } from '../moderation/hold-in-transaction'
import type { StaffContext } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { type Admitted, admitNewText } from '../runtime/new-texts'
import { admitPublishedText } from '../runtime/published-texts'

export const textFields = ['title', 'terms'] as const
export type TextField = (typeof textFields)[number]
type Texts = Pick<DropPlan, TextField>

export interface FieldReview {
  readonly state: HeldState
  /** What it waits for, or was decided by; null for a text that nobody had to look at. */
  readonly heldId: string | null
}
export type Review = Readonly<Record<TextField, FieldReview>>

interface Reviewed extends Texts {
  readonly review: Review
  /** Its title is read with them. */
  readonly template: { readonly title: string }
}

/** What was said of the texts that are new; those that stay are not asked about again. */
export type Checks = Partial<Readonly<Record<TextField, Admitted>>>

/** What of a drop's document says how its texts stand. */
export function standingOf(review: Review) {
  return { review, isPublished: textFields.every((field) => review[field].state === 'approved') }
}

/** For those who plan it: the worst of its texts, as the platform's rules of today see them. */
export function textStateOf(drop: Reviewed): HeldState {
  const states = textFields.map((field) => drop.review[field].state)
  if (states.includes('rejected') || !isLawful(drop)) return 'rejected'
  return states.includes('held') ? 'held' : 'approved'
}

/** May others see it? The rules may have changed since it was saved. */
export function isPublic(drop: Reviewed): boolean {
  return textStateOf(drop) === 'approved'
}

function isLawful({ title, terms, template }: Texts & Pick<Reviewed, 'template'>): boolean {
  return [title, terms, togetherOf({ title, terms }), template.title].every(
    (text) => admitPublishedText('terms', text).ok,
  )
}

/** As they are read: what one of them asks for the other may promise to pay. */
function togetherOf({ title, terms }: Texts): string {
  return `${title}\n${terms}`
}

/**
 * Checks what is not in `before` already, and by the rules on sharing what both say together.
 * Refuses SHARE_RULE and TEXT_RISKY.
 */
export async function checkTexts(plan: Texts, before: Texts | null): Promise<Outcome<Checks>> {
  const fresh = textFields.filter((field) => before?.[field] !== plan[field])
  const admitted = await Promise.all(fresh.map((field) => admitNewText(field, plan[field])))
  const refused = admitted.find((each) => !each.ok)
  if (refused && !refused.ok) return refused
  const together = fresh.length === 0 ? accept(null) : admitShareText('terms', togetherOf(plan))
  if (!together.ok) return together
  const verdicts = admitted.flatMap((each) => (each.ok ? [each.value] : []))
  return accept(Object.fromEntries(fresh.map((field, place) => [field, verdicts[place]])))
}

interface Reviewing {
  readonly dropId: string
  readonly plan: Texts
  readonly before: Reviewed | null
  readonly checks: Checks
}

/**
 * Holds what is unsure, in the transaction that writes the drop. A text that stays keeps what was
 * decided about it. Refuses UNDER_WAY when another change came between check and transaction.
 */
export async function reviewInTransaction(
  tx: Transaction,
  { dropId, plan, before, checks }: Reviewing,
  context: StaffContext,
): Promise<Outcome<Review>> {
  const review: Partial<Record<TextField, FieldReview>> = {}
  for (const field of textFields) {
    if (before?.[field] === plan[field]) {
      review[field] = before.review[field]
      continue
    }
    const check = checks[field]
    if (check === undefined) return refuse('UNDER_WAY')
    const heldId = check === 'fine' ? null : `${context.requestKey}-${field}`
    review[field] = { state: heldId === null ? 'approved' : 'held', heldId }
    if (heldId === null) continue
    const { memberId: authorId, now: at, staff } = context
    const subject = { kind: 'drop', subjectId: dropId, field, text: plan[field] }
    const author = { authorId, authorName: staff.displayName }
    await holdInTransaction(tx, { heldId, ...subject, ...author, at })
  }
  const { title, terms } = review
  return title && terms ? accept({ title, terms }) : refuse('UNDER_WAY')
}
