/**
 * The one door to the cloud database and to the platform's identity. Outside a transaction it
 * offers reads, inserts, single-document test-and-set and the removal of what serves a moment only;
 * inside one only operations by id, since the platform applies `where` writes outside the
 * transaction (docs/decisions.md, "The platform").
 */
import cloud from 'wx-server-sdk'
import { UnsoundAccount } from '../../shared/points/points-account'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { CollectionName, FleetingCollection } from './collections'
import { isConflict, isDuplicate } from './database-faults'
import type { FileStorage, NativeDatabase, NativeTransaction, Stage } from './native-database'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

const sdk = cloud.database({ throwOnNotFound: false } as object)
/** The SDK's own types promise `void | string` everywhere; these say what it answers. */
const database = sdk as unknown as NativeDatabase

/** The platform's query and update operators. */
export const command = sdk.command

/** Open interfaces that its config.json lists, and payments (`payments/cloud-pay.ts` alone). */
export const openInterfaces: unknown = cloud.openapi
export const payInterfaces: unknown = Reflect.get(cloud, 'cloudPay')

/** Files that phones put into the storage; the SDK's own types leave out what it answers. */
export const fileStorage = cloud as unknown as FileStorage

export type Fields = Record<string, unknown>
export type Stored<T> = T & { _id: string }

export type Order = readonly [field: string, direction: 'asc' | 'desc']

export interface FindOptions {
  readonly orderBy?: Order
  /** Decides between documents that the first order leaves equal. */
  readonly thenBy?: Order
  readonly limit: number
}

/** Operations by id, all in one transaction, one after the other. */
export interface Transaction {
  get<T>(collection: CollectionName, id: string): Promise<Stored<T> | null>
  insert<D extends Stored<object>>(collection: CollectionName, document: D): Promise<void>
  /** Writes the whole document, new or not. */
  put<D extends Stored<object>>(collection: CollectionName, document: D): Promise<void>
  update(collection: CollectionName, id: string, change: object): Promise<void>
}

const MAX_ATTEMPTS = 12
const FIRST_PAUSE_MS = 8
const LONGEST_PAUSE_MS = 250

let calls = 0

/** Database calls made by this instance so far; the door logs the difference. */
export function callCount(): number {
  return calls
}

export interface PlatformIdentity {
  readonly openid: string
  readonly appid: string
  readonly source: string
  /** As JSON, which fields of the event the platform put there itself; empty when none. */
  readonly openDataInfo: string
  /** Her phone's address; empty when no phone calls. */
  readonly clientIp: string
  readonly environment: string
}

/** Who the platform says is calling, and from where; nothing here comes from the event. */
export function platformIdentity(): PlatformIdentity {
  const context = cloud.getWXContext()
  return {
    openid: context.OPENID ?? '',
    appid: context.APPID ?? '',
    source: context.SOURCE ?? '',
    openDataInfo: String(context.OPEN_DATA_INFO ?? ''),
    clientIp: context.CLIENTIP ?? '',
    environment: context.ENV ?? '',
  }
}

export async function getById<T>(
  collection: CollectionName,
  id: string,
): Promise<Stored<T> | null> {
  calls += 1
  const answer = await database.collection(collection).doc(id).get<T>()
  return answer.data ?? null
}

/** At most `limit` documents (the platform's cap is 1,000); the filter may be an `or` of some. */
export async function findWhere<T>(
  collection: CollectionName,
  filter: object,
  options: FindOptions,
): Promise<Stored<T>[]> {
  calls += 1
  const base = database.collection(collection).where(filter)
  const orders = [options.orderBy, options.thenBy].filter((order) => order !== undefined)
  const sorted = orders.reduce((query, order) => query.orderBy(...order), base)
  const answer = await sorted.limit(options.limit).get<T>()
  return answer.data
}

export async function countWhere(collection: CollectionName, filter: Fields): Promise<number> {
  calls += 1
  const answer = await database.collection(collection).where(filter).count()
  return answer.total
}

/** What the stages make of a collection: the database adds up, and answers the sums alone. */
export async function aggregate<T>(
  collection: CollectionName,
  stages: readonly Stage[],
): Promise<T[]> {
  calls += 1
  const whole = database.collection(collection).aggregate()
  const made = stages.reduce((so, [name, operand]) => so[name](operand), whole)
  const answer = await made.end<T>()
  return answer.list
}

/** Inserts one document, or a batch. Refuses ALREADY_THERE when a key of it is taken. */
export async function insertNew<D extends Stored<object>>(
  collection: CollectionName,
  data: D | readonly D[],
): Promise<Outcome<null>> {
  calls += 1
  try {
    await database.collection(collection).add({ data })
    return accept(null)
  } catch (fault) {
    if (isDuplicate(fault)) return refuse('ALREADY_THERE')
    throw fault
  }
}

/** One-call test-and-set: changes the document only if it still fits. True when it did. */
export async function changeIf(
  collection: CollectionName,
  filter: Fields & { _id: string },
  change: object,
): Promise<boolean> {
  calls += 1
  const target = database.collection(collection).where(filter)
  const answer = await target.update({ data: change })
  return answer.stats.updated > 0
}

/** Changes each of the named documents that still fits the filter, and answers how many did. */
export async function changeThose(
  collection: CollectionName,
  filter: Fields & { _id: unknown },
  change: object,
): Promise<number> {
  calls += 1
  const answer = await database.collection(collection).where(filter).update({ data: change })
  return answer.stats.updated
}

/** Removes what fits the filter and answers how much: of what serves a moment, of nothing else. */
export async function removeThose(collection: FleetingCollection, filter: Fields): Promise<number> {
  calls += 1
  const answer = await database.collection(collection).where(filter).remove()
  return answer.stats.removed
}

/**
 * Runs `work` in a transaction and commits when it accepts; a refusal rolls back. Conflicts are
 * retried with a growing, jittered pause, so `work` may run several times and must not touch
 * anything else; `at` is the instant of the attempt, for what must not happen late. Refuses
 * ALREADY_THERE when an insert met a document that was there before, and
 * BUSY after a bounded number of conflicts.
 */
export async function inTransaction<T>(
  work: (tx: Transaction, at: number) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(attempt)
    const outcome = await attemptOnce(work)
    if (outcome !== 'conflict') return outcome
  }
  return refuse('BUSY')
}

/** Waits a jittered while that grows with the attempt: 8 ms, 16 ms … at most 250 ms. */
export function pause(attempt: number): Promise<void> {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS)
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
}

async function attemptOnce<T>(
  work: (tx: Transaction, at: number) => Promise<Outcome<T>>,
): Promise<Outcome<T> | 'conflict'> {
  calls += 1
  const native = await database.startTransaction()
  try {
    const outcome = await work(boundTo(native), Date.now())
    calls += 1
    if (outcome.ok) await native.commit()
    else await native.rollback(0)
    return outcome
  } catch (fault) {
    const conflict = isConflict(fault)
    // The server has killed a conflicting transaction already; rolling it back would only fail.
    if (!conflict) await rollBackQuietly(native)
    if (conflict) return 'conflict'
    if (isDuplicate(fault)) return refuse('ALREADY_THERE')
    // One document is at fault, and whoever asked for it hears so; a job goes on with the next.
    if (fault instanceof UnsoundAccount) return refuse('ACCOUNT_UNSOUND')
    throw fault
  }
}

function boundTo(native: NativeTransaction): Transaction {
  const at = (collection: CollectionName, id: string) => {
    calls += 1
    return native.collection(collection).doc(id)
  }
  return {
    async get<T>(collection: CollectionName, id: string) {
      const answer = await at(collection, id).get<T>()
      return answer.data ?? null
    },
    async insert(collection, document) {
      calls += 1
      await native.collection(collection).add({ data: document })
    },
    async put(collection, { _id, ...data }) {
      await at(collection, _id).set({ data })
    },
    async update(collection, id, change) {
      const answer = await at(collection, id).update({ data: change })
      if (answer.stats.updated === 0) throw new Error(`nothing to update: ${collection}/${id}`)
    },
  }
}

async function rollBackQuietly(native: NativeTransaction): Promise<void> {
  calls += 1
  try {
    await native.rollback(0)
  } catch {
    // A transaction that cannot be rolled back is dead on the server: nothing of it stays.
  }
}
