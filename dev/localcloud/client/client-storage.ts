import type { ClientRules } from '../declarations'
import type { WireReply, WireRequest } from '../gateway/database-actions'
import { invalidParam, PlatformError } from '../platform-error'
import { fileIdOf, pathFault, pathOf } from '../storage/file-path'
import { keyOf } from '../storage/file-store'
import type { Storage } from '../storage/storage'
import { judge, type Operation } from './client-rules'

export interface ClientStorage {
  readonly storage: Storage
  readonly storageRules: ClientRules
  readonly openid: string
}

/** `wx.cloud.uploadFile`: a new file is its uploader's; another's is not written over. */
export async function uploadAsClient(
  client: ClientStorage,
  upload: { path: string; bytes: Uint8Array; nowMs: number },
): Promise<WireReply> {
  const { path, bytes, nowMs } = upload
  const fault = pathFault(path)
  if (fault !== undefined) throw invalidParam(fault)
  const touch = { operation: 'update', path, absentOwner: client.openid } as const
  if (!(await mayTouch(client, touch))) throw denied()
  await client.storage.files.put({ path, owner: client.openid, uploadedAt: nowMs }, bytes)
  return { data: { fileID: fileIdOf(path) } }
}

/** `wx.cloud.getTempFileURL`; a file that may not be read is told of in its own place. */
export async function findAsClient(
  client: ClientStorage,
  request: WireRequest,
): Promise<WireReply> {
  const { allowed, refused } = await parted(client, 'read', request.fileList)
  if (allowed.length === 0) return { data: { fileList: refused } }
  const file_list = allowed.map((fileid) => ({ fileid }))
  const { data } = await client.storage.downloadUrls({ file_list })
  return { data: { fileList: [...listIn(data, 'download_list'), ...refused] } }
}

/** `wx.cloud.deleteFile`, likewise. */
export async function deleteAsClient(
  client: ClientStorage,
  request: WireRequest,
): Promise<WireReply> {
  const { allowed, refused } = await parted(client, 'delete', request.fileList)
  if (allowed.length === 0) return { data: { fileList: refused } }
  const { data } = await client.storage.deleteFiles({ fileid_list: allowed })
  return { data: { fileList: [...listIn(data, 'delete_list'), ...refused] } }
}

async function parted(client: ClientStorage, operation: Operation, asked: unknown) {
  if (!Array.isArray(asked) || asked.length === 0) throw invalidParam('fileList is a list')
  const allowed: string[] = []
  const refused: unknown[] = []
  for (const one of asked) {
    const fileID = String(typeof one === 'object' && one !== null ? one.fileID : one)
    const path = pathOf(fileID)
    // A file that is not there is nobody's, so that only who may read all files learns of it.
    if (path !== undefined && (await mayTouch(client, { operation, path }))) allowed.push(fileID)
    else refused.push({ fileID, code: 'STORAGE_EXCEED_AUTHORITY' })
  }
  return { allowed, refused }
}

/** A file that is not there may have somebody for its owner: who is about to make it. */
interface Touch {
  readonly operation: Operation
  readonly path: string
  readonly absentOwner?: string
}

async function mayTouch(
  { storage, storageRules, openid }: ClientStorage,
  { operation, path, absentOwner }: Touch,
): Promise<boolean> {
  const file = await storage.files.find(keyOf(path))
  const owner = file === undefined ? absentOwner : file.owner
  const resource = { path, openid: owner ?? null }
  const verdict = judge(storageRules, operation, { auth: { openid }, resource })
  return verdict === 'own' ? owner === openid : verdict === 'allowed'
}

function listIn(data: unknown, name: string): unknown[] {
  if (typeof data !== 'object' || data === null) return []
  const list = new Map<string, unknown>(Object.entries(data)).get(name)
  return Array.isArray(list) ? list : []
}

function denied(): PlatformError {
  return new PlatformError('STORAGE_EXCEED_AUTHORITY', 'Permission denied')
}
