import { MOST_TEMPLATES_ASKED, type PermitAnswer } from '@shared/messages/permit'
import type { TemplateKey } from '@shared/messages/template'
import { createStore } from 'zustand/vanilla'
import { api, type OutputAt } from '../api'
import { serverNow } from '../clock'
import { createReading } from '../reading'
import { newRequestId } from '../request-id'
import { type AskedTemplate, showPermitSheet } from './permit-sheet'

export type Permits = OutputAt<'messages.permits'>

/** What she allows still, and whether she may be asked for more. */
export const permitsStore = createReading('messages.permits')

/** A visit ends so long after she was asked: WeChat keeps a program for half an hour. */
const VISIT_MS = 30 * 60_000

interface Asking {
  /** When she was asked last, in this visit or one before. */
  readonly askedAt: number | null
  readonly isOpen: boolean
  /** What she was asked for last, and how many of them she allowed. */
  readonly last: { readonly keys: readonly TemplateKey[]; readonly acceptedCount: number } | null
}

export const askingStore = createStore<Asking>(() => ({ askedAt: null, isOpen: false, last: null }))

export function loadPermits(): Promise<void> {
  return permitsStore.getState().load({})
}

/** For those who offer something: what an earlier page was told is good enough. */
export async function knowPermits(): Promise<void> {
  if (permitsStore.getState().data === null) await loadPermits()
}

/** What of these could be asked for in one sheet: one line for each template, three at most. */
export function askable(permits: Permits | null, keys: readonly TemplateKey[]): AskedTemplate[] {
  const lines = new Map<string, AskedTemplate>()
  for (const { templateKey, title, templateId } of permits?.permits ?? []) {
    if (templateId === null || !keys.includes(templateKey) || lines.has(templateId)) continue
    lines.set(templateId, { templateKey, title, templateId })
  }
  return [...lines.values()].slice(0, MOST_TEMPLATES_ASKED)
}

/** True when we may offer it: once a visit, and not to somebody who said no lately. */
export function mayOffer(permits: Permits | null, askedAt: number | null, now: number): boolean {
  if (permits === null) return false
  const { askableFromAt } = permits
  if (askableFromAt !== null && askableFromAt > now) return false
  return askedAt === null || now - askedAt >= VISIT_MS
}

/**
 * Asks in a tap, and takes down what she said. The sheet comes first, before anything is awaited:
 * WeChat shows it to nobody else. True when there was a sheet.
 */
export async function askPermits(keys: readonly TemplateKey[]): Promise<boolean> {
  const asked = askable(permitsStore.getState().data, keys)
  if (asked.length === 0 || askingStore.getState().isOpen) return false
  askingStore.setState({ isOpen: true })
  const said = await showPermitSheet(asked)
  askingStore.setState({ isOpen: false })
  if (said === null) return false
  const answers: Partial<Record<TemplateKey, PermitAnswer>> = {}
  for (const { templateKey, templateId } of asked) {
    const answer = said[templateId]
    if (answer) answers[templateKey] = answer
  }
  const acceptedCount = Object.values(answers).filter((answer) => answer === 'accept').length
  askingStore.setState({ askedAt: serverNow(), last: { keys, acceptedCount } })
  if (Object.keys(answers).length > 0) {
    await api.call('messages.recordPermits', { answers }, { requestId: newRequestId() })
    await loadPermits()
  }
  return true
}
