import type { Clock } from '../clock'
import type { WireReply, WireRequest } from '../gateway/database-actions'
import { invalidParam } from '../platform-error'
import type { Readings } from '../readings'
import { fileIdOf, pathFault, pathOf } from './file-path'
import { type FileStore, keyOf } from './file-store'
import { createSignatures } from './signatures'

/** The cloud's files: what the SDK asks of them in JSON, and the signatures of their addresses. */
export interface Storage {
  /** `storage.getUploadMetadata`: where to put a file, and leave to do so for a while. */
  uploadMetadata(request: WireRequest): WireReply
  /** `storage.batchGetDownloadUrl`: addresses for 50 files at most, each with its own error. */
  downloadUrls(request: WireRequest): Promise<WireReply>
  /** `storage.batchDeleteFile`: 50 files at most, each with its own error. */
  deleteFiles(request: WireRequest): Promise<WireReply>
  /** Takes an upload that `uploadMetadata` gave leave for. */
  receive(upload: SignedUpload, bytes: Uint8Array): Promise<'stored' | 'refused'>
  isSignedDownload(key: string, sign: string, untilS: number): boolean
  readonly files: FileStore
}

export interface SignedUpload {
  readonly key: string
  readonly path: string
  readonly authorization: string
}

export interface StorageParts {
  readonly files: FileStore
  readonly clock: Clock
  readonly secret: string
  /** Where the routes of files are, once the cloud listens. */
  readonly origin: () => string
  /** Whether everybody may read every file: their addresses never expire. */
  readonly isPublic: boolean
  readonly readings: Pick<Readings, 'addressSeconds'>
}

const mostFiles = 50
/** An address of a private file lives a day at most. */
const mostAgeS = 86_400
const uploadAgeS = 900

export function createStorage(parts: StorageParts): Storage {
  const { files, clock, secret } = parts
  const nowS = (): number => Math.floor(clock.now() / 1000)
  const signatures = createSignatures(secret, nowS)
  const addressOf = (path: string, ageS: number): string => {
    if (parts.isPublic) return plainAddress(parts, path)
    const untilS = nowS() + ageS
    const sign = signatures.sign({ to: 'get', key: keyOf(path), untilS })
    return `${plainAddress(parts, path)}?sign=${sign}&t=${untilS}`
  }
  return {
    files,
    uploadMetadata({ path }) {
      const fault = typeof path === 'string' ? pathFault(path) : 'the path is no text'
      if (typeof path !== 'string' || fault !== undefined) {
        throw invalidParam(fault ?? 'the path is no text')
      }
      const key = keyOf(path)
      const untilS = nowS() + uploadAgeS
      const authorization = `t=${untilS}&sign=${signatures.sign({ to: 'put', key, untilS })}`
      const fileId = fileIdOf(path)
      const url = `${parts.origin()}/files/${key}`
      return { data: { url, token: 'local', authorization, fileId, cosFileId: key } }
    },
    async downloadUrls({ file_list: asked }) {
      const list = listOf(asked).map(async (one) => {
        const fileID = isObject(one) ? one.fileid : one
        const path = pathOf(fileID)
        const ageS = ageOf(isObject(one) ? one.max_age : undefined, parts)
        if (path === undefined) return { fileID, ...refused('INVALID_PARAM') }
        if (!(await files.find(keyOf(path)))) {
          return { fileID, ...refused('STORAGE_FILE_NONEXIST') }
        }
        return { code: 'SUCCESS', fileID, tempFileURL: addressOf(path, ageS), maxAge: ageS }
      })
      return { data: { download_list: await Promise.all(list) } }
    },
    async deleteFiles({ fileid_list: asked }) {
      const list = listOf(asked).map(async (fileID) => {
        const path = pathOf(fileID)
        if (path === undefined) return { fileID, code: 'INVALID_PARAM' }
        const existed = await files.remove(keyOf(path))
        return { fileID, code: existed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
      })
      return { data: { delete_list: await Promise.all(list) } }
    },
    async receive({ key, path, authorization }, bytes) {
      const [, untilS, given] = /^t=(\d{1,15})&sign=([0-9a-f]{64})$/.exec(authorization) ?? []
      if (keyOf(path) !== key || pathFault(path) !== undefined || given === undefined) {
        return 'refused'
      }
      const leave = { to: 'put', key, untilS: Number(untilS) } as const
      if (!signatures.isValid(leave, given)) return 'refused'
      await files.put({ path, uploadedAt: clock.now() }, bytes)
      return 'stored'
    },
    isSignedDownload: (key, given, untilS) =>
      parts.isPublic || signatures.isValid({ to: 'get', key, untilS }, given),
  }
}

/** The SDK encodes an address again, so nothing in it may need it. */
function plainAddress({ origin }: StorageParts, path: string): string {
  const name = (path.split('/').at(-1) ?? '').replace(/[^\w.-]/g, '_')
  return `${origin()}/files/${keyOf(path)}/${name}`
}

function refused(code: string) {
  return { code, tempFileURL: '', maxAge: 0 }
}

function listOf(asked: unknown): unknown[] {
  if (!Array.isArray(asked)) throw invalidParam('the list of files is no list')
  if (asked.length === 0) throw invalidParam('the list of files is empty')
  if (asked.length > mostFiles) throw invalidParam(`the list has more than ${mostFiles} files`)
  return asked
}

function ageOf(asked: unknown, { readings }: StorageParts): number {
  if (asked === undefined || asked === null) return readings.addressSeconds
  if (typeof asked !== 'number' || !Number.isInteger(asked) || asked < 1) {
    throw invalidParam('maxAge is a whole number of seconds')
  }
  return Math.min(asked, mostAgeS)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
