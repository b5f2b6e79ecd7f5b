/**
 * A member's level worked out from nothing but her purchases as they are now, each by its date,
 * hour and store: no counts, no clusters, no cache. It walks over the months one by one.
 */
import { addDays } from '../../shared/business-date'
import { lastDayOf, monthAfter, monthOf } from '../../shared/tiers/month'
import { oneBelow, rankOf, type Tier, tierIds } from '../../shared/tiers/tier'
import { type TierRule, thresholdsOf } from '../../shared/tiers/tier-rule'

export interface Bought {
  readonly on: string
  readonly at: number
  readonly storeId: string
  leftFen: number
}

export interface ModelTier {
  tier: Tier
  untilOn: string | null
  fromMonth: string
}

const TEN_MINUTES_MS = 600_000

export class TierModel {
  readonly bought: Bought[] = []
  /** What reviews have left to her; they are done on the way, before each event. */
  private left: ModelTier = { tier: 'plain', untilOn: null, fromMonth: '' }

  constructor(private readonly rule: TierRule) {}

  /** To be called at each event, before it changes anything. */
  review(todayOn: string): void {
    this.left = this.walk(todayOn).left
  }

  standing(todayOn: string): { readonly tier: Tier; readonly untilOn: string | null } {
    return this.walk(todayOn).now
  }

  private walk(todayOn: string): { left: ModelTier; now: ModelTier } {
    let left = this.left
    let now = { ...left }
    const first = [...this.bought].map(({ on }) => monthOf(on)).sort()[0] ?? monthOf(todayOn)
    let [, month = first] = [first, left.fromMonth].sort()
    while (month <= monthOf(todayOn)) {
      if (now.untilOn !== null && month > monthOf(now.untilOn)) {
        const { untilOn } = now
        const graceEndsOn = addDays(untilOn, this.rule.graceDays)
        const isGood = this.tierFor(monthOf(untilOn), monthOf(untilOn)) >= rankOf(now.tier)
        const isOver = todayOn > graceEndsOn
        const until = isOver ? graceEndsOn : todayOn
        const isMadeUp = this.tierFor(monthOf(untilOn), monthOf(until)) >= rankOf(now.tier)
        if (!isGood && !isMadeUp && !isOver) return { left, now }
        const tier = isGood || isMadeUp ? now.tier : oneBelow(now.tier)
        const nextOn = lastDayOf(monthAfter(monthOf(untilOn), 12))
        now = { tier, fromMonth: month, untilOn: tier === 'plain' ? null : nextOn }
        if (isGood || isOver) left = { ...now }
      }
      const reached = this.tierFor(month, month)
      if (reached > rankOf(now.tier)) {
        now = { ...now, tier: tierIds[reached - 1] ?? 'plain', untilOn: this.lastDayFrom(month) }
      }
      month = monthAfter(month, 1)
    }
    return { left, now }
  }

  private lastDayFrom(month: string): string | null {
    if (this.rule.window === 'lifetime') return null
    if (this.rule.window === 'rolling') return lastDayOf(monthAfter(month, 12))
    return `${Number(this.cycleYear(month)) + 2}-${this.cycleEnd()}`
  }

  /** Cycles of the tests begin in January or in April. */
  private cycleYear(month: string): number {
    const [year, ofYear] = month.split('-').map(Number)
    return (year ?? 0) - ((ofYear ?? 1) < this.rule.cycleMonth ? 1 : 0) - this.isJanuary()
  }

  private isJanuary(): number {
    return this.rule.cycleMonth === 1 ? 1 : 0
  }

  private cycleEnd(): string {
    return this.isJanuary() ? '12-31' : '03-31'
  }

  /** The rank that purchases bring from the window of one month until another month's end. */
  private tierFor(windowOf: string, until: string): number {
    const from = this.windowStart(windowOf)
    const some = this.bought.filter(({ on, leftFen }) => {
      return leftFen > 0 && monthOf(on) >= from && monthOf(on) <= until
    })
    const measure = this.measure(some, until)
    const steps = thresholdsOf(this.rule)
    return tierIds.filter((tierId) => measure >= steps[tierId]).length
  }

  private windowStart(month: string): string {
    if (this.rule.window === 'lifetime') return ''
    if (this.rule.window === 'rolling') return monthAfter(month, -11)
    const year = this.cycleYear(month) + this.isJanuary()
    return `${year}-${String(this.rule.cycleMonth).padStart(2, '0')}`
  }

  private measure(some: readonly Bought[], until: string): number {
    const paidFen = some.reduce((sum, { leftFen }) => sum + leftFen, 0)
    const months = [...new Set(some.map(({ on }) => monthOf(on)))]
    const visits = months.map((month) =>
      countVisits(some.filter(({ on }) => monthOf(on) === month)),
    )
    const best = Math.max(0, ...visits)
    const { method, weights } = this.rule
    if (method === 'amount') return paidFen
    if (method === 'frequency') return best
    const firsts = this.bought.filter(({ leftFen }) => leftFen > 0).map(({ on }) => monthOf(on))
    const first = firsts.sort()[0]
    let tenure = 0
    while (first !== undefined && monthAfter(first, tenure) < until) tenure += 1
    const byTime = tenure * weights.tenure + months.length * weights.active
    if (method === 'loyalty') return byTime
    return byTime + Math.floor((paidFen * weights.amount) / 10_000) + best * weights.frequency
  }
}

/** As many as lie ten minutes apart, store by store. */
function countVisits(some: readonly Bought[]): number {
  const lastAt = new Map<string, number>()
  const counted = [...some]
    .sort((a, b) => a.at - b.at)
    .filter(({ storeId, at }) => {
      if (at - (lastAt.get(storeId) ?? Number.NEGATIVE_INFINITY) < TEN_MINUTES_MS) return false
      lastAt.set(storeId, at)
      return true
    })
  return counted.length
}
