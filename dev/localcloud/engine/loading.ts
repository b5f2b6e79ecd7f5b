import { duplicateKey, transactionConflict } from '../platform-error'
import { type CollectionData, fillCollection, visibleDocument } from './collection-data'
import { type DeclaredIndex, findTwin, hasEntry, newEntries } from './declared-index'
import { type Document, documentKey, type Value } from './document'
import { collectionOf, type EngineState } from './engine-state'
import { flushWrites, settleWrites } from './flush'
import { shown } from './write-locks'

/** Takes many new documents at once: checked first, then each index is sorted once. */
export async function loadDocuments(
  state: EngineState,
  name: string,
  documents: readonly Document[],
): Promise<void> {
  await settleWrites(state)
  // Parallel transactions would have to be told of every one of them.
  if (state.transactions.open.size > 0) throw transactionConflict()
  const collection = collectionOf(state, name)
  const loaded = documents.map((document) => [documentKey(document._id), document] as const)
  refuseKnownIds(collection, loaded)
  for (const index of collection.indexes) refuseTwins(collection, index, loaded)
  state.version += 1
  const at = state.version
  fillCollection(collection, at, loaded)
  for (const [key] of loaded) state.journal.push({ at, collection, key })
  await flushWrites(
    state,
    loaded.map(([key, document]) => ({ collection: name, key, document })),
  )
}

type Loaded = readonly (readonly [key: string, document: Document])[]

function refuseKnownIds(collection: CollectionData, loaded: Loaded): void {
  const seen = new Set<string>()
  for (const [key, { _id }] of loaded) {
    if (!seen.has(key) && visibleDocument(collection, key) === null) seen.add(key)
    else throw twinError(collection, '_id_', `{ _id: ${JSON.stringify(_id)} }`)
  }
}

function refuseTwins(collection: CollectionData, index: DeclaredIndex, loaded: Loaded): void {
  if (index.declaration.unique !== true || index.declaration.name === '_id_') return
  const alive = (key: string, values: readonly Value[]): boolean => {
    const document = visibleDocument(collection, key)
    return document !== null && hasEntry(index, document, values)
  }
  const twin = findTwin(index, newEntries(index, loaded), alive)
  if (twin === undefined) return
  throw twinError(collection, index.declaration.name, shown(index, twin.values))
}

function twinError({ name }: CollectionData, index: string, key: string) {
  return duplicateKey('Insert', { collection: name, index, key })
}
