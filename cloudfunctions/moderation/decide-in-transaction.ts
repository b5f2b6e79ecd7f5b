import type { HeldDecision } from '../../shared/contract/moderation'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { StaffContext } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import type { HeldText, HeldTextDocument } from './repository'

/** One row of the table of kinds: how a text gets into what it belongs to. */
export interface HeldKind {
  readonly kind: string
  /** What its author calls it, when she is told what became of it. */
  readonly textTitle: (held: HeldText) => string
  /**
   * Writes the text into its subject. False when the subject no longer waits for this one: its
   * author wrote another, or it is gone.
   */
  readonly publish: (tx: Transaction, held: HeldText, at: Deciding) => Promise<boolean>
  /** The subject waits no longer; it keeps what it had before. */
  readonly giveUp: (tx: Transaction, held: HeldText, at: Deciding) => Promise<void>
}

/** What was decided, about which text. */
export interface Decided {
  readonly decision: HeldDecision
  readonly held: HeldText
  /** Null for a kind that nobody knows any more. */
  readonly textTitle: string | null
}

export type Deciding = Pick<StaffContext, 'now' | 'todayOn' | 'staff'>

export interface Verdict {
  readonly heldId: string
  readonly verdict: 'approve' | 'reject'
  readonly reason: string | null
}

/**
 * Decides in the caller's transaction: the decision and what it does to the subject stand together
 * or not at all. Refuses HELD_NOT_FOUND, HELD_DECIDED with how, and HELD_CHANGED when the subject
 * no longer waits for this text.
 */
export async function decideInTransaction(
  tx: Transaction,
  kinds: readonly HeldKind[],
  { wish, context }: { readonly wish: Verdict; readonly context: Deciding },
): Promise<Outcome<Decided>> {
  const { heldId, verdict, reason } = wish
  const held = await tx.get<HeldTextDocument>('held_texts', heldId)
  if (!held) return refuse('HELD_NOT_FOUND')
  if (held.state !== 'held') return refuse('HELD_DECIDED', { state: held.state })
  const kind = kinds.find((each) => each.kind === held.kind)
  const isApproved = verdict === 'approve'
  // Nothing can be published into what nobody knows; to reject it needs nobody.
  if (isApproved && !kind) return refuse('HELD_NOT_FOUND', { kind: held.kind })
  if (isApproved && kind && !(await kind.publish(tx, held, context))) return refuse('HELD_CHANGED')
  if (!isApproved) await kind?.giveUp(tx, held, context)
  const { now: decidedAt, staff } = context
  const state = isApproved ? 'approved' : 'rejected'
  const decidedByName = staff.displayName
  const decided = {
    ...held,
    state,
    decidedBy: staff._id,
    decidedByName,
    decidedAt,
    reason,
  } as const
  await tx.put('held_texts', decided)
  const decision = { heldId, state, decidedByName, decidedAt } as const
  return accept({ decision, held: decided, textTitle: kind?.textTitle(held) ?? null })
}
