/** Nature's key of a grant: one for each rule, member and occasion, whatever the request. */

export type GrantState = 'waiting' | 'claimed' | 'granted' | 'lapsed' | 'refused' | 'takenBack'

export function grantKeyOf(ruleId: string, memberId: string, occasionKey: string): string {
  return `${ruleId}:${memberId}:${occasionKey}`
}

/** The parts of a key; null of what is none. */
export function partsOfGrant(
  key: string,
): { readonly ruleId: string; readonly memberId: string; readonly occasionKey: string } | null {
  const [ruleId, memberId, ...rest] = key.split(':')
  const occasionKey = rest.join(':')
  return ruleId && memberId && occasionKey ? { ruleId, memberId, occasionKey } : null
}

/** True when one of these grants is of this occasion, also one that a merged membership had. */
export function isGranted(grants: readonly string[], ruleId: string, occasionKey: string): boolean {
  return grants.some((key) => key.startsWith(`${ruleId}:`) && key.endsWith(`:${occasionKey}`))
}
