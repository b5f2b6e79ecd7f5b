import type { MemberNoteView, memberDesk } from '../../shared/contract/member-desk'
import { MAX_MEMBER_NOTES } from '../../shared/limits'
import { accept, refuse } from '../../shared/refusal'
import { readMember } from '../runtime/caller'
import type { UseCase } from '../runtime/context'
import { recorded } from '../runtime/once'
import { countNotes, insertNote, noteViewOf, readNote } from './note-document'

/**
 * Writes a note on a member, with its author; she does not read it. A full page is no book: two
 * notes at once may both be the last. Refuses MEMBER_NOT_FOUND, SELF_SERVICE, NOTES_FULL.
 */
export const addNote: UseCase<typeof memberDesk.addNote> = ({ memberId, text }, context) => {
  const { requestKey: _id, staff, now: at } = context
  const find = async () => {
    const note = await readNote(_id)
    return note && { request: { hash: note.hash, answer: noteViewOf(note) } }
  }
  const meaning = { memberId, text }
  return recorded<MemberNoteView>(context, { meaning, find }, async ({ hash }) => {
    if (memberId === context.memberId) return refuse('SELF_SERVICE')
    if (!(await readMember(memberId))) return refuse('MEMBER_NOT_FOUND')
    if ((await countNotes(memberId)) >= MAX_MEMBER_NOTES) return refuse('NOTES_FULL')
    const by = { byId: staff._id, byName: staff.displayName, at }
    const note = { _id, memberId, text, ...by, removed: null, hash }
    const inserted = await insertNote(note)
    return inserted.ok ? accept(noteViewOf(note)) : inserted
  })
}
