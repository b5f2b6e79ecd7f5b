import { createStore } from 'zustand/vanilla'
import { api } from '../api'
import { keep, kept } from '../cache'
import { serverNow } from '../clock'
import { refusedText } from '../parts/refused-text'
import type { Trouble } from '../reading'
import { createSubmission } from '../submission'
import { emptyPlan, formOf, type PlanForm, planOf } from './plan-form'

/** `phone`: not whole yet, so it stays on this phone alone. */
export type Saved = 'untouched' | 'changed' | 'saving' | 'saved' | 'phone' | 'failed'

interface Draft {
  /** Null before its first save. */
  readonly listId: string | null
  readonly form: PlanForm | null
  readonly saved: Saved
  /** Why it could not be saved, in words for its owner. */
  readonly problem: string | null
  /** Why a draft could not be opened. */
  readonly trouble: Trouble | null
}

/** Of a new list, and of each draft that was changed and is not whole again. */
const keptAs = (listId: string | null) => (listId === null ? 'list-draft' : `list-draft:${listId}`)
const SAVE_PAUSE_MS = 1_200

const nothing: Draft = {
  ...{ listId: null, form: null, saved: 'untouched', problem: null, trouble: null },
}

export const draftStore = createStore<Draft>(() => nothing)

const createListStore = createSubmission('lists.create')
const saveListStore = createSubmission('lists.save')

/** A new list: with what was typed on this phone before, if it never became a draft. */
export function beginDraft(stores: readonly { storeId: string; name: string }[]): void {
  const form = kept<PlanForm>(keptAs(null))
  const saved = form === null ? 'untouched' : 'phone'
  draftStore.setState({ ...nothing, form: form ?? emptyPlan(stores, serverNow()), saved })
}

/**
 * A draft that is there already, to go on with it: with what was typed on this phone since, as long
 * as that could not be saved.
 */
export async function openDraft(listId: string): Promise<void> {
  clearTimeout(timer)
  draftStore.setState({ ...nothing, listId })
  const reply = await api.call('lists.draft', { listId })
  if (draftStore.getState().listId !== listId) return
  if (!reply.ok) {
    draftStore.setState({ trouble: { code: reply.code, message: reply.message } })
    return
  }
  const typed = kept<PlanForm>(keptAs(listId))
  const form = typed ?? formOf(reply.value.plan)
  draftStore.setState({ form, saved: typed === null ? 'saved' : 'phone' })
}

let timer: ReturnType<typeof setTimeout> | undefined

/** Takes down what was typed, and saves it once the typing pauses. */
export function type(part: Partial<PlanForm>): void {
  const { form } = draftStore.getState()
  if (form === null) return
  draftStore.setState({ form: { ...form, ...part }, saved: 'changed' })
  clearTimeout(timer)
  timer = setTimeout(saveDraft, SAVE_PAUSE_MS)
}

/** Saves what stands there now; while one save is under way the next one waits for it. */
export async function saveDraft(): Promise<void> {
  clearTimeout(timer)
  const { form, listId, saved } = draftStore.getState()
  if (form === null || saved === 'saving' || saved === 'saved' || saved === 'untouched') return
  const plan = planOf(form, serverNow())
  if (plan === null) {
    keep(keptAs(listId), form)
    draftStore.setState({ saved: 'phone', problem: null })
    return
  }
  draftStore.setState({ saved: 'saving', problem: null })
  const madeId = listId === null ? await created(plan) : await resaved({ listId, ...plan })
  // What the server did not take is there again when she comes back.
  keep(keptAs(listId), madeId === null ? form : null)
  if (draftStore.getState().form !== form) {
    // More was typed meanwhile.
    draftStore.setState({ listId: madeId ?? listId, saved: 'changed' })
    await saveDraft()
    return
  }
  if (madeId === null) draftStore.setState({ saved: 'failed' })
  else draftStore.setState({ listId: madeId, saved: 'saved' })
}

/** Its id; null when it was refused. */
async function created(plan: NonNullable<ReturnType<typeof planOf>>): Promise<string | null> {
  createListStore.getState().open(plan)
  await createListStore.getState().send()
  const { answer, refused } = createListStore.getState()
  if (refused) draftStore.setState({ problem: refusedText(refused) })
  return answer?.listId ?? null
}

async function resaved(
  plan: NonNullable<ReturnType<typeof planOf>> & { listId: string },
): Promise<string | null> {
  saveListStore.getState().open(plan)
  await saveListStore.getState().send()
  const { answer, refused } = saveListStore.getState()
  if (refused) draftStore.setState({ problem: refusedText(refused) })
  return answer?.listId ?? null
}
