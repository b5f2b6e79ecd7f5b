/** Who can be at work on a request; the function is when nobody else is. */
export type Worker = 'engine' | 'gateway' | 'nested'

/**
 * Divides the time of a request among those who work on it, so that the parts add up to the whole
 * also when much of it runs at once: each instant belongs to the innermost who is at work.
 */
export interface Timeline {
  readonly startedAt: number
  engineMs: number
  gatewayMs: number
  nestedMs: number
  functionMs: number
  /** How many of each are at work now. */
  readonly atWork: Record<Worker, number>
  changedAt: number
}

export function startTimeline(now: number): Timeline {
  const atWork = { engine: 0, gateway: 0, nested: 0 }
  const ms = { engineMs: 0, gatewayMs: 0, nestedMs: 0, functionMs: 0 }
  return { startedAt: now, ...ms, atWork, changedAt: now }
}

/** A worker begins (+1) or ends (-1). */
export function shift(timeline: Timeline, change: { worker: Worker; by: 1 | -1; now: number }) {
  elapse(timeline, change.now)
  timeline.atWork[change.worker] += change.by
}

/** Counts the time until now. */
export function elapse(timeline: Timeline, now: number): void {
  const ms = now - timeline.changedAt
  timeline.changedAt = now
  const { atWork } = timeline
  if (atWork.engine > 0) timeline.engineMs += ms
  else if (atWork.gateway > 0) timeline.gatewayMs += ms
  else if (atWork.nested > 0) timeline.nestedMs += ms
  else timeline.functionMs += ms
}
