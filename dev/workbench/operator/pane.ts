import type { Place } from './address'

/** One tab of the operator's page. */
export interface Pane {
  readonly element: HTMLElement
  /** Shows the place that the address names; called when the pane opens and at every move. */
  go(place: Place): Promise<void>
  /** Asks for the newest figures. Rejects when the cloud does not answer. */
  refresh(): Promise<void>
  /** What a key means here; false when it means nothing. */
  press?(key: string): boolean
}

/** Changes the address; the pane that it names is told. */
export function moveTo(hash: string, { replace = false } = {}): void {
  if (hash === window.location.hash) return
  if (!replace) {
    window.location.hash = hash
    return
  }
  window.history.replaceState(null, '', hash)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}
