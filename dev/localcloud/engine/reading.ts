import { Aggregator, ProcessingMode } from 'mingo'
import type { Meter } from '../gateway/meter'
import { invalidParam } from '../platform-error'
import { type CollectionData, visibleDocument } from './collection-data'
import { entriesIn, hasEntry } from './declared-index'
import { type Document, isDocument } from './document'
import { collectionOf, documentSeenBy, type EngineState, writeKey } from './engine-state'
import { compileMatch, projectDocument, readSort, type Sort, sortDocuments } from './query'
import { planQuery, type QueryPlan } from './query-plan'
import type { Transaction } from './transactions'

export interface ReadRequest {
  readonly filter: Document
  readonly sort?: Document
  readonly skip?: number
  readonly limit?: number
  readonly projection?: Document
  readonly transaction?: Transaction
  /** The moment to look at; the newest state, or the transaction's, when not given. */
  readonly asOf?: number
  readonly meter?: Meter
}

/** The matching documents; they are the engine's own and must not be written to. */
export function findDocuments(state: EngineState, name: string, request: ReadRequest): Document[] {
  const collection = collectionOf(state, name)
  const sort = readSort(request.sort ?? {})
  const skip = request.skip ?? 0
  const end = skip + (request.limit ?? Number.POSITIVE_INFINITY)
  const matches = compileMatch(request.filter)
  const candidates = findCandidates(collection, request, sort)
  const found: Document[] = []
  for (const document of candidates.documents) {
    if (request.meter !== undefined) request.meter.docsExamined += 1
    if (matches(document)) found.push(document)
    if (candidates.ordered && found.length >= end) break
  }
  const sorted = candidates.ordered ? found : sortDocuments(found, sort)
  const { projection } = request
  const page = sorted.slice(skip, end)
  return projection ? page.map((document) => projectDocument(document, projection)) : page
}

/** Runs an aggregation over what is stored, as the platform does outside transactions. */
export function aggregateDocuments(
  state: EngineState,
  name: string,
  request: { stages: readonly Document[]; asOf?: number; meter?: Meter },
): Document[] {
  const { stages, asOf, meter } = request
  for (const stage of stages) refuseUnsound(stage)
  const first = stages[0]?.$match
  const filter = isDocument(first) ? first : {}
  const source = findDocuments(state, name, { filter, asOf, meter })
  const limited = stages.some((stage) => Object.hasOwn(stage, '$limit'))
  const pipeline = [...stages, { $limit: limited ? mostAggregated : defaultAggregated }]
  try {
    return new Aggregator(pipeline, {
      scriptEnabled: false,
      processingMode: ProcessingMode.CLONE_INPUT,
      collectionResolver: (other) => findDocuments(state, other, { filter: {}, asOf, meter }),
    }).run<Document>(source)
  } catch (fault) {
    throw invalidParam(fault instanceof Error ? fault.message : String(fault))
  }
}

const defaultAggregated = 20
const mostAggregated = 10_000

/** These give other results in the library than on the platform; a wrong answer helps nobody. */
const unsound = new Set(['$indexOfCP', '$week', '$out', '$merge', '$function', '$accumulator'])

function refuseUnsound(part: unknown): void {
  if (typeof part !== 'object' || part === null) return
  for (const [key, value] of Object.entries(part)) {
    if (unsound.has(key)) throw invalidParam(`${key} is not supported by the local cloud`)
    if (key === '$substr' && Array.isArray(value) && Number(value[2]) < 0) {
      throw invalidParam('$substr with a negative length is not supported by the local cloud')
    }
    refuseUnsound(value)
  }
}

interface Candidates {
  readonly documents: Iterable<Document>
  readonly ordered: boolean
}

function findCandidates(collection: CollectionData, request: ReadRequest, sort: Sort): Candidates {
  const { filter, transaction } = request
  const plan = planQuery(collection.indexes, filter, sort)
  const own = ownDocuments(collection, transaction)
  const written = own !== undefined
  const stored = plan === undefined ? scan(collection, request) : follow(collection, plan, request)
  const inOrder = plan === undefined ? sort.length === 0 : plan.ordered
  if (!written) return { documents: stored, ordered: inOrder }
  return { documents: chain(stored, own), ordered: inOrder && sort.length === 0 }
}

/** What a transaction wrote itself in a collection: no index knows of it before the commit. */
function ownDocuments(
  collection: CollectionData,
  transaction: Transaction | undefined,
): Document[] | undefined {
  const writes = [...(transaction?.writes.values() ?? [])]
  const here = writes.filter((write) => write.collection === collection.name)
  if (here.length === 0) return undefined
  return here.map(({ document }) => document).filter((document) => document !== null)
}

function* chain(first: Iterable<Document>, second: Iterable<Document>): Generator<Document> {
  yield* first
  yield* second
}

function* scan(collection: CollectionData, reader: Reader): Generator<Document> {
  for (const key of collection.chains.keys()) {
    const document = storedDocument(collection, key, reader)
    if (document !== null) yield document
  }
}

function* follow(collection: CollectionData, plan: QueryPlan, reader: Reader): Generator<Document> {
  const seen = plan.index.multikey ? new Set<string>() : undefined
  for (const range of plan.ranges) {
    for (const { key, values } of entriesIn(plan.index, range, plan.backwards)) {
      const document = storedDocument(collection, key, reader)
      // An entry may belong to a version that this reader does not see.
      if (document === null || !hasEntry(plan.index, document, values)) continue
      if (seen?.has(key)) continue
      seen?.add(key)
      yield document
    }
  }
}

type Reader = Pick<ReadRequest, 'transaction' | 'asOf'>

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
