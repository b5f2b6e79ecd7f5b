import type { OutputAt } from '../api'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type ShownMember = OutputAt<'members.show'>

export const memberStore = createReading('members.show')
export const addNoteStore = createSubmission('members.addNote')
export const removeNoteStore = createSubmission('members.removeNote')

/** Each look is kept by the server: the page asks when it opens and when it is pulled. */
export function loadMember(memberNumber: string): Promise<void> {
  return memberStore.getState().load({ memberNumber })
}

export function forgetMember(): void {
  memberStore.setState(memberStore.getInitialState())
  addNoteStore.getState().close()
  removeNoteStore.getState().close()
}

/** True when it was written: it then stands at the head of her notes. */
export async function addNote(text: string): Promise<boolean> {
  const shown = memberStore.getState().data
  if (shown === null) return false
  const { open, send } = addNoteStore.getState()
  open({ memberId: shown.memberId, text })
  await send()
  const { answer } = addNoteStore.getState()
  if (answer === null) return false
  changeNotes((notes) => [answer, ...notes])
  return true
}

/** True when it is off the page. */
export async function removeNote(noteId: string): Promise<boolean> {
  const { open, send } = removeNoteStore.getState()
  open({ noteId })
  await send()
  if (removeNoteStore.getState().answer === null) return false
  changeNotes((notes) => notes.filter((note) => note.noteId !== noteId))
  return true
}

function changeNotes(turn: (notes: ShownMember['notes']) => ShownMember['notes']): void {
  const { data, put } = memberStore.getState()
  if (data) put({ ...data, notes: turn(data.notes) })
}
