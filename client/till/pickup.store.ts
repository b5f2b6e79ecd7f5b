import { createStore } from 'zustand/vanilla'
import { api, type OutputAt } from '../api'
import type { Trouble } from '../reading'
import { createSubmission } from '../submission'

export type Waiting = OutputAt<'lists.waiting'>
export type WaitingLine = Waiting['lines'][number]

/** By what she is known: her scan's ticket, the code of one pick-up, or that of her proxy. */
export type Shown = { ticket: string } | { pickupCode: string } | { proxyCode: string }

interface Desk {
  readonly shown: Shown | null
  readonly data: Waiting | null
  readonly loading: boolean
  readonly trouble: Trouble | null
  /** Lines that are handed over now, as `entry/item`; all that can be, at first. */
  readonly ticked: readonly string[]
}

const nothing: Desk = { shown: null, data: null, loading: false, trouble: null, ticked: [] }

export const pickupDeskStore = createStore<Desk>(() => nothing)
export const handOverStore = createSubmission('lists.handOver')
export const weighStore = createSubmission('lists.weigh')

/** Begins with whoever stands there: of the one before nothing is shown. */
export function beginPickup(shown: Shown): Promise<void> {
  handOverStore.getState().close()
  weighStore.getState().close()
  pickupDeskStore.setState({ ...nothing, shown })
  return loadWaiting()
}

export async function loadWaiting(): Promise<void> {
  const { shown, data } = pickupDeskStore.getState()
  if (shown === null) return
  pickupDeskStore.setState({ loading: true })
  const reply = await api.call('lists.waiting', shown)
  if (pickupDeskStore.getState().shown !== shown) return
  if (!reply.ok) {
    const trouble = { code: reply.code, message: reply.message }
    pickupDeskStore.setState({ loading: false, trouble })
    return
  }
  const { lines } = reply.value
  const known = new Set(data?.lines.filter(isReady).map(keyOf))
  const { ticked } = pickupDeskStore.getState()
  // What staff left out stays out; what was weighed meanwhile goes with the rest.
  const goes = (line: WaitingLine) => !known.has(keyOf(line)) || ticked.includes(keyOf(line))
  pickupDeskStore.setState({
    data: reply.value,
    loading: false,
    trouble: null,
    ticked: lines.filter((line) => isReady(line) && goes(line)).map(keyOf),
  })
}

/** Weighed goods are handed over once they are weighed. */
export function isReady({ unit, grams }: WaitingLine): boolean {
  return unit === 'piece' || grams !== null
}

export function keyOf({ entryId, itemId }: Pick<WaitingLine, 'entryId' | 'itemId'>): string {
  return `${entryId}/${itemId}`
}

export function tick(line: WaitingLine): void {
  const { ticked } = pickupDeskStore.getState()
  const key = keyOf(line)
  const others = ticked.filter((each) => each !== key)
  pickupDeskStore.setState({ ticked: others.length < ticked.length ? others : [...ticked, key] })
}

/**
 * What is taken in now: all of an entry is paid with its first line, also what she leaves for
 * later.
 */
export function dueNow(lines: readonly WaitingLine[], ticked: readonly string[]): number {
  const entries = new Set(lines.filter((line) => ticked.includes(keyOf(line))).map(idOf))
  return lines
    .filter(({ entryId }) => entries.has(entryId))
    .reduce((sum, { dueFen }) => sum + dueFen, 0)
}

/** Of the entries that are handed over, lines that have to be weighed before. */
export function unweighed(
  lines: readonly WaitingLine[],
  ticked: readonly string[],
): readonly WaitingLine[] {
  const entries = new Set(lines.filter((line) => ticked.includes(keyOf(line))).map(idOf))
  return lines.filter((line) => entries.has(line.entryId) && !isReady(line))
}

export async function handOver(): Promise<void> {
  const { shown, data, ticked } = pickupDeskStore.getState()
  if (shown === null || data === null || handOverStore.getState().sending) return
  const lines = data.lines
    .filter((line) => ticked.includes(keyOf(line)))
    .map(({ entryId, itemId, quantity }) => ({ entryId, itemId, quantity }))
  handOverStore.getState().open({ ...shown, lines })
  await handOverStore.getState().send()
}

export async function weigh(line: WaitingLine, grams: number): Promise<void> {
  const { entryId, itemId } = line
  if (weighStore.getState().sending) return
  weighStore.getState().open({ entryId, itemId, grams })
  await weighStore.getState().send()
  if (weighStore.getState().answer) await loadWaiting()
}

function idOf({ entryId }: WaitingLine): string {
  return entryId
}
