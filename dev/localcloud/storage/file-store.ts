import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

export interface StoredFile {
  readonly path: string
  readonly bytesCount: number
  /** Who uploaded it; absent when a function did. */
  readonly owner?: string
  readonly uploadedAt: number
}

/** Files under one folder, by the hash of their path: no path can lead out of it. */
export interface FileStore {
  find(key: string): Promise<StoredFile | undefined>
  /** Resolves when the file is safe on the disk; a file of the same path is replaced at once. */
  put(file: Omit<StoredFile, 'bytesCount'>, bytes: Uint8Array): Promise<void>
  read(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Whether there was such a file. */
  remove(key: string): Promise<boolean>
  clear(): Promise<void>
}

interface Card extends StoredFile {
  /** The name of the bytes beside the card. */
  readonly blob: string
}

export function keyOf(path: string): string {
  return createHash('sha256').update(path).digest('hex')
}

export function openFileStore(folder: string): FileStore {
  const cardPath = (key: string): string => join(folder, `${key}.json`)
  const findCard = async (key: string): Promise<Card | undefined> => {
    if (!/^[0-9a-f]{64}$/.test(key)) return undefined
    try {
      // Parse edge: only this file writes cards.
      return JSON.parse(await readFile(cardPath(key), 'utf8')) as Card
    } catch (fault) {
      if (isMissing(fault)) return undefined
      throw fault
    }
  }
  return {
    find: findCard,
    async put(file, bytes) {
      await mkdir(folder, { recursive: true })
      const key = keyOf(file.path)
      const before = await findCard(key)
      const card: Card = { ...file, bytesCount: bytes.length, blob: randomUUID() }
      // The card comes last and in one step: a file is whole or it is not there.
      await writeSafely(join(folder, card.blob), bytes)
      await writeSafely(join(folder, `${card.blob}.card`), Buffer.from(JSON.stringify(card)))
      await rename(join(folder, `${card.blob}.card`), cardPath(key))
      if (before !== undefined) await rm(join(folder, before.blob), { force: true })
    },
    async read(key) {
      const card = await findCard(key)
      return card === undefined
        ? undefined
        : new Uint8Array(await readFile(join(folder, card.blob)))
    },
    async remove(key) {
      const card = await findCard(key)
      if (card === undefined) return false
      await rm(cardPath(key), { force: true })
      await rm(join(folder, card.blob), { force: true })
      return true
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  }
}

async function writeSafely(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

function isMissing(fault: unknown): boolean {
  // Not `instanceof`: a test runner's Error is another than the one of Node's own modules.
  return typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ENOENT'
}
