/**
 * A list as one would keep it in a notebook: entries in a row, everything else worked out from
 * them. What the functions and the database make of the same steps must be the same.
 */
import type { ListItem, ListThreshold, ShortChoice, SoldOutChoice } from '../../shared/lists/list'
import { amountOf } from '../../shared/lists/quantity'
import { nextOf, type Queued, shortOf } from '../../shared/lists/waiting-list'

type Counts = Record<string, number>
type Choices = Readonly<Record<string, ShortChoice>>

export interface ModelEntry {
  readonly no: number
  readonly who: string | null
  readonly ifSoldOut: SoldOutChoice
  wanted: Counts
  /** By item; of what is not there less is taken. */
  ifShort: Choices
  state: 'joined' | 'waiting' | 'held' | 'cancelled' | 'lapsed' | 'released'
  waitsFor: readonly string[]
}

export interface ModelWish {
  readonly who: string | null
  readonly wanted: Counts
  readonly ifShort: Choices
  readonly ifSoldOut: SoldOutChoice
}

export class ListModel {
  readonly entries: ModelEntry[] = []

  constructor(readonly items: readonly ListItem[]) {}

  /** What the phone is told: a code, or how the entry stands. */
  join({ who, wanted, ifShort, ifSoldOut }: ModelWish): string {
    const limited = this.overLimit(wanted)
    if (limited) return limited
    if (who !== null && this.ofMember(who)) return 'LIST_JOINED'
    const short = shortOf({ left: this.left(), waiting: this.waiting() }, wanted)
    if (short.length > 0 && ifSoldOut === 'none') return 'SOLD_OUT'
    const state = short.length === 0 ? 'joined' : 'waiting'
    const no = this.entries.length + 1
    this.entries.push({ no, who, ifSoldOut, wanted, ifShort, state, waitsFor: short })
    return state
  }

  change(entry: ModelEntry, wanted: Counts, ifShort: Choices): string {
    if (isOver(entry)) return 'ENTRY_CLOSED'
    const limited = this.overLimit(wanted)
    if (limited) return limited
    const isWaiting = entry.state === 'waiting'
    const before = { wanted: entry.wanted, waitsFor: entry.waitsFor, isWaiting }
    if (isWaiting) {
      const others = this.waiting(entry)
      const short = shortOf({ left: this.left(), waiting: others }, wanted)
      Object.assign(entry, { wanted, ifShort, waitsFor: short })
      if (short.length === 0) entry.state = 'joined'
    } else {
      const more = Object.fromEntries(
        Object.entries(wanted).map(([id, count]) => [id, count - (entry.wanted[id] ?? 0)]),
      )
      if (shortOf({ left: this.left(), waiting: this.waiting() }, more).length > 0)
        return 'SOLD_OUT'
      Object.assign(entry, { wanted, ifShort, state: 'joined' })
    }
    const hasEnd = (id: string) => this.left()[id] !== undefined
    const isLess =
      !before.isWaiting &&
      Object.entries(before.wanted).some(([id, count]) => hasEnd(id) && count > (wanted[id] ?? 0))
    const waitsLess = before.waitsFor.some((id) => !entry.waitsFor.includes(id))
    const asksLess =
      entry.state === 'waiting' &&
      Object.entries(before.wanted).some(([id, count]) => count > (wanted[id] ?? 0))
    if (isLess || waitsLess || asksLess) this.letIn()
    return entry.state
  }

  cancel(entry: ModelEntry): string {
    if (isOver(entry)) return 'ENTRY_CLOSED'
    this.end(entry, 'cancelled')
    return 'cancelled'
  }

  takeUp(entry: ModelEntry): string {
    if (entry.state !== 'held') return 'ENTRY_NOT_HELD'
    entry.state = 'joined'
    return 'joined'
  }

  /** Their time is over. */
  lapseHeld(entries: readonly ModelEntry[]): void {
    for (const entry of entries) this.end(entry, 'lapsed')
  }

  /** The cut-off: who fits is let in, who waits or is held goes, and too little is released. */
  settle(threshold: ListThreshold | null): void {
    this.letInAtTheEnd()
    this.endAll('held', 'lapsed')
    this.letInAtTheEnd()
    this.endAll('waiting', 'lapsed')
    const joined = this.entries.filter(({ state }) => state === 'joined')
    const portions = joined.reduce((sum, { wanted }) => sum + this.portionsOf(wanted), 0)
    const isTooLittle = threshold !== null && portions < threshold.count
    if (isTooLittle && threshold.below !== 'deliver') this.endAll('joined', 'released')
  }

  ofMember(who: string): ModelEntry | undefined {
    return this.entries.find((entry) => entry.who === who && !isOver(entry))
  }

  /** By item, as many have joined: pieces or grams, and fen. */
  totals(): Map<string, { count: number; amountFen: number }> {
    const totals = new Map<string, { count: number; amountFen: number }>()
    for (const { who, wanted } of this.entries.filter(({ state }) => state === 'joined')) {
      for (const [id, count] of Object.entries(wanted)) {
        const sum = totals.get(id) ?? { count: 0, amountFen: 0 }
        const amountFen = sum.amountFen + this.amountFen(id, { count, isMember: who !== null })
        totals.set(id, { count: sum.count + count, amountFen })
      }
    }
    return totals
  }

  left(): Counts {
    const holding = this.entries.filter(({ state }) => state === 'joined' || state === 'held')
    const stocked = this.items.flatMap(({ itemId, stockCount }) => {
      const taken = holding.reduce((sum, { wanted }) => sum + (wanted[itemId] ?? 0), 0)
      return stockCount === null ? [] : [[itemId, stockCount - taken] as const]
    })
    return Object.fromEntries(stocked)
  }

  /** What so much of an item costs her. */
  amountFen(itemId: string, wish: { readonly count: number; readonly isMember: boolean }): number {
    const item = this.items.find((one) => one.itemId === itemId)
    if (!item) throw new Error(`no item ${itemId}`)
    const priceFen = (wish.isMember ? item.memberPriceFen : null) ?? item.priceFen
    return amountOf(item, { count: wish.count, priceFen })
  }

  private overLimit(wanted: Counts): string | null {
    const isOver = this.items.some(
      ({ itemId, limitCount }) => limitCount !== null && (wanted[itemId] ?? 0) > limitCount,
    )
    return isOver ? 'LIST_LIMIT' : null
  }

  private waiting(except?: ModelEntry): Counts {
    const counts: Counts = {}
    for (const entry of this.entries) {
      if (entry.state !== 'waiting' || entry === except) continue
      for (const id of entry.waitsFor) counts[id] = (counts[id] ?? 0) + 1
    }
    return counts
  }

  private end(entry: ModelEntry, state: 'cancelled' | 'lapsed'): void {
    Object.assign(entry, { state, waitsFor: [] })
    this.letIn()
  }

  private endAll(from: ModelEntry['state'], state: 'lapsed' | 'released'): void {
    for (const entry of this.entries) {
      if (entry.state === from) Object.assign(entry, { state, waitsFor: [] })
    }
  }

  private letInAtTheEnd(): void {
    for (const entry of this.entries.filter(({ state }) => state === 'waiting')) {
      const left = this.left()
      const fits = Object.entries(entry.wanted).every(
        ([id, count]) => count <= (left[id] ?? Number.POSITIVE_INFINITY),
      )
      if (fits) Object.assign(entry, { state: 'joined', waitsFor: [] })
    }
  }

  /** A piece is one, and so is a jin. */
  private portionsOf(wanted: Counts): number {
    return this.items.reduce((sum, { itemId, unit }) => {
      return sum + (wanted[itemId] ?? 0) / (unit === 'piece' ? 1 : 500)
    }, 0)
  }

  private letIn(): void {
    for (;;) {
      const { served, recounted } = nextOf(this.queue(), this.left(), { isFinal: false })
      for (const { entryId, waitsFor } of served ? [] : recounted) {
        Object.assign(this.entries[Number(entryId) - 1] ?? {}, { waitsFor })
      }
      const entry = served && this.entries[Number(served.entryId) - 1]
      if (!entry) return
      Object.assign(entry, { state: entry.ifSoldOut === 'hold' ? 'held' : 'joined', waitsFor: [] })
    }
  }

  private queue(): Queued[] {
    return this.entries
      .filter(({ state }) => state === 'waiting')
      .map(({ no, wanted, waitsFor }) => ({ entryId: String(no), wanted, waitsFor }))
  }
}

function isOver({ state }: ModelEntry): boolean {
  return state === 'cancelled' || state === 'lapsed' || state === 'released'
}
