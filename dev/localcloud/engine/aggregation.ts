import { Aggregator } from 'mingo/aggregator'
import { Context, evalExpr, ProcessingMode } from 'mingo/core'
import { type Iterator, Lazy } from 'mingo/lazy'
import * as stages from 'mingo/operators/pipeline'
import type { Options } from 'mingo/types'
import type { Meter } from '../gateway/meter'
import { checkPipeline, pipelineOf } from './aggregation-stages'
import { type Document, indexedValuesAt, isDocument, type Value } from './document'
import { collectionOf, type EngineState } from './engine-state'
import { expressionFailed, operatorContext } from './expressions'
import { takeGeoNear } from './geo-near-stage'
import { type Read, readWalk, redact, walkGraph } from './graph-stages'
import { compileMatch } from './matching'
import { findDocuments } from './reading'
import { readSort, sortDocuments } from './sorting'

const defaultAggregated = 20
const mostAggregated = 10_000

interface Request {
  readonly stages: readonly Document[]
  readonly lookupMissing?: 'refused' | 'nothing'
  readonly asOf?: number
  readonly meter?: Meter
}

/** Runs an aggregation over what is stored, as the platform does outside transactions. */
export function aggregateDocuments(state: EngineState, name: string, request: Request): Document[] {
  const { asOf, meter, lookupMissing } = request
  const { placeIndexes } = collectionOf(state, name)
  const { geoNear, stages: others } = takeGeoNear(request.stages, placeIndexes)
  checkPipeline(others)
  // Behind nearness nothing may go ahead: it decides the order, and which come first.
  const ahead = geoNear === undefined ? splitPipeline(others) : splitPipeline([geoNear.match])
  const { found } = ahead
  const rest = geoNear === undefined ? ahead.rest : others
  const documents = findDocuments(state, name, { ...found, asOf, meter })
  const source = geoNear === undefined ? documents : geoNear.measure(documents)
  const limited = request.stages.some((stage) => Object.hasOwn(stage, '$limit'))
  const pipeline = [...rest, { $limit: limited ? mostAggregated : defaultAggregated }]
  const read: Read = (other, filter) => {
    if (lookupMissing === 'nothing' && !state.collections.has(other)) return []
    return findDocuments(state, other, { filter, asOf, meter })
  }
  return runPipeline(pipeline, source, { read })
}

/** The stages at the front that a query answers, where it can use an index and stop early. */
function splitPipeline(pipeline: readonly Document[]) {
  const rest = [...pipeline]
  const take = (name: string): Value | undefined =>
    rest[0] !== undefined && Object.hasOwn(rest[0], name) ? rest.shift()?.[name] : undefined
  const filter = take('$match')
  const sort = take('$sort')
  const limit = take('$limit')
  const found = {
    filter: isDocument(filter) ? filter : {},
    ...(isDocument(sort) ? { sort } : {}),
    ...(typeof limit === 'number' ? { limit } : {}),
  }
  return { found, rest }
}

function runPipeline(
  pipeline: readonly Document[],
  source: readonly Document[],
  { read, variables = {} }: { read: Read; variables?: Record<string, unknown> },
): Document[] {
  const context = Context.from(operatorContext, stagesOf(read))
  const options = { scriptEnabled: false, processingMode: ProcessingMode.CLONE_INPUT, variables }
  try {
    return new Aggregator([...pipeline], { ...options, context }).run<Document>([...source])
  } catch (fault) {
    throw expressionFailed(fault)
  }
}

/** The stages that the library answers differently from the platform. */
function stagesOf(read: Read): Context {
  return Context.init({
    pipeline: {
      ...stages,
      $match: (documents: Iterator, filter: Document, { variables }: Options) => {
        const matches = compileMatch(filter, variables)
        return documents.filter((document: Document) => matches(document))
      },
      $sort: (documents: Iterator, order: Document, _options: Options) =>
        documents.transform((all: Document[]) => Lazy(sortDocuments(all, readSort(order)))),
      // What is missing is one group with what is null, and no field of a group is missing.
      $group: (documents: Iterator, { _id = null, ...fields }: Document, options: Options) =>
        stages
          .$group(documents, { ...fields, _id: { $ifNull: [_id, null] } }, options)
          .map(withNulls),
      // Nothing to count gives no document, not one that says 0.
      $count: (documents: Iterator, field: string, _options: Options) =>
        documents.transform((all: Document[]) => Lazy(all.length ? [{ [field]: all.length }] : [])),
      $bucket: (documents: Iterator, bucket: Document, options: Options) => {
        const { output = { count: { $sum: 1 } } } = bucket
        const fields = isDocument(output) ? output : {}
        const grouped = stages.$group(documents, { ...fields, _id: bucketOf(bucket) }, options)
        return grouped.transform((all: Document[]) => Lazy(sortDocuments(all, [['_id', 1]])))
      },
      $sample: (documents: Iterator, { size }: { size: number }, _options: Options) =>
        documents.transform((all: Document[]) => Lazy(shuffled(all).slice(0, size))),
      $graphLookup: (documents: Iterator, join: Document, _options: Options) =>
        documents.map((document: Document) => {
          return { ...document, [String(join.as)]: walkGraph(document, readWalk(join), read) }
        }),
      $redact: (documents: Iterator, expression: Value, _options: Options) =>
        documents
          .map((document: Document) => redact(document, expression))
          .filter((document: Document | undefined) => document !== undefined),
      $lookup: (documents: Iterator, join: Document, options: Options) =>
        documents.map((document: Document) => {
          const found = lookUp(document, { join, options, read })
          return { ...document, [String(join.as)]: found }
        }),
    },
  })
}

function lookUp(
  document: Document,
  { join, options, read }: { join: Document; options: Options; read: Read },
): Document[] {
  const from = String(join.from)
  if (join.pipeline === undefined) {
    const local = String(join.localField)
    const empty = Array.isArray(document[local]) && document[local].length === 0
    const $in = empty ? [] : indexedValuesAt(document, local)
    return read(from, { [String(join.foreignField)]: { $in } })
  }
  const given = Object.entries(isDocument(join.let) ? join.let : {}).map(([name, expression]) => {
    const value: unknown = evalExpr(document, expression, options)
    return [name, value ?? null]
  })
  const variables = { ...options.variables, ...Object.fromEntries(given) }
  return runPipeline(pipelineOf(join.pipeline), read(from, {}), { read, variables })
}

/** The lower boundary of a document's bucket, as an expression; no bucket and no default fails. */
function bucketOf({ groupBy = null, boundaries, default: otherwise }: Document): Document {
  const bounds = Array.isArray(boundaries) ? boundaries : []
  const branches = bounds.slice(0, -1).map((low, at) => {
    const within = { $and: [{ $gte: [groupBy, low] }, { $lt: [groupBy, bounds[at + 1] ?? null] }] }
    return Object.fromEntries([
      ['case', within],
      ['then', { $literal: low }],
    ])
  })
  const choice: Document = { branches }
  if (otherwise !== undefined) choice.default = { $literal: otherwise }
  return { $switch: choice }
}

function withNulls(group: Document): Document {
  return Object.fromEntries(Object.entries(group).map(([field, value]) => [field, value ?? null]))
}

/** Each document at most once, in an order of chance. */
function shuffled(documents: readonly Document[]): Document[] {
  const keyed = documents.map((document) => ({ document, chance: Math.random() }))
  return keyed.sort((left, right) => left.chance - right.chance).map(({ document }) => document)
}
