import { ObjectId } from 'bson'
import { type CollectionData, visibleDocument } from './collection-data'
import { entriesIn, hasEntry, type IndexRange } from './declared-index'
import { type Document, documentKey, type Id, type Value } from './document'
import { documentSeenBy, writeKey } from './engine-state'
import { type IndexScan, planQuery } from './query-plan'
import { compareKeys, type Sort, sortDocuments, sortKey } from './sorting'
import type { Transaction } from './transactions'

/** Who reads: a transaction, or somebody who looks at a moment, the newest when not given. */
interface Reader {
  readonly transaction?: Transaction
  readonly asOf?: number
}

export interface Candidates {
  readonly documents: Iterable<Document>
  /** They come in the order asked for. */
  readonly ordered: boolean
}

/**
 * The documents that a filter may match, as the reader sees them: all that match are among them.
 * What a transaction wrote itself is in no index before the commit, so it is added.
 */
export function findCandidates(
  collection: CollectionData,
  wanted: { readonly filter: Document; readonly sort: Sort },
  reader: Reader,
): Candidates {
  const { filter, sort } = wanted
  const id = plainId(filter)
  if (id !== undefined) {
    const document = documentAt(collection, documentKey(id), reader)
    return { documents: document === null ? [] : [document], ordered: true }
  }
  const plan = planQuery(collection.indexes, filter, sort)
  const own = ownDocuments(collection, reader.transaction)
  if (plan === undefined) {
    const all = scanAll(collection, reader)
    return { documents: chain(own.length === 0 ? [all] : [all, own]), ordered: !sort.length }
  }
  const repeats = plan.scans.length > 1 || plan.scans.some(({ index }) => index.multikey)
  const seen = repeats ? new Set<string>() : undefined
  const streams = plan.scans.flatMap((scan) =>
    scan.ranges.map((range) => follow(collection, { scan, range, seen }, reader)),
  )
  if (!plan.ordered || sort.length === 0) {
    const all = own.length === 0 ? streams : [...streams, own]
    return { documents: chain(all), ordered: sort.length === 0 }
  }
  const ordered = own.length === 0 ? streams : [...streams, sortDocuments(own, sort)]
  return { documents: ordered.length === 1 ? chain(ordered) : merge(ordered, sort), ordered: true }
}

/** The `_id` that a filter names, as `doc(id)` does: the one document it may match is at hand. */
function plainId({ _id }: Document): Id | undefined {
  if (_id instanceof ObjectId) return _id
  if (typeof _id === 'string') return _id.length <= longestPlainId ? _id : undefined
  return typeof _id === 'number' && Number.isFinite(_id) ? _id : undefined
}

/** Longer ones may be too long for any document, which is no fault of a question. */
const longestPlainId = 256

/** A document as the reader sees it, also when its transaction wrote it. */
function documentAt(
  collection: CollectionData,
  key: string,
  { transaction, asOf }: Reader,
): Document | null {
  return transaction === undefined
    ? visibleDocument(collection, key, asOf)
    : documentSeenBy(collection, key, transaction)
}

/** What a transaction wrote itself in a collection. */
function ownDocuments(
  collection: CollectionData,
  transaction: Transaction | undefined,
): Document[] {
  if (transaction === undefined) return []
  return [...transaction.writes.values()]
    .filter((write) => write.collection === collection.name)
    .map(({ document }) => document)
    .filter((document) => document !== null)
}

function chain(streams: readonly Iterable<Document>[]): Iterable<Document> {
  const [only] = streams
  return streams.length === 1 && only !== undefined ? only : oneAfterAnother(streams)
}

function* oneAfterAnother(streams: readonly Iterable<Document>[]): Generator<Document> {
  for (const stream of streams) yield* stream
}

/** Streams that are in order, as one. */
function* merge(streams: readonly Iterable<Document>[], sort: Sort): Generator<Document> {
  const heads: { document: Document; key: Value[]; rest: Iterator<Document> }[] = []
  for (const stream of streams) {
    const rest = stream[Symbol.iterator]()
    const { value, done } = rest.next()
    if (done !== true) heads.push({ document: value, key: sortKey(value, sort), rest })
  }
  while (heads.length > 0) {
    const least = heads.reduce((best, head) =>
      compareKeys(head.key, best.key, sort) < 0 ? head : best,
    )
    yield least.document
    const { value, done } = least.rest.next()
    if (done === true) heads.splice(heads.indexOf(least), 1)
    else Object.assign(least, { document: value, key: sortKey(value, sort) })
  }
}

function* scanAll(collection: CollectionData, reader: Reader): Generator<Document> {
  for (const key of collection.chains.keys()) {
    const document = storedDocument(collection, key, reader)
    if (document !== null) yield document
  }
}

interface Stretch {
  readonly scan: IndexScan
  readonly range: IndexRange
  /** What came up already: an array, and alternatives, lead to a document more than once. */
  readonly seen: Set<string> | undefined
}

function* follow(
  collection: CollectionData,
  { scan, range, seen }: Stretch,
  reader: Reader,
): Generator<Document> {
  for (const { key, values } of entriesIn(scan.index, range, scan.backwards)) {
    if (seen?.has(key) || !scan.admits(values)) continue
    const document = storedDocument(collection, key, reader)
    // An entry may belong to a version that this reader does not see.
    if (document === null || !hasEntry(scan.index, document, values)) continue
    seen?.add(key)
    yield document
  }
}

/** A committed document in the reader's snapshot, unless the reader wrote another state of it. */
function storedDocument(
  collection: CollectionData,
  key: string,
  { transaction, asOf }: Reader,
): Document | null {
  if (transaction === undefined) return visibleDocument(collection, key, asOf)
  const own = transaction.writes.has(writeKey(collection.name, key))
  return own ? null : documentSeenBy(collection, key, transaction)
}
