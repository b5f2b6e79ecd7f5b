import type { memberDesk } from '../../shared/contract/member-desk'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { readNote, saveNote } from './note-document'

/**
 * Takes a note off a member's page; it stays among the documents with who took it off. Refuses
 * NOTE_NOT_FOUND, also for one that is off already, and SELF_SERVICE for one on herself.
 */
export const removeNote: UseCase<typeof memberDesk.removeNote> = ({ noteId }, context) => {
  type Removed = { noteId: string }
  return recorded<Removed>(context, { meaning: { noteId } }, ({ record }) =>
    inTransaction<Removed>(async (tx) => {
      const note = await readNote(noteId, tx)
      if (!note || note.removed) return refuse('NOTE_NOT_FOUND')
      if (note.memberId === context.memberId) return refuse('SELF_SERVICE')
      const { staff, now: at } = context
      const removed = { byId: staff._id, byName: staff.displayName, at }
      await saveNote(tx, { ...note, removed })
      await record(tx, { noteId })
      return accept({ noteId })
    }),
  )
}
