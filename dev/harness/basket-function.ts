/**
 * A cloud function for tests, beside those of the product: it books baskets of several things with
 * the units that they need. A shelf is a reward's document, a basket a redemption's.
 */
import { runChores } from '../../cloudfunctions/runtime/chores'
import {
  command,
  findWhere,
  getById,
  inTransaction,
  type Stored,
} from '../../cloudfunctions/runtime/database'
import { bookWithUnits } from '../../cloudfunctions/runtime/unit-booking'
import {
  giveBackUnits,
  sweepUnits,
  type UndoableBooking,
  type UnitsOf,
} from '../../cloudfunctions/runtime/unit-sweeper'
import type { UnitHolder } from '../../cloudfunctions/runtime/units'
import { accept, refuse } from '../../shared/refusal'
import { newShop } from '../../shared/rules/shop'

export interface BasketEvent {
  readonly what: 'book' | 'undo' | 'sweep'
  readonly key: string
  /** Shelf → how many. */
  readonly counts: Readonly<Record<string, number>>
  readonly isRefused?: boolean
}

interface Basket extends UndoableBooking {
  readonly counts: BasketEvent['counts']
}

const baskets: UnitsOf<Basket> = {
  holders: 'rewards',
  bookings: 'redemptions',
  unitsOf: ({ counts }) =>
    Object.entries(counts).map(([id, count]) => ({ collection: 'rewards', id, count })),
}

/** What the platform calls. */
export async function main(event: BasketEvent): Promise<unknown> {
  if (event.what === 'sweep') return sweep()
  return event.what === 'undo' ? undo(event) : book(event)
}

async function book({ key, counts, isRefused }: BasketEvent) {
  const ids = Object.keys(counts)
  const shelves = await findWhere<UnitHolder>('rewards', { _id: command.in(ids) }, { limit: 100 })
  const outcome = await bookWithUnits({
    now: Date.now(),
    into: { collection: 'redemptions', key },
    wanted: shelves.map((document) => ({
      ...{ collection: 'rewards', document },
      count: counts[document._id] ?? 0,
    })),
    admit: async () => accept(null),
    book: async (tx, holder) => {
      if (isRefused) return refuse('POINTS_INSUFFICIENT')
      const basket = { _id: key, pickupCode: key, counts, holder, stockDueAt: null }
      await tx.insert('redemptions', basket)
      return accept(key)
    },
  })
  return { code: outcome.ok ? 'ok' : outcome.code }
}

async function undo({ key }: BasketEvent) {
  const now = Date.now()
  await inTransaction(async (tx) => {
    const basket = await tx.get<Basket>('redemptions', key)
    // Undone once; who asks again goes on with giving back.
    if (basket && !('isUndone' in basket)) {
      await tx.put('redemptions', { ...basket, isUndone: true, stockDueAt: now })
    }
    return accept(null)
  })
  const basket: Stored<Basket> | null = await getById<Basket>('redemptions', key)
  if (basket?.stockDueAt) await giveBackUnits(baskets, basket, now)
  return { code: 'ok' }
}

function sweep() {
  const now = Date.now()
  const shift = { now, todayOn: '2026-03-10', shop: newShop, requestId: 'sweep' }
  return runChores([sweepUnits(baskets)], {
    feature: 'basket',
    context: { ...shift, hasTimeLeft: () => true },
    log: (line) => console.log(JSON.stringify(line)),
  })
}
