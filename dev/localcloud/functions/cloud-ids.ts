import { randomBytes } from 'node:crypto'

/** What a phone may get a cloudID for, and the platform's shape of its data. */
export type OpenDataKind = 'group' | 'phone' | 'run'

export interface OpenDataRequest {
  readonly kind: OpenDataKind
  /** Whose it is: nobody else can have it replaced. */
  readonly openid: string
  readonly data: Readonly<Record<string, unknown>>
}

/** A cloudID as a function finds it in its event. */
export type OpenData =
  | { cloudID: string; data: Record<string, unknown> }
  | { cloudID: string; errCode: number; errMsg: string }

/** The open data that phones were given, and what becomes of it in a function's event. */
export interface CloudIds {
  issue(request: OpenDataRequest): string
  /** The data of a cloudID, or the platform's error when it is forged, foreign or too old. */
  read(cloudId: string, openid: string | undefined): OpenData
  /**
   * Replaces the cloudIDs of an event from a phone: `{"$cloudID": "43_…"}` stands for
   * `wx.cloud.CloudID('43_…')`, whose own form on the wire is not documented.
   */
  replace(eventText: string, openid: string | undefined): ReplacedEvent
}

export interface ReplacedEvent {
  readonly eventText: string
  readonly openData: Readonly<Record<string, OpenData>>
}

export interface CloudIdSetting {
  readonly appId: string
  readonly now: () => number
}

const validMs = 5 * 60_000
const mostReplaced = 5
const mark = '$cloudID'

interface Issued extends OpenDataRequest {
  readonly at: number
}

export function createCloudIds({ appId, now }: CloudIdSetting): CloudIds {
  const issued = new Map<string, Issued>()
  const read: CloudIds['read'] = (cloudId, openid) => {
    const known = issued.get(cloudId)
    if (known === undefined || known.openid !== openid) return failed(cloudId, 'cloudID invalid.')
    const ageMs = now() - known.at
    if (ageMs < 0 || ageMs > validMs) return failed(cloudId, 'cloudID expired.')
    const watermark = { timestamp: Math.floor(known.at / 1000), appid: appId }
    return { cloudID: cloudId, data: { ...known.data, watermark } }
  }
  return {
    issue(request) {
      for (const [id, { at }] of issued) if (Math.abs(now() - at) > 2 * validMs) issued.delete(id)
      const cloudId = `43_${randomBytes(32).toString('base64url')}`
      issued.set(cloudId, { ...request, at: now() })
      return cloudId
    },
    read,
    replace(eventText, openid) {
      if (!eventText.includes(mark)) return { eventText, openData: {} }
      const event: unknown = JSON.parse(eventText)
      if (typeof event !== 'object' || event === null) return { eventText, openData: {} }
      const wanted = Object.entries(event).filter(([, value]) => cloudIdOf(value) !== undefined)
      const openData = wanted
        .slice(0, mostReplaced)
        .map(([key, value]) => [key, read(cloudIdOf(value) ?? '', openid)] as const)
      // A cloudID that lies deeper, or is the sixth, is shown as the text that it is.
      const shown = JSON.stringify(event, (_key, value: unknown) => cloudIdOf(value) ?? value)
      return { eventText: shown, openData: Object.fromEntries(openData) }
    },
  }
}

/** The code and the first sentence are documented; that a forged one has the same code is not. */
function failed(cloudID: string, errMsg: string): OpenData {
  return { cloudID, errCode: -601006, errMsg }
}

function cloudIdOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !(mark in value)) return undefined
  return Object.keys(value).length === 1 ? String(value[mark]) : undefined
}
