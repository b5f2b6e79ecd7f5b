/**
 * 提醒授权: one accepted authorization is one message, whenever; no interface tells how many are
 * left. So each is counted when it is given and when it is spent.
 */

/** What WeChat's sheet says of one template. */
export type PermitAnswer = 'accept' | 'reject' | 'ban' | 'filter'

export interface Permits {
  readonly leftCount: number
  /** When she last said no; a yes since takes it away. */
  readonly refusedAt: number | null
}

const DAY_MS = 86_400_000
/** A refuser is left in peace so long. */
export const PEACE_DAYS = 14
/** What WeChat shows in one sheet. */
export const MOST_TEMPLATES_ASKED = 3

/** `ban` and `filter` are the platform's own doing: they give nothing and refuse nothing. */
export function afterAnswer(permits: Permits, answer: PermitAnswer, now: number): Permits {
  if (answer === 'accept') return { leftCount: permits.leftCount + 1, refusedAt: null }
  return answer === 'reject' ? { ...permits, refusedAt: now } : permits
}

/** From when on she may be asked again; null when she may be now. */
export function askableFromAt(all: readonly Permits[], now: number): number | null {
  const refusedAt = Math.max(0, ...all.map((permits) => permits.refusedAt ?? 0))
  const fromAt = refusedAt + PEACE_DAYS * DAY_MS
  return refusedAt > 0 && fromAt > now ? fromAt : null
}
