/**
 * A cloud function for tests, beside those of the product: a room whose text may be held. Its
 * subject is a reward's document, `waitsFor` the held text that it would be published by.
 */
import {
  decideInTransaction,
  type HeldKind,
  type Verdict,
} from '../../cloudfunctions/moderation/decide-in-transaction'
import { holdInTransaction } from '../../cloudfunctions/moderation/hold-in-transaction'
import { textState } from '../../cloudfunctions/moderation/repository'
import { inTransaction } from '../../cloudfunctions/runtime/database'
import { accept, refuse } from '../../shared/refusal'

export type HeldEvent =
  | { readonly what: 'hold'; readonly heldId: string; readonly noteId: string; text: string }
  | { readonly what: 'state'; readonly noteId: string }
  | ({ readonly what: 'decide' } & Verdict)

interface Note {
  readonly title: string
  readonly waitsFor: string | null
}

const notes: HeldKind = {
  kind: 'note',
  textTitle: () => '留言',
  publish: async (tx, held) => {
    const note = await tx.get<Note>('rewards', held.subjectId)
    if (note?.waitsFor !== held._id) return false
    await tx.put('rewards', { ...note, title: held.text, waitsFor: null })
    return true
  },
  giveUp: async (tx, held) => {
    const note = await tx.get<Note>('rewards', held.subjectId)
    if (note?.waitsFor === held._id) await tx.put('rewards', { ...note, waitsFor: null })
  },
}

const staff = {
  _id: 'm'.repeat(32),
  displayName: '店长',
  stores: {},
  communityOwner: false,
  owner: false,
  codeFailures: { minute: 0, count: 0 },
}

/** What the platform calls. */
export async function main(event: HeldEvent): Promise<unknown> {
  const now = Date.now()
  if (event.what === 'state') return accept(await textState('note', event.noteId))
  if (event.what === 'hold') return hold(event, now)
  const { what: _what, ...wish } = event
  const context = { now, todayOn: '2026-03-10', staff }
  return inTransaction(async (tx) => {
    const outcome = await decideInTransaction(tx, [notes], { wish, context })
    return outcome.ok ? accept(outcome.value.decision) : outcome
  })
}

function hold(
  { heldId, noteId, text }: Extract<HeldEvent, { readonly what: 'hold' }>,
  at: number,
): Promise<unknown> {
  return inTransaction(async (tx) => {
    const note = await tx.get<Note>('rewards', noteId)
    if (!note) return refuse('REWARD_NOT_FOUND')
    const author = { authorId: 'a'.repeat(32), authorName: '林晓棠' }
    const subject = { kind: 'note', subjectId: noteId, field: 'title' }
    await holdInTransaction(tx, { heldId, text, at, ...subject, ...author })
    await tx.put('rewards', { ...note, waitsFor: heldId })
    return accept(null)
  })
}
