/** Texts that were held for a person: their collection, and how a subject's text stands. */
import type { HeldRow, HeldState } from '../../shared/contract/moderation'
import { command, findWhere, type Stored } from '../runtime/database'

export interface HeldTextDocument {
  /** Whose field it is: a row of the table of kinds, and the document's id. */
  readonly kind: string
  readonly subjectId: string
  readonly field: string
  readonly text: string
  readonly authorId: string
  readonly authorName: string
  readonly at: number
  readonly state: HeldState
  readonly decidedBy: string | null
  readonly decidedByName: string | null
  readonly decidedAt: number | null
  /** Why it was rejected, where the manager said so. */
  readonly reason: string | null
}
export type HeldText = Stored<HeldTextDocument>

/** How the newest text of a subject stands that was ever held. */
export interface TextState {
  readonly heldId: string
  readonly field: string
  readonly state: HeldState
  readonly at: number
  readonly reason: string | null
}

/** A page of what waits, the longest first. */
export function heldAfter(afterAt: number | null, limit: number): Promise<HeldText[]> {
  const later = afterAt === null ? {} : { at: command.gt(afterAt) }
  return findWhere<HeldTextDocument>(
    'held_texts',
    { state: 'held', ...later },
    { orderBy: ['at', 'asc'], limit },
  )
}

/** For the subject's owner room, with one call: null when nothing of it was ever held. */
export async function textState(kind: string, subjectId: string): Promise<TextState | null> {
  const [newest] = await findWhere<HeldTextDocument>(
    'held_texts',
    { kind, subjectId },
    { orderBy: ['at', 'desc'], limit: 1 },
  )
  if (!newest) return null
  const { _id: heldId, field, state, at, reason } = newest
  return { heldId, field, state, at, reason }
}

export function heldRowOf(held: HeldText): HeldRow {
  const { _id: heldId, kind, subjectId, field, text, authorName, at } = held
  return { heldId, kind, subjectId, field, text, authorName, at }
}
