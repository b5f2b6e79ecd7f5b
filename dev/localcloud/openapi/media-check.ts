import { randomBytes } from 'node:crypto'
import { invalidParam } from '../platform-error'
import type { OpenInterface } from './open-context'
import { refuseAuthor, refuseOutOfOrder } from './verdicts'
import { WechatError } from './wechat-error'

const sound = 1
const picture = 2

/**
 * `security.mediaCheckAsync` 2.0: takes the address of a picture or a sound and answers at once
 * with an id; the verdict is pushed later (`media-checks.ts`). Whether anything can be fetched from
 * the address is found out then, as on the platform.
 * Source: the reference of `mediaCheckAsync`; 40004 and 47001 as reports show them.
 */
export const checkMedia: OpenInterface = async (context, fields) => {
  const { media_url: mediaUrl, media_type: mediaType, version } = fields
  if (mediaUrl === undefined || mediaUrl === '') throw new WechatError(47001, 'data format error')
  if (typeof mediaUrl !== 'string') throw new WechatError(47001, 'data format error')
  if (mediaType !== sound && mediaType !== picture) {
    throw new WechatError(40004, 'invalid media type')
  }
  if (version === undefined || version === 1) {
    throw invalidParam('version 1 of security.mediaCheckAsync is not supported by the local cloud')
  }
  if (version !== 2) throw new WechatError(47001, 'data format error')
  refuseAuthor(context, fields)
  refuseOutOfOrder(decoded(mediaUrl))
  const traceId = traceIdAt(context.nowMs)
  await context.mediaChecks.take({ traceId, mediaUrl, openid: String(fields.openid) })
  return { json: { errcode: 0, errmsg: 'ok', trace_id: traceId } }
}

/** An address as a person reads it; one that is no encoded text stays as it is. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** Three numbers of eight digits, the first of them the instant, as in what is reported. */
function traceIdAt(nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000).toString(16)
  const [one, other] = [randomBytes(4), randomBytes(4)].map((bytes) => bytes.toString('hex'))
  return `${seconds.padStart(8, '0')}-${one}-${other}`
}
