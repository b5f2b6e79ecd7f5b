import { createStore } from 'zustand/vanilla'
import type { InputAt, OutputAt } from '../api'
import { api } from '../api'
import { createSubmission } from '../submission'

export type ReadText = OutputAt<'lists.readText'>
export type TakenEntry = InputAt<'lists.takeText'>['entries'][number]

interface Paste {
  readonly text: string
  readonly reading: boolean
  readonly refused: string | null
  readonly read: ReadText | null
  /** Doubts that have an answer, in their order: an entry, or null where it is left out. */
  readonly answers: readonly (TakenEntry | null)[]
}

const nothing: Paste = {
  ...{ text: '', reading: false, refused: null, read: null, answers: [] },
}

export const pasteStore = createStore<Paste>(() => nothing)
export const takeTextStore = createSubmission('lists.takeText')

export function beginPaste(): void {
  pasteStore.setState(nothing)
  takeTextStore.getState().close()
}

export function typeText(text: string): void {
  pasteStore.setState({ text, refused: null })
}

/** Reads the message; nothing is written by it. */
export async function readText(listId: string): Promise<void> {
  const { text, reading } = pasteStore.getState()
  if (reading || text.trim() === '') return
  pasteStore.setState({ reading: true, refused: null })
  const reply = await api.call('lists.readText', { listId, text })
  if (!reply.ok) {
    pasteStore.setState({ reading: false, refused: reply.message })
    return
  }
  pasteStore.setState({ reading: false, read: reply.value, answers: [] })
}

/** The doubt that is asked now; null: all have an answer. */
export function openDoubt({ read, answers }: Paste): ReadText['doubts'][number] | null {
  return read?.doubts[answers.length] ?? null
}

export function answerDoubt(answer: TakenEntry | null): void {
  pasteStore.setState({ answers: [...pasteStore.getState().answers, answer] })
}

/** What is new or changed, with what was told of the doubts: what will be taken. */
export function toTake({ read, answers }: Paste): readonly TakenEntry[] {
  const told = answers.filter((answer) => answer !== null)
  const fresh = (read?.entries ?? []).filter(({ seen }) => seen !== 'known')
  const plain = fresh.map(({ number, name, lines, remark }) => ({ number, name, lines, remark }))
  return [...plain, ...told]
}

export async function takeText(listId: string): Promise<void> {
  const entries = toTake(pasteStore.getState())
  takeTextStore.getState().open({ listId, entries: [...entries] })
  await takeTextStore.getState().send()
}
