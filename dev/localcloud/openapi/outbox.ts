import type { Store } from '../engine/store'

/** One request to WeChat's open interface or to its payments, and what it was answered. */
export interface OutboxEntry {
  /** Counts from 1 and never again: ask for what came after the last one seen. */
  readonly id: number
  readonly at: string
  readonly api: string
  /** The function that asked; absent when another program did. */
  readonly from?: { readonly function: string; readonly requestId: string }
  /** Whom it concerns, where the request names somebody. */
  readonly openid?: string
  readonly request: unknown
  readonly answer: unknown
}

export interface Outbox {
  /** Resolves when the entry is safe on the disk. */
  record(entry: Omit<OutboxEntry, 'id'>): Promise<void>
  /** What came after an id, oldest first. */
  after(id: number): OutboxEntry[]
}

const mostEntries = 1000
const mostRequestBytes = 16 * 1024

/** Opens the outbox of a data folder, which remembers its newest 1,000 entries. */
export function openOutbox(store: Store): Outbox {
  const entries = readEntries(store)
  let lastId = entries.at(-1)?.id ?? 0
  return {
    async record(entry) {
      lastId += 1
      const kept: OutboxEntry = { id: lastId, ...entry, request: bounded(entry.request) }
      entries.push(kept)
      if (entries.length > mostEntries) entries.shift()
      // A ring of facts: a new entry costs one small write, however many there are.
      await store.writeFact(factOf(lastId), JSON.stringify(kept))
    },
    after: (id) => entries.filter((entry) => entry.id > id),
  }
}

function readEntries(store: Store): OutboxEntry[] {
  const found: OutboxEntry[] = []
  for (let place = 0; place < mostEntries; place += 1) {
    const text = store.readFact(factOf(place))
    // Parse edge: only this file writes these facts.
    if (text !== undefined) found.push(JSON.parse(text) as OutboxEntry)
  }
  return found.sort((one, other) => one.id - other.id)
}

function factOf(id: number): string {
  return `outbox:${id % mostEntries}`
}

/** Files and long texts are told of, not kept. */
function bounded(request: unknown): unknown {
  const text = JSON.stringify(request, (_key, value: unknown) => withoutBytes(value))
  if (text === undefined) return null
  if (text.length <= mostRequestBytes) return JSON.parse(text)
  return { tooLongBy: text.length - mostRequestBytes, begins: text.slice(0, 1024) }
}

/** By the time that a replacer sees a buffer it is `{type: 'Buffer', data}`. */
function withoutBytes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (!('type' in value) || value.type !== 'Buffer' || !('data' in value)) return value
  return Array.isArray(value.data) ? `${value.data.length} bytes` : value
}
