import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'lmdb'
import type { Document } from './document'
import { readObject, writeDocument } from './ejson'
import type { PendingWrite } from './transactions'

/** Where documents survive the process. */
export interface Store {
  load(visit: (collection: string, key: string, document: Document) => void): void
  /** Resolves when the writes, all or none of them, are safe from a kill and a power cut. */
  commit(writes: readonly PendingWrite[]): Promise<void>
  /** Small facts of the cloud itself: its clock, its secret, whether its seed was finished. */
  readFact(name: string): string | undefined
  writeFact(name: string, value: string): Promise<void>
  clear(): Promise<void>
  close(): Promise<void>
}

/** Opens the store in a folder, which comes into being when it is missing. */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true })
  // With overlapping syncs a commit would be answered before the disk has it.
  const root = open({ path: join(folder, 'cloud.lmdb'), overlappingSync: false, maxDbs: 2 })
  const documents = root.openDB<string, [string, string]>({ name: 'documents', encoding: 'string' })
  const facts = root.openDB<string, string>({ name: 'facts', encoding: 'string' })
  return {
    load(visit) {
      for (const { key, value } of documents.getRange()) {
        visit(key[0], key[1], readObject(value, 0))
      }
    },
    async commit(writes) {
      await root.transaction(() => {
        for (const { collection, key, document } of writes) {
          if (document === null) documents.remove([collection, key])
          else documents.put([collection, key], writeDocument(document))
        }
      })
    },
    readFact: (name) => facts.get(name),
    async writeFact(name, value) {
      await facts.put(name, value)
    },
    async clear() {
      await documents.clearAsync()
      await facts.clearAsync()
    },
    async close() {
      await root.close()
    },
  }
}

/** A random text that is made once for a data folder. */
export async function lastingSecret(store: Store, name: string): Promise<string> {
  const known = store.readFact(name)
  if (known !== undefined) return known
  const secret = randomBytes(32).toString('hex')
  await store.writeFact(name, secret)
  return secret
}
