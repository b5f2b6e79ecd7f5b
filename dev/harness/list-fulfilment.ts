/**
 * What the notebook says once the goods of a list come: who gets how much of them, what that costs
 * after the scales, who has paid it, and what was fetched.
 */
import type { ShortageMethod } from '../../shared/lists/list'
import type { ListModel, ModelEntry } from './list-model'

type Counts = Record<string, number>

/** An entry that stood at the cut-off. */
export interface Fulfilled {
  readonly entry: ModelEntry
  /** Whoever is higher is served first where the list says so. */
  readonly rank: number
  /** Null until the goods are here. */
  got: Counts | null
  readonly grams: Counts
  paid: 'none' | 'owed' | 'paid' | 'toReturn'
  paidFen: number
  /** Of the purchase in her books; null without one. */
  bookedFen: number | null
  isFetched: boolean
}

export class ListFulfilment {
  readonly rows: readonly Fulfilled[]

  constructor(
    private readonly model: ListModel,
    rankOf: (entry: ModelEntry) => number,
  ) {
    const standing = model.entries.filter(({ state }) => state === 'joined')
    this.rows = standing.map((entry) => {
      const before = { got: null, grams: {}, paidFen: 0, bookedFen: null, isFetched: false }
      return { entry, rank: rankOf(entry), paid: 'owed', ...before }
    })
  }

  orderedOf(itemId: string): number {
    return this.rows.reduce((sum, { entry }) => sum + (entry.wanted[itemId] ?? 0), 0)
  }

  /** All items at once; of each so much. */
  arrive(arrived: Readonly<Counts>, method: ShortageMethod): void {
    for (const row of this.rows) row.got = {}
    const byRank = (one: Fulfilled, other: Fulfilled) => other.rank - one.rank
    const inTurn = method === 'byTier' ? [...this.rows].sort(byRank) : this.rows
    for (const [itemId, arrivedCount] of Object.entries(arrived)) {
      let left = arrivedCount
      for (const { entry, got } of inTurn) {
        const wanted = entry.wanted[itemId]
        if (wanted === undefined || got === null) continue
        const short = entry.ifShort[itemId] === 'drop' ? 0 : left
        got[itemId] = left >= wanted ? wanted : short
        left -= got[itemId]
      }
    }
    for (const row of this.rows) {
      if (countIn(row.got ?? {}) === 0) row.entry.state = 'released'
      this.settleWhereFinal(row)
    }
  }

  weigh(row: Fulfilled, itemId: string, grams: number): void {
    row.grams[itemId] = grams
    this.settleWhereFinal(row)
  }

  /** Weighed goods that have not been on the scales. */
  unweighed({ got, grams }: Fulfilled): string[] {
    return this.model.items.flatMap(({ itemId, unit }) =>
      unit === 'jin' && (got?.[itemId] ?? 0) > 0 && grams[itemId] === undefined ? [itemId] : [],
    )
  }

  /** What is still owed of it, all at once. */
  pay(row: Fulfilled): void {
    if (row.paid !== 'owed') return
    Object.assign(row, { paid: 'paid', paidFen: this.payableFen(row) })
    if (this.isFinal(row)) this.book(row)
  }

  /** Line by line what it got, weighed goods after their weight; before that what it ordered. */
  payableFen({ entry, got, grams }: Fulfilled): number {
    return Object.entries(entry.wanted).reduce((sum, [itemId, wanted]) => {
      const had = got?.[itemId] ?? wanted
      const count = had === 0 ? 0 : (grams[itemId] ?? had)
      return sum + this.model.amountFen(itemId, { count, isMember: entry.who !== null })
    }, 0)
  }

  dueFen(row: Fulfilled): number {
    return row.paid === 'owed' ? this.payableFen(row) - row.paidFen : 0
  }

  private isFinal(row: Fulfilled): boolean {
    return row.got !== null && this.unweighed(row).length === 0
  }

  /** What was paid before is settled: kept, given back, or asked for again. */
  private settleWhereFinal(row: Fulfilled): void {
    if (!this.isFinal(row)) return
    const payableFen = this.payableFen(row)
    if (payableFen === 0) {
      Object.assign(row, { paid: row.paidFen > 0 ? 'toReturn' : 'none', paidFen: 0 })
    } else if (row.paidFen >= payableFen) {
      Object.assign(row, { paid: 'paid', paidFen: payableFen })
      this.book(row)
    } else {
      row.paid = 'owed'
    }
  }

  /** A name without an account has no books. */
  private book(row: Fulfilled): void {
    if (row.entry.who !== null) row.bookedFen = row.paidFen
  }
}

function countIn(counts: Readonly<Counts>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
