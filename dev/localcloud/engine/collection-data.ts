import type { CollectionIndex } from '../declarations'
import {
  addEntries,
  createIndex,
  type DeclaredIndex,
  haveSameEntries,
  mergeEntries,
  removeEntries,
} from './declared-index'
import type { Document } from './document'

/** A committed state of a document; null from the moment it was removed. */
export interface Version {
  readonly at: number
  readonly document: Document | null
  /** What it was before, as long as somebody may still look at that. */
  older: Version | undefined
}

/** A collection's committed documents: the newest version of each, and behind it older ones. */
export interface CollectionData {
  readonly name: string
  readonly chains: Map<string, Version>
  readonly indexes: readonly DeclaredIndex[]
  /** Fields that hold places or nothing, and that may be asked for nearness. */
  readonly placeIndexes: readonly string[]
}

const idIndex: CollectionIndex = { name: '_id_', fields: [['_id', 1]], unique: true }

/** "Maximum number of indexes in a single collection", that of `_id` included. */
const mostIndexes = 20

export function createCollection(
  name: string,
  declared: readonly CollectionIndex[],
  placeIndexes: readonly string[] = [],
): CollectionData {
  const count = declared.length + placeIndexes.length
  if (count >= mostIndexes) {
    throw new Error(`${name} declares ${count} indexes; with _id's ${mostIndexes} fit`)
  }
  const indexes = [idIndex, ...declared].map(createIndex)
  return { name, chains: new Map(), indexes, placeIndexes }
}

/** What a reader sees whose snapshot was taken at `asOf`; the newest state without one. */
export function visibleDocument(
  collection: CollectionData,
  key: string,
  asOf = Number.POSITIVE_INFINITY,
): Document | null {
  let version = collection.chains.get(key)
  while (version !== undefined && version.at > asOf) version = version.older
  return version?.document ?? null
}

/** When a document was last changed; 0 when it was never there. */
export function lastChangedAt(collection: CollectionData, key: string): number {
  return collection.chains.get(key)?.at ?? 0
}

/** Adds a document's newest state; what it replaces stays behind it until it is dropped. */
export function appendVersion(
  collection: CollectionData,
  key: string,
  state: { at: number; document: Document | null },
): Version {
  const older = collection.chains.get(key)
  const version = { ...state, older }
  collection.chains.set(key, version)
  if (version.document === null) return version
  for (const index of collection.indexes) {
    // What an update leaves as it was has its entries already, as long as the older one is kept.
    const known = older?.document ?? undefined
    if (known === undefined || !haveSameEntries(index, known, version.document)) {
      addEntries(index, key, version.document)
    }
  }
  return version
}

/** Forgets one version of a document, and the index entries that no other version of it has. */
export function dropVersion(collection: CollectionData, key: string, gone: Version): void {
  const staying: Document[] = []
  let newer: Version | undefined
  for (let one = collection.chains.get(key); one !== undefined; one = one.older) {
    if (one.older === gone) newer = one
    if (one !== gone && one.document !== null) staying.push(one.document)
  }
  if (newer !== undefined) newer.older = gone.older
  else if (gone.older !== undefined) collection.chains.set(key, gone.older)
  else collection.chains.delete(key)
  const { document } = gone
  if (document === null) return
  for (const index of collection.indexes) removeEntries(index, key, { gone: document, staying })
}

/** Documents that are not there yet, all at once: each index is sorted once at the end. */
export function fillCollection(
  collection: CollectionData,
  at: number,
  documents: readonly (readonly [key: string, document: Document])[],
): void {
  const { chains } = collection
  for (const [key, document] of documents) {
    chains.set(key, { at, document, older: chains.get(key) })
  }
  for (const index of collection.indexes) mergeEntries(index, documents)
}
