/** What managers write on a member for each other. Notes stay with the membership they are on. */
import type { MemberNoteView } from '../../shared/contract/member-desk'
import { MAX_MEMBER_NOTES } from '../../shared/limits'
import {
  command,
  countWhere,
  findWhere,
  getById,
  insertNew,
  type Stored,
  type Transaction,
} from '../runtime/database'
import type { Member } from '../runtime/people'

export interface MemberNoteDocument {
  readonly memberId: string
  readonly text: string
  readonly byId: string
  readonly byName: string
  readonly at: number
  /** Who took it off the page; it is kept for whoever asks later. */
  readonly removed: { readonly byId: string; readonly byName: string; readonly at: number } | null
  /** Of what was meant by the request. */
  readonly hash: string
}
export type MemberNote = Stored<MemberNoteDocument>

/** Those on her page, the newest first: also what stands on memberships that she took in. */
export function notesOf({ _id, tookIn = [] }: Pick<Member, '_id' | 'tookIn'>) {
  const filter = { memberId: command.in([_id, ...tookIn]), removed: null }
  const newest = { orderBy: ['at', 'desc'], limit: MAX_MEMBER_NOTES } as const
  return findWhere<MemberNoteDocument>('member_notes', filter, newest)
}

export function countNotes(memberId: string): Promise<number> {
  return countWhere('member_notes', { memberId, removed: null })
}

export function readNote(noteId: string, tx?: Transaction): Promise<MemberNote | null> {
  return tx
    ? tx.get<MemberNoteDocument>('member_notes', noteId)
    : getById<MemberNoteDocument>('member_notes', noteId)
}

/** Refuses ALREADY_THERE where the request was here before. */
export function insertNote(note: MemberNote) {
  return insertNew('member_notes', note)
}

export function saveNote(tx: Transaction, note: MemberNote): Promise<void> {
  return tx.put('member_notes', note)
}

export function noteViewOf({ _id: noteId, text, byName, at }: MemberNote): MemberNoteView {
  return { noteId, text, byName, at }
}
