import type { LocalCloud } from '../localcloud/cloud'
import type { Document } from '../localcloud/engine/document'
import type { Ask } from './ask'

/** What the history has made so far, by the names that its deeds gave. */
export interface Played {
  readonly cloud: LocalCloud
  readonly ask: Ask
  readonly todayOn: string
  readonly memberIds: Map<string, string>
  readonly purchaseIds: Map<string, string>
  readonly redemptions: Map<string, { redemptionId: string; pickupCode: string }>
  readonly communityIds: Map<string, string>
  readonly dropIds: Map<string, string>
  readonly listIds: Map<string, string>
  /** Of members, as `list/openid`. */
  readonly entryIds: Map<string, string>
}

export function known<T>(made: ReadonlyMap<string, T>, name: string): T {
  const found = made.get(name)
  if (found === undefined) throw new Error(`the history has no ${name} yet`)
  return found
}

/** Plain data as the engine stores it. */
export function documentOf(data: object): Document {
  return JSON.parse(JSON.stringify(data))
}
