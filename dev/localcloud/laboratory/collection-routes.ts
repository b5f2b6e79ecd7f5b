import { EJSON } from 'bson'
import type { Context, Hono } from 'hono'
import type { Declarations } from '../declarations'
import { type Document, documentKey } from '../engine/document'
import { readObject } from '../engine/ejson'
import type { Engine } from '../engine/engine'
import { createMeter } from '../gateway/meter'
import { rounded } from './call-record'
import type { CollectionSummary, DocumentList } from './operator-api'
import { notFound, readCount } from './routes-input'

export interface CollectionParts {
  readonly engine: Engine
  readonly declarations: Declarations
}

const sampleCount = 200
const usualLimit = 50
const mostLimit = 500

/** The documents, as the operator looks at them: everything, and nothing can be changed. */
export function mountCollections(app: Hono, parts: CollectionParts): void {
  app.get('/lab/collections', async (context) => context.json(await summaries(parts)))
  app.get('/lab/collections/:name', (context) => listDocuments(parts, context))
  app.get('/lab/collections/:name/:id', (context) => showDocument(parts, context))
}

function summaries({ engine, declarations }: CollectionParts): Promise<CollectionSummary[]> {
  return Promise.all(
    engine.collections().map(async ({ name, count, indexes }) => {
      const sample = await engine.find(name, {}, { limit: sampleCount })
      const sampleBytes = sample.reduce((sum, one) => sum + JSON.stringify(one).length, 0)
      return {
        name,
        count,
        bytes: sample.length === 0 ? 0 : Math.round((sampleBytes / sample.length) * count),
        indexes: indexes.map((index) => ({
          name: index.name,
          fields: index.fields,
          unique: index.unique === true,
        })),
        clientRules: declarations[name]?.clientRules ?? null,
      }
    }),
  )
}

async function listDocuments({ engine }: CollectionParts, context: Context): Promise<Response> {
  const name = context.req.param('name') ?? ''
  const facts = engine.collections().find((one) => one.name === name)
  if (facts === undefined) throw notFound(`there is no collection ${name}`)
  const filter = readObject(context.req.query('filter'), 0)
  const sort = readObject(context.req.query('sort'), 0)
  const skip = readCount(context, 'skip', { absent: 0, most: Number.MAX_SAFE_INTEGER })
  const limit = readCount(context, 'limit', { absent: usualLimit, most: mostLimit })
  const startedAt = performance.now()
  const meter = createMeter()
  const found = await engine.find(name, filter, { sort, skip, limit, meter })
  const total = Object.keys(filter).length === 0 ? facts.count : await engine.count(name, filter)
  return context.json<DocumentList>({
    total,
    documents: found.map(shown),
    docsExamined: meter.docsExamined,
    ms: rounded(performance.now() - startedAt),
  })
}

async function showDocument({ engine }: CollectionParts, context: Context): Promise<Response> {
  const { name = '', id = '' } = context.req.param()
  const number = /^number:(-?\d+(?:\.\d+)?)$/.exec(id)?.[1]
  const _id = number === undefined ? id : Number(number)
  const [document] = await engine.find(name, { _id }, { limit: 1 })
  if (document === undefined) throw notFound(`${name} has no document ${documentKey(_id)}`)
  return context.json(shown(document))
}

function shown(document: Document): Record<string, unknown> {
  return { ...EJSON.serialize(document, { relaxed: true }) }
}
