/**
 * How often somebody bought: two purchases within ten minutes at one store count once, so that a
 * bill that is split gains nothing. Counted is how many of them lie ten minutes apart; that never
 * falls by one more purchase, nor rises when one is given back.
 */
const APART_MS = 10 * 60_000
/** More split bills than anybody has in three years. */
const MOST_CLUSTERS = 60

/** Purchases of one store, each within ten minutes of the next: what a refund has to know. */
export interface Cluster {
  readonly storeId: string
  readonly month: string
  /** Epoch ms, rising. */
  readonly ats: readonly number[]
}

/** When and where; `at` is null where only the day is known. */
export interface Visit {
  readonly storeId: string
  readonly month: string
  readonly at: number | null
}

/** How many of these count. */
export function visitsAmong(ats: readonly number[]): number {
  let count = 0
  let lastAt = Number.NEGATIVE_INFINITY
  for (const at of ats) {
    if (at - lastAt < APART_MS) continue
    count += 1
    lastAt = at
  }
  return count
}

interface Counted {
  readonly clusters: readonly Cluster[]
  /** By how much the month's count changes. */
  readonly change: number
}

/** One more purchase. One alone is forgotten once ten minutes are over: it is simply one. */
export function withVisit(clusters: readonly Cluster[], visit: Visit): Counted {
  const { at } = visit
  if (at === null) return { clusters, change: 1 }
  const near = clusters.filter((cluster) => isNear(cluster, visit, at))
  const others = clusters.filter((cluster) => !near.includes(cluster))
  const ats = [...near.flatMap((cluster) => cluster.ats), at].sort((a, b) => a - b)
  const before = near.reduce((sum, cluster) => sum + visitsAmong(cluster.ats), 0)
  const { storeId, month } = visit
  const kept = others.filter((cluster) => cluster.ats.length > 1 || isFresh(cluster, at))
  return {
    clusters: [...kept, { storeId, month, ats }].slice(-MOST_CLUSTERS),
    change: visitsAmong(ats) - before,
  }
}

/** One purchase less. */
export function withoutVisit(clusters: readonly Cluster[], visit: Visit): Counted {
  const { at } = visit
  const own = clusters.find(
    ({ storeId, ats }) => storeId === visit.storeId && at !== null && ats.includes(at),
  )
  if (!own || at === null) return { clusters, change: -1 }
  const place = own.ats.indexOf(at)
  const ats = own.ats.filter((_at, position) => position !== place)
  const left = clusters.flatMap((cluster) => {
    if (cluster !== own) return [cluster]
    return ats.length > 0 ? [{ ...cluster, ats }] : []
  })
  return { clusters: left, change: visitsAmong(ats) - visitsAmong(own.ats) }
}

function isNear({ storeId, month, ats }: Cluster, visit: Visit, at: number): boolean {
  const isSame = storeId === visit.storeId && month === visit.month
  return isSame && ats.some((each) => Math.abs(each - at) < APART_MS)
}

function isFresh({ ats }: Cluster, at: number): boolean {
  return ats.some((each) => at - each < APART_MS)
}
