import { randomBytes } from 'node:crypto'
import { duplicateKey, invalidParam, type WriteKind, writeFailed } from '../platform-error'
import { cloneDocument, type Document, documentKey, type Value } from './document'
import { collectionOf, documentSeenBy } from './engine-state'
import { compileMatch } from './matching'
import type { Trace } from './matching-paths'
import { checkPlaces } from './place-conditions'
import { findDocuments } from './reading'
import { checkStorable } from './storable'
import { checkUpdate, updateDocument } from './update-operators'
import { equalValues } from './value-order'
import { type Write, type WriteScope, writeBatch } from './write-batch'

export interface UpdateRequest {
  readonly filter: Document
  /** Operators, or with `replace` the whole document without its `_id`. */
  readonly update: Document
  readonly multi: boolean
  readonly replace?: boolean
  /** Creates the document that the filter's `_id` names when there is none. */
  readonly upsert?: boolean
}

export interface UpdateResult {
  readonly updated: number
  readonly upsertedId: string | number | null
  /** The last document that matched, as it is now. */
  readonly document: Document | null
}

/** Inserts in order; as on the platform, documents before a refused one are kept. */
export async function insertDocuments(
  scope: WriteScope,
  name: string,
  documents: readonly Document[],
): Promise<(string | number)[]> {
  const collection = collectionOf(scope.state, name)
  if (documents.length === 0) throw invalidParam('must provide at least one element in data')
  const ids: (string | number)[] = []
  await writeBatch(scope, collection, async (write) => {
    for (const given of documents) {
      const id = Object.hasOwn(given, '_id') ? given._id : randomBytes(16).toString('hex')
      const after = prepared(given, id, 'Insert')
      checkPlaces(collection, after, 'Insert')
      const key = documentKey(after._id)
      await write(key, (before) => {
        if (before === null) return after
        const shown = `{ _id: ${JSON.stringify(after._id)} }`
        throw duplicateKey('Insert', { collection: name, index: '_id_', key: shown })
      })
      ids.push(idOf(after))
    }
  })
  return ids
}

/** Updates or replaces; each document's test and change are one step, whoever else writes. */
export async function updateDocuments(
  scope: WriteScope,
  name: string,
  request: UpdateRequest,
): Promise<UpdateResult> {
  const collection = collectionOf(scope.state, name)
  const matches = compileMatch(request.filter)
  if (request.replace !== true) checkUpdate(request.update)
  const keys = matchingKeys(scope, name, request.filter)
  let result: UpdateResult = { updated: 0, upsertedId: null, document: null }
  await writeBatch(scope, collection, async (write) => {
    for (const key of keys) {
      let met = false
      const changed = await write(key, (before) => {
        const trace: Trace = {}
        met = before !== null && matches(before, trace)
        if (before === null || !met) return undefined
        const after = nextState(before, request, trace)
        checkPlaces(collection, after, 'Update')
        return equalValues(before, after) ? undefined : after
      })
      if (!met) continue
      const document = changed ?? documentSeenBy(collection, key, scope.transaction)
      result = { ...result, updated: result.updated + (changed ? 1 : 0), document }
      if (!request.multi) return
    }
    if (request.upsert !== true || result.document !== null) return
    const document = prepared(request.update, request.filter._id, 'Insert')
    checkPlaces(collection, document, 'Insert')
    result = await create(write, document)
  })
  return result
}

export async function removeDocuments(
  scope: WriteScope,
  name: string,
  request: { filter: Document; multi: boolean },
): Promise<number> {
  const collection = collectionOf(scope.state, name)
  const matches = compileMatch(request.filter)
  const keys = matchingKeys(scope, name, request.filter)
  let removed = 0
  await writeBatch(scope, collection, async (write) => {
    for (const key of keys) {
      const after = await write(key, (before) =>
        before !== null && matches(before) ? null : undefined,
      )
      if (after === null) removed += 1
      if (after === null && !request.multi) return
    }
  })
  return removed
}

async function create(write: Write, document: Document): Promise<UpdateResult> {
  // Somebody may have created it while this waited for a lock: then it is replaced.
  let created = true
  await write(documentKey(document._id), (before) => {
    created = before === null
    return document
  })
  return { updated: created ? 0 : 1, upsertedId: created ? idOf(document) : null, document }
}

function nextState(before: Document, request: UpdateRequest, trace: Trace): Document {
  if (request.replace === true) return prepared(request.update, before._id, 'Update')
  const after = updateDocument(before, request.update, trace.position)
  checkStorable(after, 'Update')
  return after
}

/** A whole document with its `_id` in front. */
function prepared(given: Document, id: Value | undefined, kind: WriteKind): Document {
  documentKey(id)
  if (given._id !== undefined && !equalValues(given._id, id ?? null)) {
    const reason =
      'After applying the update, the (immutable) field ' +
      `'_id' was found to have been altered to _id: ${JSON.stringify(given._id)}`
    throw writeFailed(kind, reason)
  }
  checkStorable(given, kind)
  return { _id: id ?? null, ...cloneDocument(given) }
}

/** An ObjectId is told as its digits. */
function idOf({ _id }: Document): string | number {
  return typeof _id === 'number' ? _id : String(_id)
}

function matchingKeys(scope: WriteScope, name: string, filter: Document): string[] {
  const { state, transaction, meter } = scope
  const found = findDocuments(state, name, { filter, transaction, meter })
  return found.map(({ _id }) => documentKey(_id))
}
