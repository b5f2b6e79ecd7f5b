import type { CollectionIndex } from '../../../cloudfunctions/runtime/collections'
import { addEntries, createIndex, type DeclaredIndex, removeEntries } from './declared-index'
import type { Document } from './document'

/** A committed state of a document; null from the moment it was removed. */
export interface Version {
  readonly at: number
  readonly document: Document | null
}

/** A collection's committed documents, each with the versions that an open snapshot may need. */
export interface CollectionData {
  readonly name: string
  /** Oldest version first. */
  readonly chains: Map<string, Version[]>
  readonly indexes: readonly DeclaredIndex[]
  /** Documents with more than one version, to be thinned out when snapshots end. */
  readonly aged: Set<string>
}

const idIndex: CollectionIndex = { name: '_id_', fields: [['_id', 1]], unique: true }

export function createCollection(
  name: string,
  declared: readonly CollectionIndex[],
): CollectionData {
  const indexes = [idIndex, ...declared].map(createIndex)
  return { name, chains: new Map(), indexes, aged: new Set() }
}

/** What a reader sees whose snapshot was taken at `asOf`; the newest state without one. */
export function visibleDocument(
  collection: CollectionData,
  key: string,
  asOf = Number.POSITIVE_INFINITY,
): Document | null {
  const chain = collection.chains.get(key)
  if (chain === undefined) return null
  for (let position = chain.length - 1; position >= 0; position -= 1) {
    const version = chain[position]
    if (version !== undefined && version.at <= asOf) return version.document
  }
  return null
}

/** When a document was last changed; 0 when it was never there. */
export function lastChangedAt(collection: CollectionData, key: string): number {
  return collection.chains.get(key)?.at(-1)?.at ?? 0
}

export function appendVersion(collection: CollectionData, key: string, version: Version): void {
  const chain = collection.chains.get(key)
  if (chain === undefined) collection.chains.set(key, [version])
  else chain.push(version)
  if (version.document !== null) {
    for (const index of collection.indexes) addEntries(index, key, version.document)
  }
  if (chain !== undefined || version.document === null) collection.aged.add(key)
}

/** Drops the versions that no snapshot at or after `oldest` can see. */
export function thinOut(collection: CollectionData, oldest: number): void {
  for (const key of collection.aged) {
    const chain = collection.chains.get(key) ?? []
    let first = chain.length - 1
    while (first > 0 && (chain[first]?.at ?? 0) > oldest) first -= 1
    const gone = chain.splice(0, Math.max(first, 0))
    dropEntries(collection, key, { gone, staying: chain })
    const only = chain.length === 1 ? chain[0] : undefined
    if (only !== undefined && only.document === null && only.at <= oldest) {
      collection.chains.delete(key)
      collection.aged.delete(key)
    } else if (only !== undefined && only.document !== null) {
      collection.aged.delete(key)
    }
  }
}

function dropEntries(
  collection: CollectionData,
  key: string,
  versions: { gone: readonly Version[]; staying: readonly Version[] },
): void {
  const staying = versions.staying
    .map(({ document }) => document)
    .filter((document) => document !== null)
  for (const { document } of versions.gone) {
    if (document === null) continue
    for (const index of collection.indexes) {
      removeEntries(index, key, { gone: document, staying })
    }
  }
}
