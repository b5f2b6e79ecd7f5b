import { EJSON } from 'bson'
import type { ClientRules } from '../declarations'
import type { Engine } from '../engine/engine'
import { databaseActions, type WireReply, type WireRequest } from '../gateway/database-actions'
import { createMeter } from '../gateway/meter'
import { invalidParam, PlatformError } from '../platform-error'
import type { Readings } from '../readings'
import { judge, type Operation } from './client-rules'

export interface ClientDatabase {
  readonly engine: Engine
  readonly nowMs: number
  readonly openid: string
  readonly rulesOf: (collection: string) => ClientRules | undefined
  readonly readings: Readings
}

/** A phone is handed 20 documents at most, and 20 when it does not say. */
const mostRows = 20

const operations: Readonly<Record<string, Operation>> = {
  'database.getDocument': 'read',
  'database.calculateDocument': 'read',
  'database.aggregateDocuments': 'read',
  'database.insertDocument': 'create',
  'database.modifyDocument': 'update',
  'database.removeDocument': 'delete',
}

/**
 * Runs a phone's own database request, if its collection's rules allow it, within a phone's limits:
 * 20 rows, no transaction, no collection of its own, `_openid` written by the platform.
 */
export function serveClient(client: ClientDatabase, request: WireRequest): Promise<WireReply> {
  const action = String(request.action)
  const operation = Object.hasOwn(operations, action) ? operations[action] : undefined
  const act = Object.hasOwn(databaseActions, action) ? databaseActions[action] : undefined
  if (operation === undefined || act === undefined) {
    throw invalidParam(`a phone cannot send ${action}`)
  }
  if (request.transactionId !== undefined) throw invalidParam('a phone has no transactions')
  const { engine, nowMs, readings } = client
  const ruled = underRules(client, operation, withOpenid(request, client.openid))
  return act({ engine, nowMs, readings, meter: createMeter() }, ruled)
}

/** The request as its rules let it through. */
function underRules(
  client: ClientDatabase,
  operation: Operation,
  request: WireRequest,
): WireRequest {
  if (operation === 'create') return create(client, request)
  if (request.action === 'database.aggregateDocuments') return aggregate(client, request)
  const query = narrowed(client, operation, request)
  if (operation === 'read') return { ...request, query, limit: rowsOf(request.limit) }
  if (operation === 'delete') return { ...request, query }
  const data = objectOf(request.data)
  const touched = Object.entries(data).flatMap(([key, value]) =>
    key.startsWith('$') && typeof value === 'object' && value !== null ? Object.keys(value) : [key],
  )
  refuseOpenid(touched)
  if (request.upsert !== true) return { ...request, query }
  // A `set` may make the document, and replaces it whole: its maker is written again.
  permitCreate(client, request, { ...data, _openid: client.openid })
  return { ...request, query, data: EJSON.stringify({ ...data, _openid: client.openid }) }
}

function create(client: ClientDatabase, request: WireRequest): WireRequest {
  if (!Array.isArray(request.data)) throw invalidParam('data must be an array')
  const data = request.data.map((text: unknown) => {
    const document = objectOf(text)
    refuseOpenid(Object.keys(document))
    const owned = { ...document, _openid: client.openid }
    permitCreate(client, request, owned)
    return EJSON.stringify(owned, { relaxed: false })
  })
  return { ...request, data }
}

/** The rules look at the first `$match`; a look into another collection is none of a phone's. */
function aggregate(client: ClientDatabase, request: WireRequest): WireRequest {
  if (!Array.isArray(request.stages)) throw invalidParam('stages must be an array')
  const stages: unknown[] = request.stages
  const text = JSON.stringify(stages)
  if (/\$lookup|\$graphLookup|\$unionWith|\$out|\$merge/.test(text)) throw denied()
  const [first] = stages
  const isMatch = isObject(first) && first.stageKey === '$match'
  const asked = { ...request, query: isMatch ? String(first.stageValue) : '{}' }
  const query = narrowed(client, 'read', asked)
  const ahead = { stageKey: '$match', stageValue: query }
  const last = { stageKey: '$limit', stageValue: String(mostRows) }
  return { ...request, stages: [ahead, ...stages, last] }
}

/** The query that may be asked: as it is, or of the member's own documents only. */
function narrowed(client: ClientDatabase, operation: Operation, request: WireRequest): string {
  const query = typeof request.query === 'string' && request.query !== '' ? request.query : '{}'
  const auth = { openid: client.openid }
  const doc = settledBy(objectOf(query))
  const rules = client.rulesOf(String(request.collectionName))
  const verdict = judge(rules, operation, { auth, doc, now: client.nowMs })
  if (verdict === 'denied') throw denied()
  if (verdict === 'allowed') return query
  if (operation !== 'read' && request.multi === true) throw denied()
  const own = `"_openid":${JSON.stringify(client.openid)}`
  const { length } = Object.keys(objectOf(query))
  // Beside the others where it can stand: a `set` takes its `_id` from the top of its query.
  if ('_openid' in objectOf(query)) return `{"$and":[${query},{${own}}]}`
  return length === 0 ? `{${own}}` : `{${own},${query.trim().slice(1)}`
}

function permitCreate(
  client: ClientDatabase,
  request: WireRequest,
  doc: Record<string, unknown>,
): void {
  const rules = client.rulesOf(String(request.collectionName))
  const variables = { auth: { openid: client.openid }, doc, request: { data: doc } }
  const verdict = judge(rules, 'create', { ...variables, now: client.nowMs })
  if (verdict === 'denied') throw denied()
}

/** What a query settles of the documents that it finds: the fields that must equal something. */
function settledBy(query: Record<string, unknown>): Record<string, unknown> {
  const settled: Record<string, unknown> = {}
  for (const [field, wish] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(wish)) {
      Object.assign(settled, ...wish.filter(isObject).map(settledBy))
    } else if (!field.startsWith('$')) {
      const value =
        isObject(wish) && Object.keys(wish).length === 1 && '$eq' in wish ? wish.$eq : wish
      // A pattern, an operator or a document says less than a plain value.
      if (value === null || typeof value !== 'object') settled[field] = value
    }
  }
  return settled
}

/** `{openid}` in a query is the member's own, as `wx.cloud.database()` documents. */
function withOpenid(request: WireRequest, openid: string): WireRequest {
  const replace = (text: unknown): unknown =>
    typeof text === 'string' ? text.replaceAll('"{openid}"', JSON.stringify(openid)) : text
  const stages = Array.isArray(request.stages)
    ? request.stages.map((stage: unknown) =>
        isObject(stage) ? { ...stage, stageValue: replace(stage.stageValue) } : stage,
      )
    : request.stages
  return { ...request, query: replace(request.query), ...(stages ? { stages } : {}) }
}

function rowsOf(limit: unknown): number {
  return typeof limit === 'number' && limit >= 1 ? Math.min(limit, mostRows) : mostRows
}

function refuseOpenid(fields: readonly string[]): void {
  if (fields.some((field) => field === '_openid' || field.startsWith('_openid.'))) {
    throw invalidParam('Invalid Key Name: _openid')
  }
}

function objectOf(text: unknown): Record<string, unknown> {
  try {
    const parsed: unknown = EJSON.parse(String(text))
    if (isObject(parsed)) return parsed
  } catch {
    // Told below, as what is no object.
  }
  throw invalidParam('the payload must be an object')
}

function denied(): PlatformError {
  return new PlatformError('DATABASE_PERMISSION_DENIED', 'Permission denied')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
