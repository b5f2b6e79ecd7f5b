import type { DeclarationBook } from './declarations'
import type { LastingCounts } from './lasting-counts'
import type { MediaChecks } from './media-checks'
import type { PhoneCodes } from './phone-number'

/** What the open interfaces know and remember. */
export interface OpenContext {
  readonly nowMs: number
  readonly declarations: DeclarationBook
  /** Messages that members still allow, by `permitKey`. */
  readonly permits: LastingCounts
  /** What was used up of the platform's quotas. */
  readonly used: LastingCounts
  readonly phoneCodes: PhoneCodes
  /** Pictures and sounds that are being looked at. */
  readonly mediaChecks: Pick<MediaChecks, 'take'>
  /** When a member's phone last called a function; undefined when never. */
  lastSeenAt(openid: string): number | undefined
}

export type Fields = Readonly<Record<string, unknown>>

/** JSON as WeChat writes it, or a picture. */
export type OpenAnswer =
  | { readonly json: Record<string, unknown> }
  | { readonly contentType: string; readonly bytes: Buffer }

/**
 * One interface of WeChat's, its fields in snake case as they travel.
 * @throws WechatError with WeChat's own code and text.
 */
export type OpenInterface = (
  context: OpenContext,
  fields: Fields,
) => OpenAnswer | Promise<OpenAnswer>
