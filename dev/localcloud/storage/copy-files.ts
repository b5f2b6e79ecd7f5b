import type { WireReply, WireRequest } from '../gateway/database-actions'
import { invalidParam } from '../platform-error'
import { fileIdOf, pathFault, pathOf } from './file-path'
import { type FileStore, keyOf } from './file-store'

const mostFiles = 50

/**
 * `storage.batchCopyFile` of @cloudbase/node-sdk: copies, or moves where the original shall go. A
 * file that is there is written over unless the wish says otherwise.
 */
export async function copyFiles(files: FileStore, request: WireRequest): Promise<WireReply> {
  const { file_list: wishes } = request
  if (!Array.isArray(wishes) || wishes.length === 0 || wishes.length > mostFiles) {
    throw invalidParam(`the list has 1 to ${mostFiles} files`)
  }
  const copied: unknown[] = []
  // One after another: what one wish makes may be what the next one copies.
  for (const wish of wishes) copied.push(await copyFile(files, Object(wish)))
  return { data: { copy_list: copied } }
}

async function copyFile(files: FileStore, wish: Readonly<Record<string, unknown>>) {
  const from = readPath(wish.src_path)
  const to = readPath(wish.dst_path)
  if (from === undefined || to === undefined) return { code: 'INVALID_PARAM' }
  const [file, bytes] = [await files.find(keyOf(from)), await files.read(keyOf(from))]
  if (file === undefined || bytes === undefined) return { code: 'STORAGE_FILE_NONEXIST' }
  if (wish.overwrite === false && (await files.find(keyOf(to)))) {
    return { code: 'STORAGE_REQUEST_FAIL', message: 'the file exists' }
  }
  const { owner, uploadedAt } = file
  await files.put({ path: to, uploadedAt, ...(owner === undefined ? {} : { owner }) }, bytes)
  if (wish.remove_original === true && from !== to) await files.remove(keyOf(from))
  return { code: 'SUCCESS', fileId: fileIdOf(to) }
}

/** A path, or a fileID of this environment. */
function readPath(path: unknown): string | undefined {
  if (typeof path !== 'string') return undefined
  return pathFault(path) === undefined && !path.startsWith('cloud://') ? path : pathOf(path)
}
