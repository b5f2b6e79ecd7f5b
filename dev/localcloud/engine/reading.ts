import type { Meter } from '../gateway/meter'
import { queryFailed } from '../platform-error'
import { findCandidates } from './candidates'
import type { Document } from './document'
import { collectionOf, type EngineState } from './engine-state'
import { compileMatch } from './matching'
import { readNear, sortByDistance } from './nearness'
import { takeNear } from './place-conditions'
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
  const { meter, projection = {} } = request
  const { rest: filter, near } = takeNear(request.filter)
  if (near !== undefined && !collection.placeIndexes.includes(near.path)) {
    throw queryFailed('unable to find index for $geoNear query')
  }
  const sort = readSort(request.sort ?? {})
  const skip = request.skip ?? 0
  const end = skip + (request.limit ?? Number.POSITIVE_INFINITY)
  const matches = compileMatch(filter)
  const nearness = near && readNear(near.path, near.operand)
  const project = compileProjection(projection)
  const candidates = findCandidates(collection, { filter, sort }, request)
  const found: Document[] = []
  let examined = 0
  for (const document of candidates.documents) {
    examined += 1
    if (matches(document)) found.push(document)
    if (candidates.ordered && nearness === undefined && found.length >= end) break
  }
  if (meter !== undefined) meter.docsExamined += examined
  const sorted = candidates.ordered ? found : sortDocuments(found, sort)
  if (nearness !== undefined) {
    const byDistance = sortByDistance(found, nearness).map(({ document }) => document)
    return sortDocuments(byDistance, sort).slice(skip, end).map(project)
  }
  return sorted.slice(skip, end).map(project)
}
