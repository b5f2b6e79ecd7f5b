import { createStore } from 'zustand/vanilla'
import { api, type OutputAt } from '../api'
import { serverNow } from '../clock'
import { groupEntry } from '../group-entry'
import { createReading } from '../reading'
import { askingStore, askPermits, mayOffer, permitsStore } from '../session/permits.store'
import { createSubmission } from '../submission'

export type DropShown = OutputAt<'drops.show'>

export const dropStore = createReading('drops.show', { group: true })

export const claimStore = createSubmission('drops.claim', { group: true })

export const remindStore = createSubmission('drops.remindMe')

export const acceptStore = createSubmission('communities.acceptRules')

/** The rules of the community whose card she came by; null while there is nothing to accept. */
interface Rules {
  readonly communityId: string
  readonly name: string
  readonly version: number
  readonly text: string
}

interface Entering {
  readonly rules: Rules | null
  /** The open of this card was counted. */
  readonly hasEntered: boolean
}

export const rulesStore = createStore<Entering>(() => ({ rules: null, hasEntered: false }))

/** Opens a drop: nothing of another one is shown meanwhile, and from here on it is one claim. */
export function beginDrop(dropId: string): void {
  dropStore.setState(dropStore.getInitialState())
  rulesStore.setState(rulesStore.getInitialState())
  acceptStore.getState().close()
  claimStore.getState().open({ dropId })
}

export function loadDrop(dropId: string): Promise<void> {
  return dropStore.getState().load({ dropId })
}

/**
 * Her wish to be told before it opens, once; WeChat's sheet comes first, since it wants the tap.
 * Whatever she says to it, the message will be in her inbox.
 */
export async function remindOfDrop(dropId: string): Promise<void> {
  if (remindStore.getState().sending) return
  remindStore.getState().open({ dropId })
  const { data } = permitsStore.getState()
  if (mayOffer(data, askingStore.getState().askedAt, serverNow())) await askPermits(['drop'])
  await remindStore.getState().send()
  await loadDrop(dropId)
}

/** Claims, and looks at what that made of the drop. */
export async function claimDrop(dropId: string): Promise<void> {
  await claimStore.getState().send()
  await loadDrop(dropId)
}

/** Counts the open of the card, and asks for her yes to rules that she has not seen yet. */
export async function enterByCard(): Promise<void> {
  if (rulesStore.getState().hasEntered || (await groupEntry()) === null) return
  const reply = await api.call('communities.enter', {}, { group: true })
  // Whoever is not a member yet enters once she has joined; the drop shows without it.
  if (!reply.ok) return
  rulesStore.setState({ hasEntered: true })
  const { communityId, name, rulesToAccept } = reply.value
  if (communityId === null || rulesToAccept === null) return
  const { version } = rulesToAccept
  rulesStore.setState({ rules: { communityId, name: name ?? '社群', ...rulesToAccept } })
  acceptStore.getState().open({ communityId, version })
}

/** Her yes; without an answer the sheet stays and says so. */
export async function acceptRules(): Promise<void> {
  await acceptStore.getState().send()
  if (acceptStore.getState().answer) closeRules()
}

/** Not now: they are shown again when she comes by a card the next time. */
export function closeRules(): void {
  rulesStore.setState({ rules: null })
}
