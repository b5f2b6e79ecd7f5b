/** Pictures that others will see: files in the storage that are one, and what WeChat holds. */
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { TextVerdict } from './content-check'
import { fileStorage, openInterfaces, platformIdentity } from './database'

interface MediaInterfaces {
  security: {
    mediaCheckAsync(options: {
      mediaUrl: string
      mediaType: number
      version: number
      scene: number
      openid: string
    }): Promise<{ traceId?: string }>
  }
}

const MAX_PICTURE_BYTES = 5 * 1024 * 1024
const ADDRESS_LIVES_S = 3_600
/** By WeChat's numbers: a picture, and where it will be seen. */
const PICTURE = 2
const FORUM = 3

/** How the files of pictures begin. */
const beginnings: readonly string[] = ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'GIF87a', 'GIF89a']

/** Refuses PICTURE_BAD with the field: no file, none of a picture, or one above 5 MB. */
export async function admitPicture(field: string, fileId: string): Promise<Outcome<null>> {
  const bytes = await bytesOf(fileId)
  const isPicture = bytes !== null && bytes.length <= MAX_PICTURE_BYTES && beginsAsPicture(bytes)
  return isPicture ? accept(null) : refuse('PICTURE_BAD', { field })
}

/**
 * Asks WeChat for its verdict, which it pushes some seconds or minutes later by the id that is
 * answered; null when it could not be asked. It is no database call. The function lists
 * `security.mediaCheckAsync` in its config.json.
 */
export async function askAboutPicture(fileId: string): Promise<string | null> {
  const { openid } = platformIdentity()
  // Parse edge: the SDK types its open interfaces as anything; this is the reference's answer.
  const { security } = openInterfaces as MediaInterfaces
  const kind = { mediaType: PICTURE, version: 2, scene: FORUM, openid }
  try {
    const fileList = [{ fileID: fileId, maxAge: ADDRESS_LIVES_S }]
    const mediaUrl = (await fileStorage.getTempFileURL({ fileList })).fileList[0]?.tempFileURL
    if (mediaUrl === undefined || openid === '') return null
    return (await security.mediaCheckAsync({ mediaUrl, ...kind })).traceId ?? null
  } catch {
    return null
  }
}

/** A pushed verdict and which wish it answers; null when the event is none. */
export function readPictureVerdict(
  event: unknown,
): { readonly traceId: string; readonly verdict: TextVerdict } | null {
  const { Event, trace_id: traceId, result } = fieldsOf(event)
  if (Event !== 'wxa_media_check' || typeof traceId !== 'string') return null
  const { suggest } = fieldsOf(result)
  if (suggest === 'pass') return { traceId, verdict: 'fine' }
  return { traceId, verdict: suggest === 'risky' ? 'risky' : 'unsure' }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

async function bytesOf(fileID: string): Promise<Buffer | null> {
  try {
    return (await fileStorage.downloadFile({ fileID })).fileContent
  } catch {
    return null
  }
}

function beginsAsPicture(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 12).toString('latin1')
  const isWebp = head.startsWith('RIFF') && head.endsWith('WEBP')
  return isWebp || beginnings.some((beginning) => head.startsWith(beginning))
}
