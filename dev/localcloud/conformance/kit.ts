import { randomBytes } from 'node:crypto'
import type {
  Row,
  SdkAggregate,
  SdkCloud,
  SdkCollection,
  SdkCommand,
  SdkDatabase,
  SdkQuery,
} from './sdk-surface'

/**
 * What a case works with. Every case has documents of its own: their ids and their `scope` are
 * fresh, so that cases, SDKs and runs do not meet, and what a case leaves behind can be removed.
 */
export interface Kit extends Place {
  readonly db: SdkDatabase
  readonly _: SdkCommand
  readonly scope: string
  readonly rows: SdkCollection
  /** Has a unique index on `code`. */
  readonly unique: SdkCollection
  readonly notes: SdkCollection
  /** An `_id` of this case's own. */
  id(name: string): string
  /** Puts documents into `rows`, with short ids that `find` gives back. */
  put(documents: Readonly<Record<string, Row>>): Promise<void>
  /** The short ids of the documents of this case that a condition finds, in alphabetical order. */
  find(condition: unknown): Promise<string[]>
  /** A query over this case's documents. */
  query(condition?: Row): SdkQuery
  /** A document of this case without `_id` and scope; null when there is none. */
  read(name: string): Promise<Row | null>
  aggregate(): SdkAggregate
}

/** Where a suite runs, and what it can reach there. */
export interface Place {
  readonly cloud: SdkCloud
  readonly env: string
  /** How long a transaction lives: 30 s, or less where the cloud was told so to save time. */
  readonly transactionLifetimeMs: number
  /** Where the SDK sends its requests; none in a real environment, whose requests are signed. */
  readonly gateway?: string
  /** The address of the operator's routes; none in a real environment. */
  readonly operator?: string
}

export const collectionNames = {
  rows: 'conformance_rows',
  unique: 'conformance_unique',
  /** Everybody may read it, and each change what she made. */
  notes: 'conformance_notes',
  /** Must not exist. */
  missing: 'conformance_missing',
}

export function createKit(place: Place): Kit {
  const db = place.cloud.database({ env: place.env, throwOnNotFound: false })
  const _ = db.command
  const rows = db.collection(collectionNames.rows)
  const unique = db.collection(collectionNames.unique)
  const notes = db.collection(collectionNames.notes)
  const scope = randomBytes(6).toString('hex')
  const id = (name: string): string => `${scope}-${name}`
  const short = (row: Row): string => String(row._id).replace(`${scope}-`, '')
  return {
    ...place,
    db,
    _,
    scope,
    rows,
    unique,
    notes,
    id,
    async put(documents) {
      const data = Object.entries(documents).map(([name, row]) => ({
        _id: id(name),
        scope,
        ...row,
      }))
      await rows.add({ data })
    },
    async find(condition) {
      const { data } = await rows.where(_.and([{ scope }, condition])).get()
      return data.map(short).sort()
    },
    query: (condition = {}) => rows.where({ scope, ...condition }),
    async read(name) {
      const { data } = await rows.doc(id(name)).get()
      if (data === null) return null
      const { _id, scope: _scope, ...own } = data
      return own
    },
    aggregate: () => rows.aggregate().match({ scope }),
  }
}

/** Takes away what a case left behind. */
export async function tidyUp({ rows, unique, notes, scope }: Kit): Promise<void> {
  for (const collection of [rows, unique, notes]) await collection.where({ scope }).remove()
}

/** The refusal of a call, as the code that made the call meets it. */
export interface Refusal {
  readonly errCode: unknown
  readonly code: unknown
  readonly message: string
}

/** Waits for a call to be refused; one that is not refused fails the case. */
export async function refusal(call: Promise<unknown> | (() => Promise<unknown>)): Promise<Refusal> {
  let answer: unknown
  try {
    answer = await (typeof call === 'function' ? call() : call)
  } catch (fault) {
    const errCode = fieldOf(fault, 'errCode')
    const message = String(fieldOf(fault, 'errMsg') ?? fieldOf(fault, 'message') ?? fault)
    return { errCode, code: fieldOf(fault, 'code'), message }
  }
  throw new Error(`nothing was refused; the answer was ${JSON.stringify(answer)}`)
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
