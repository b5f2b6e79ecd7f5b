/**
 * The points of one member as a child would keep them: a heap of single points, each with its
 * last day on it. It is written apart from the rules on purpose, and knows neither lots nor
 * balances; what the books say is held against it.
 */
export interface PointsByUnit {
  /** The last day of each single point that can still be spent or has not been looked at. */
  readonly held: string[]
  /** The last day of each point that expired in her hands and was not asked back since. */
  readonly expired: string[]
  owedCount: number
  /** Nothing is paid and nothing dies. */
  isFrozen: boolean
  /** Last days that were crossed out, and what was written instead: `[old, new]`. */
  readonly rewritten: [string, string][]
  /** Promised points that come on a day, by the name of what they were promised for. */
  promised: { readonly name: string; readonly comesOn: string; readonly lastDays: string[] }[]
}

export function noPoints(): PointsByUnit {
  return { held: [], expired: [], owedCount: 0, isFrozen: false, rewritten: [], promised: [] }
}

/** A promise is broken, since the purchase was undone; false when there is none by that name. */
export function breakPromise(heap: PointsByUnit, name: string): boolean {
  const kept = heap.promised.filter((promise) => promise.name !== name)
  const isBroken = kept.length < heap.promised.length
  heap.promised = kept
  return isBroken
}

/**
 * A new day has come: what was promised is there, what could be spent until yesterday is gone.
 * Answers how many points.
 */
export function wakeUp(heap: PointsByUnit, todayOn: string): number {
  const come = heap.promised.filter(({ comesOn }) => comesOn <= todayOn)
  heap.promised = heap.promised.filter(({ comesOn }) => comesOn > todayOn)
  for (const { lastDays } of come) receive(heap, lastDays)
  if (heap.isFrozen) return 0
  const gone = heap.held.filter((lastOn) => lastOn < todayOn)
  const left = heap.held.filter((lastOn) => lastOn >= todayOn)
  heap.held.splice(0, heap.held.length, ...left)
  heap.expired.push(...gone)
  return gone.length
}

/** Points come in one by one; whoever owes gives them away at once. */
export function receive(heap: PointsByUnit, lastDays: readonly string[]): void {
  for (const lastOn of [...lastDays].sort()) {
    if (heap.owedCount > 0) heap.owedCount -= 1
    else heap.held.push(lastOn)
  }
}

/** Pays point by point with the one that dies soonest; null when there are not enough. */
export function pay(heap: PointsByUnit, count: number): string[] | null {
  if (heap.isFrozen || heap.held.length < count) return null
  heap.held.sort()
  return heap.held.splice(0, count)
}

/** Paid points come home; those that would be dead by now are given a new last day. */
export function takeHome(heap: PointsByUnit, paid: readonly string[], todayOn: string): void {
  const graceMs = 7 * 86_400_000
  const newLastOn = monthEnd(new Date(Date.parse(todayOn) + graceMs), 0)
  const dead = [...new Set(paid)].filter((lastOn) => lastOn < todayOn).sort()
  heap.rewritten.push(...dead.map((lastOn): [string, string] => [lastOn, newLastOn]))
  receive(
    heap,
    paid.map((lastOn) => (lastOn < todayOn ? newLastOn : lastOn)),
  )
}

/**
 * Asks points back one by one: the dead ones of that day, the living ones, any, a promise. Whose
 * last day is past for more than 13 months is not asked any more: nobody knows what became of them.
 */
export function askBack(
  heap: PointsByUnit,
  count: number,
  { lastOn, todayOn }: { lastOn: string; todayOn: string },
): void {
  if (monthsBefore(todayOn, 13) > lastOn) return
  const days = [lastOn]
  for (const [old, written] of heap.rewritten) if (days.includes(old)) days.push(written)
  for (let asked = 0; asked < count; asked += 1) {
    if (days.some((day) => removeOne(heap.expired, day))) continue
    if (days.some((day) => removeOne(heap.held, day))) continue
    heap.held.sort()
    if (heap.held.shift() === undefined) heap.owedCount += 1
  }
}

/** The heap is free again: whatever would die within 30 days gets a new last day. */
export function thaw(heap: PointsByUnit, todayOn: string): void {
  heap.isFrozen = false
  const newLastOn = monthEnd(new Date(Date.parse(todayOn) + 30 * 86_400_000), 0)
  for (const [position, lastOn] of heap.held.entries()) {
    if (lastOn >= newLastOn) continue
    heap.held[position] = newLastOn
    heap.rewritten.push([lastOn, newLastOn])
  }
}

/** The last day of points that were received on a date and live for some months. */
export function lastDayOf(receivedOn: string, months: number): string {
  return monthEnd(new Date(Date.parse(receivedOn)), months)
}

/** The heap sorted into piles by last day, the soonest first: `[lastOn, count]`. */
export function pilesOf(heap: PointsByUnit): [string, number][] {
  const piles = new Map<string, number>()
  for (const lastOn of [...heap.held].sort()) piles.set(lastOn, (piles.get(lastOn) ?? 0) + 1)
  return [...piles]
}

function removeOne(from: string[], lastOn: string): boolean {
  const at = from.indexOf(lastOn)
  if (at >= 0) from.splice(at, 1)
  return at >= 0
}

/** The same day some months before, or the last of that month. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  const then = Date.UTC(year, month - 1 - months, Math.min(date, last))
  return new Date(then).toISOString().slice(0, 10)
}

/** Day 0 of the following month is the last of this one. */
function monthEnd(day: Date, monthsLater: number): string {
  const end = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + monthsLater + 1, 0)
  return new Date(end).toISOString().slice(0, 10)
}
