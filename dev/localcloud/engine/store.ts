import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'lmdb'
import { type Document, documentKey } from './document'
import { packDocument, unpackDocument } from './stored-document'
import type { PendingWrite } from './transactions'

/** Where documents survive the process. */
export interface Store {
  load(visit: (collection: string, key: string, document: Document) => void): void
  /**
   * Resolves when the writes, all or none of them, are safe from a kill and a power cut; rejects
   * when none of them is there, as with a full disk. Every document occurs once.
   */
  commit(writes: readonly PendingWrite[]): Promise<void>
  /** Small facts of the cloud itself: its clock, its secret, whether its seed was finished. */
  readFact(name: string): string | undefined
  writeFact(name: string, value: string): Promise<void>
  clear(): Promise<void>
  close(): Promise<void>
}

/** Another value here makes folders of an older form start anew: their data are demo data. */
const format = '2'

/** Opens the store in a folder, which comes into being when it is missing. */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true })
  const root = open({
    path: join(folder, 'cloud.lmdb'),
    maxDbs: 2,
    // With overlapping syncs a commit would be answered before the disk has it.
    overlappingSync: false,
    // lmdb's own gathering makes a promise that nobody hears when the disk refuses the batch.
    eventTurnBatching: false,
  })
  const documents = root.openDB<string, [string, string]>({ name: 'documents', encoding: 'string' })
  const facts = root.openDB<string, string>({ name: 'facts', encoding: 'string' })
  if (facts.get('format') !== format) {
    documents.clearSync()
    facts.clearSync()
    facts.putSync('format', format)
  }
  return {
    load(visit) {
      for (const { key, value } of documents.getRange()) {
        const document = unpackDocument(value)
        visit(key[0], documentKey(document._id), document)
      }
    },
    async commit(writes) {
      const stored: Promise<boolean>[] = []
      const all = documents.batch(() => {
        for (const { collection, key, document } of writes) {
          const at: [string, string] = [collection, shortKey(key)]
          if (document === null) stored.push(documents.remove(at))
          else stored.push(documents.put(at, packDocument(document)))
        }
      })
      await allDone([...stored, all])
    },
    readFact: (name) => facts.get(name),
    async writeFact(name, value) {
      await allDone([facts.put(name, value)])
    },
    async clear() {
      await documents.clearAsync()
      await facts.clearAsync()
      await facts.put('format', format)
    },
    async close() {
      await root.close()
    },
  }
}

/**
 * Waits for writes of one batch. When a batch fails lmdb rejects a promise of each of them, and a
 * further one with the cause: each must be heard, or the process ends.
 */
async function allDone(stored: readonly Promise<boolean>[]): Promise<void> {
  const outcomes = await Promise.allSettled(stored)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') void causeOf(outcome.reason)?.catch(() => {})
  }
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

function causeOf(fault: unknown): Promise<unknown> | undefined {
  if (typeof fault !== 'object' || fault === null || !('commitError' in fault)) return undefined
  return fault.commitError instanceof Promise ? fault.commitError : undefined
}

const mostKeyBytes = 1500

/** lmdb's keys end at 1,978 bytes, an `_id` may be longer. */
function shortKey(key: string): string {
  if (Buffer.byteLength(key) <= mostKeyBytes) return key
  return `\u0002${createHash('sha256').update(key).digest('hex')}`
}

/** A random text that is made once for a data folder. */
export async function lastingSecret(store: Store, name: string): Promise<string> {
  const known = store.readFact(name)
  if (known !== undefined) return known
  const secret = randomBytes(32).toString('hex')
  await store.writeFact(name, secret)
  return secret
}
