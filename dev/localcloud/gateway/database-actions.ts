import type { Document } from '../engine/document'
import { readObject, readPayload, writeDocument } from '../engine/ejson'
import type { Engine } from '../engine/engine'
import { answerTooLarge, invalidParam } from '../platform-error'
import type { Readings } from '../readings'
import type { Meter } from './meter'

/** A request of the SDK, parsed from JSON and nothing more. */
export type WireRequest = Readonly<Record<string, unknown>>

export interface DatabaseContext {
  readonly engine: Engine
  readonly meter: Meter
  /** One instant for the whole request. */
  readonly nowMs: number
  readonly readings: Pick<Readings, 'emptyUpdate'>
}

export type WireReply = Readonly<Record<string, unknown>>

type Action = (context: DatabaseContext, request: WireRequest) => Promise<WireReply>

const defaultLimit = 100
const mostLimit = 1000

/** The SDK's database actions. What is not listed here is refused, not ignored. */
export const databaseActions: Readonly<Record<string, Action>> = {
  'database.insertDocument': insert,
  'database.getDocument': get,
  'database.calculateDocument': count,
  'database.modifyDocument': modify,
  'database.modifyAndReturnDoc': modifyAndReturn,
  'database.removeDocument': remove,
  'database.aggregateDocuments': aggregate,
  'database.addCollection': async ({ engine }, request) => {
    await engine.createCollection(text(request, 'collectionName'))
    return { data: {} }
  },
  'database.startTransaction': async ({ engine }) => ({ transactionId: engine.begin() }),
  'database.commitTransaction': async ({ engine, meter }, request) => {
    await engine.commit(text(request, 'transactionId'), meter)
    return {}
  },
  'database.abortTransaction': async ({ engine }, request) => {
    engine.abort(text(request, 'transactionId'))
    return {}
  },
}

async function insert(context: DatabaseContext, request: WireRequest): Promise<WireReply> {
  const { engine, nowMs } = context
  if (!Array.isArray(request.data)) throw invalidParam('data must be an array')
  const documents = request.data.map((payload) => readObject(payload, nowMs))
  const insertedIds = await engine.insert(
    text(request, 'collectionName'),
    documents,
    chargeOf(context, request),
  )
  return { data: { insertedIds } }
}

async function get(context: DatabaseContext, request: WireRequest): Promise<WireReply> {
  const { engine, nowMs, meter } = context
  const found = await engine.find(
    text(request, 'collectionName'),
    readObject(request.query, nowMs),
    {
      ...chargeOf(context, request),
      sort: readObject(request.order, nowMs),
      projection: readObject(request.projection, nowMs),
      skip: wholeNumber(request, 'offset', 0),
      limit: Math.min(wholeNumber(request, 'limit', defaultLimit) || defaultLimit, mostLimit),
    },
  )
  meter.docsRead += found.length
  return { data: { list: packed(found) } }
}

async function count(context: DatabaseContext, request: WireRequest): Promise<WireReply> {
  const { engine, nowMs, meter } = context
  const filter = readObject(request.query, nowMs)
  const total = await engine.count(text(request, 'collectionName'), filter, { meter })
  return { data: { total } }
}

async function modify(context: DatabaseContext, request: WireRequest): Promise<WireReply> {
  const { engine, nowMs, readings } = context
  const update = readObject(request.data, nowMs)
  const isEmpty = request.merge === true && Object.keys(update).length === 0
  if (isEmpty && readings.emptyUpdate === 'nothing') return { data: { updated: 0 } }
  const result = await engine.update(
    text(request, 'collectionName'),
    {
      filter: readObject(request.query, nowMs),
      update,
      multi: request.multi === true,
      replace: request.merge !== true,
      upsert: request.upsert === true,
    },
    chargeOf(context, request),
  )
  return { data: { updated: result.updated, upsert_id: result.upsertedId } }
}

async function modifyAndReturn(context: DatabaseContext, request: WireRequest): Promise<WireReply> {
  const { engine, nowMs, meter } = context
  const { document } = await engine.update(
    text(request, 'collectionName'),
    {
      filter: readObject(request.query, nowMs),
      update: readObject(request.data, nowMs),
      multi: false,
    },
    chargeOf(context, request),
  )
  // The database's findAndModify counts what it met, also where nothing had to be changed.
  const updated = document === null ? 0 : 1
  if (document === null) return { data: { updated, doc: null } }
  meter.docsRead += 1
  return { data: { updated, doc: writeDocument(document) } }
}

async function remove(context: DatabaseContext, request: WireRequest): Promise<WireReply> {
  const { engine, nowMs } = context
  const wish = { filter: readObject(request.query, nowMs), multi: request.multi === true }
  const deleted = await engine.remove(
    text(request, 'collectionName'),
    wish,
    chargeOf(context, request),
  )
  return { data: { deleted } }
}

async function aggregate(context: DatabaseContext, request: WireRequest): Promise<WireReply> {
  const { engine, nowMs, meter } = context
  if (!Array.isArray(request.stages)) throw invalidParam('stages must be an array')
  const stages = request.stages.map((stage) => readStage(stage, nowMs))
  const found = await engine.aggregate(text(request, 'collectionName'), stages, { meter })
  meter.docsRead += found.length
  return { data: { list: packed(found) } }
}

/** "Database traffic: 16 MB in each packet output", says the platform's table of quotas. */
const mostAnswerBytes = 16 * 1024 * 1024

function packed(documents: readonly Document[]): string[] {
  const list = documents.map(writeDocument)
  const characters = list.reduce((sum, written) => sum + written.length, 0)
  // A character takes three bytes at most: only what may be too large is worth the exact measure.
  if (characters * 3 > mostAnswerBytes) {
    const bytes = list.reduce((sum, written) => sum + Buffer.byteLength(written), 0)
    if (bytes > mostAnswerBytes) throw answerTooLarge(bytes, mostAnswerBytes)
  }
  return list
}

function readStage(stage: unknown, nowMs: number): Document {
  if (typeof stage !== 'object' || stage === null) throw invalidParam('a stage must be an object')
  if (!('stageKey' in stage) || !('stageValue' in stage)) throw invalidParam('a stage has no key')
  return { [String(stage.stageKey)]: readPayload(String(stage.stageValue), nowMs) }
}

function chargeOf({ meter }: DatabaseContext, request: WireRequest) {
  const { transactionId } = request
  if (transactionId === undefined || transactionId === null) return { meter }
  return { meter, transaction: text(request, 'transactionId') }
}

function text(request: WireRequest, name: string): string {
  const value = request[name]
  if (typeof value !== 'string' || value === '') throw invalidParam(`${name} must be a text`)
  return value
}

function wholeNumber(request: WireRequest, name: string, absent: number): number {
  const value = request[name]
  if (value === undefined || value === null) return absent
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw invalidParam(`${name} must be a whole number`)
  }
  return value
}
