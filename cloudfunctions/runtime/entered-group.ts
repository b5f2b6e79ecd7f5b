/**
 * The group that a phone came from, as the platform says. A phone sends a cloudID at the top of its
 * event, and the platform puts the group's data in its place. A phone may write an object of the
 * same shape there itself, which reaches the function unchanged: so the data is believed only where
 * the platform names the field as its own (OPEN_DATA_INFO, reference of `Cloud.getWXContext`).
 * A cloudID that is forged, another phone's or older than five minutes is replaced by an error.
 */
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { EnteredContext } from './context'
import { platformIdentity } from './database'

const FIELD = 'group'
const openDataInfo = v.object({ keys: v.array(v.string()) })
const groupData = v.object({
  data: v.object({
    opengid: v.pipe(v.string(), v.minLength(1)),
    watermark: v.optional(v.object({ appid: v.string() })),
  }),
})

/** Null without a group. Refuses INPUT_INVALID, field `group`, for anything not the platform's. */
export function readEnteredGroup(sent: unknown): Outcome<Pick<EnteredContext, 'groupKey'>> {
  if (sent === undefined || sent === null) return accept({ groupKey: null })
  const { appid, openDataInfo: info } = platformIdentity()
  const read = v.safeParse(groupData, sent)
  const { opengid = '', watermark } = read.success ? read.output.data : {}
  const isOurs = watermark === undefined || watermark.appid === appid
  if (!opengid || !isOurs || !isFromPlatform(info)) {
    return refuse('INPUT_INVALID', { field: FIELD })
  }
  return accept({ groupKey: groupKeyOf(appid, opengid) })
}

/** Refuses GROUP_REQUIRED when she did not enter by a group's card. */
export function requireGroup({ groupKey }: EnteredContext): Outcome<string> {
  return groupKey === null ? refuse('GROUP_REQUIRED') : accept(groupKey)
}

/** A group's name in our database, of 32 hex digits: the platform's own is stored nowhere. */
export function groupKeyOf(appid: string, opengid: string): string {
  return createHash('sha256').update(`${appid}/group/${opengid}`).digest('hex').slice(0, 32)
}

function isFromPlatform(info: string): boolean {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), openDataInfo), info)
  return read.success && read.output.keys.includes(FIELD)
}
