/** The goods of an ordered list come, through the endpoints and in the notebook beside them. */
import { quantityOf } from '../../shared/lists/quantity'
import { allTiers } from '../../shared/tiers/tier'
import { differ, type Place } from './list-differences'
import { type Fulfilled, ListFulfilment } from './list-fulfilment'
import type { ListModel } from './list-model'
import { fulfilmentDifferences } from './list-sheet-differences'
import type { Fate, Story } from './list-stories'

/** What arrives of weighed goods is so many grams, or a multiple. */
const GRAMS_OF_STEP = 250
const NOTHING: Fate = { paysBefore: false, weighsPermille: 1_000, after: 'nothing' }

interface Goods {
  readonly at: Place
  readonly model: ListModel
  readonly told: Pick<Story, 'fates' | 'arrivesPermille' | 'payment' | 'shortage'>
  /** Of the entries, by number. */
  readonly ids: ReadonlyMap<number, string>
}

export class FulfilmentTale {
  private readonly shop: Place['shop']
  private readonly list: Place['list']
  private readonly model: ListModel
  private readonly told: Goods['told']
  private readonly ids: Goods['ids']

  constructor(
    { at, model, told, ids }: Goods,
    private readonly count: (what: string) => void,
  ) {
    this.shop = at.shop
    this.list = at.list
    this.model = model
    this.told = told
    this.ids = ids
  }

  /** They arrive, are weighed, paid and fetched: a sentence for all that is not as noted. */
  async tell(): Promise<string[]> {
    const { shop, model, told, list } = this
    const entries = await shop.find('list_entries', { listId: list.listId })
    const tiers = new Map(entries.map(({ entryNo, tier }) => [Number(entryNo), tier]))
    const fulfilment = new ListFulfilment(model, ({ no }) => rankOf(tiers.get(no)))
    const fated = fulfilment.rows.map((row, place) => {
      return [row, told.fates[place % told.fates.length] ?? NOTHING] as const
    })
    const wrong: string[] = []
    const see = (what: string, found: unknown, wanted: unknown) => {
      this.count(what)
      wrong.push(...differ(what, found, wanted))
    }
    for (const [row, { paysBefore }] of fated) {
      if (paysBefore) see('paid before', await this.markPaid(row, fulfilment), row.paidFen)
    }
    see('arrived', ...(await this.arrive(fulfilment)))
    for (const [row, { weighsPermille }] of fated) {
      for (const itemId of fulfilment.unweighed(row)) {
        const grams = Math.round(((row.got?.[itemId] ?? 0) * weighsPermille) / 1_000)
        fulfilment.weigh(row, itemId, grams)
        const input = { entryId: this.idOf(row), itemId, grams }
        const { payableFen } = await shop.value('lists.weigh', this.byOwner(input))
        see('weighed', payableFen, fulfilment.payableFen(row))
      }
    }
    for (const [row, { after }] of fated) {
      if (after === 'markPaid' && row.paid === 'owed') {
        see('paid after', await this.markPaid(row, fulfilment), row.paidFen)
      }
      if (after !== 'handOver' || row.entry.state !== 'joined') continue
      see('handed over', ...(await this.handOver(row, fulfilment)))
    }
    const whole = { place: { shop, list }, model, fulfilment }
    return [...wrong, ...(await fulfilmentDifferences(whole))]
  }

  private async markPaid(row: Fulfilled, fulfilment: ListFulfilment): Promise<unknown> {
    fulfilment.pay(row)
    const { entries } = await this.shop.value(
      'lists.markPaid',
      this.byOwner({ entryIds: [this.idOf(row)] }),
    )
    return entries[0]?.paidFen
  }

  /** What the owner was told, and what the notebook says, line by line. */
  private async arrive(fulfilment: ListFulfilment): Promise<readonly [unknown, unknown]> {
    const { list, told } = this
    const counted = list.list.items.flatMap(({ itemId, unit }, place) => {
      const share = ((told.arrivesPermille[place] ?? 0) * fulfilment.orderedOf(itemId)) / 1_000
      const step = unit === 'piece' ? 1 : GRAMS_OF_STEP
      const isOrdered = fulfilment.orderedOf(itemId) > 0
      return isOrdered ? [{ itemId, unit, count: Math.floor(share / step) * step }] : []
    })
    fulfilment.arrive(
      Object.fromEntries(counted.map(({ itemId, count }) => [itemId, count])),
      told.shortage,
    )
    const items = counted.map(({ itemId, unit, count }) => ({
      ...{ itemId, arrivedCount: quantityOf(count, unit) },
    }))
    const { allocations } = await this.shop.value(
      'lists.arrive',
      this.byOwner({ listId: list.listId, items }),
    )
    const found = allocations.map(({ entryNo, itemId, gotCount }) => [entryNo, itemId, gotCount])
    const noted = fulfilment.rows.flatMap(({ entry, got }) =>
      this.linesOf(entry.wanted).map(({ itemId }) => {
        const { unit = 'piece' } = list.list.items.find((item) => item.itemId === itemId) ?? {}
        return [entry.no, itemId, quantityOf(got?.[itemId] ?? 0, unit)]
      }),
    )
    return [found, noted]
  }

  /** All that it got, by its owner; who still owes pays it then where that is the list's way. */
  private async handOver(row: Fulfilled, fulfilment: ListFulfilment) {
    const isPaidNow = this.told.payment === 'atPickup'
    const dueFen = isPaidNow ? fulfilment.dueFen(row) : 0
    if (isPaidNow) fulfilment.pay(row)
    row.isFetched = true
    const had = Object.entries(row.got ?? {}).filter(([, count]) => count > 0)
    const entryId = this.idOf(row)
    const lines = this.linesOf(Object.fromEntries(had)).map((line) => ({ entryId, ...line }))
    const { entries } = await this.shop.value('lists.handOver', this.byOwner({ lines }))
    const found = entries.map(({ collectedAll, paidFen }) => [collectedAll, paidFen])
    return [found, [[true, dueFen]]] as const
  }

  private idOf({ entry }: Fulfilled): string {
    return this.ids.get(entry.no) ?? ''
  }

  /** A fresh request of its owner. */
  private byOwner<I>(input: I): { as: string; requestId: string; input: I } {
    return { as: this.list.owner.who, requestId: this.shop.fresh('fulfil'), input }
  }

  private linesOf(counts: Readonly<Record<string, number>>) {
    return this.list.list.items.flatMap(({ itemId, unit }) => {
      const count = counts[itemId] ?? 0
      return count === 0 ? [] : [{ itemId, quantity: quantityOf(count, unit) }]
    })
  }
}

/** Whoever is no member comes after all who are. */
function rankOf(tier: unknown): number {
  const ranked: readonly string[] = allTiers
  return ranked.indexOf(String(tier))
}
