import type { Meter } from '../gateway/meter'
import { findCandidates } from './candidates'
import type { Document } from './document'
import { collectionOf, type EngineState } from './engine-state'
import { compileMatch } from './matching'
import { compileProjection } from './projection'
import { readSort, sortDocuments } from './sorting'
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
  const { filter, meter, projection = {} } = request
  const sort = readSort(request.sort ?? {})
  const skip = request.skip ?? 0
  const end = skip + (request.limit ?? Number.POSITIVE_INFINITY)
  const matches = compileMatch(filter)
  const project = compileProjection(projection)
  const candidates = findCandidates(collection, { filter, sort }, request)
  const found: Document[] = []
  let examined = 0
  for (const document of candidates.documents) {
    examined += 1
    if (matches(document)) found.push(document)
    if (candidates.ordered && found.length >= end) break
  }
  if (meter !== undefined) meter.docsExamined += examined
  const sorted = candidates.ordered ? found : sortDocuments(found, sort)
  return sorted.slice(skip, end).map(project)
}
