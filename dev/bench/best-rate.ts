/** How fast something went, and what it took of the processor, both cores together. */
export interface Pace {
  readonly perSecond: number
  readonly processorMs: number
}

/** Nothing measured yet; every real pace is better. */
export const slowest: Pace = { perSecond: 0, processorMs: Number.POSITIVE_INFINITY }

/** The pace of so many operations; the work may say itself how many milliseconds it took. */
export async function paceOf(
  operations: number,
  work: () => Promise<number | undefined>,
): Promise<Pace> {
  const before = process.cpuUsage()
  const startedAt = performance.now()
  const ms = (await work()) ?? performance.now() - startedAt
  const { user, system } = process.cpuUsage(before)
  return { perSecond: (operations / ms) * 1000, processorMs: (user + system) / 1000 / operations }
}

/** What else the machine does meanwhile makes a round slower and never faster: the best counts. */
export function better(best: Pace, pace: Pace): Pace {
  return {
    perSecond: Math.max(best.perSecond, pace.perSecond),
    processorMs: Math.min(best.processorMs, pace.processorMs),
  }
}
