import { addDays } from '../../shared/business-date'
import { dayBeginsAt } from '../../shared/business-day'
import type { OutputOf, ParsedInputOf } from '../../shared/contract/endpoint'
import type { Allocation, listArrival } from '../../shared/contract/list-arrival'
import { pickupUntilOnOf } from '../../shared/lists/collect'
import { GRAMS_OF_JIN, quantityOf } from '../../shared/lists/quantity'
import { orderedCountOf } from '../../shared/lists/share-out'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { countReachable } from '../messages/permit-document'
import type { StaffContext, UseCase } from '../runtime/context'
import { changeIf, command } from '../runtime/database'
import { recordedUnderLease } from '../runtime/once'
import { workingTime } from '../runtime/working-time'
import { type Shares, sharesOf, sharingEntriesOf } from './arrived-entries'
import type { Entry, List } from './list-document'
import { listAtDesk, readList } from './repository'
import { shareArrivals } from './share-arrivals'

type Input = ParsedInputOf<typeof listArrival.arrive>
type Answer = OutputOf<typeof listArrival.arrive>
type Counts = Readonly<Record<string, number>>

/** How long the request itself brings entries to it; what is left the timer does. */
const WORK_MS = 8_000

/**
 * 录入到货: what of some items arrived, each once. It is shared out by the rule that was published,
 * and every entry is brought to it; killed anywhere, the timer goes on. Refuses LIST_GONE,
 * LIST_FOREIGN, LIST_NOT_ORDERED, LIST_ARRIVED for another figure, ARRIVED_TOO_MUCH, and
 * INPUT_INVALID for an item that is not the list's, is named twice, or comes in fractions.
 */
export const arrive: UseCase<typeof listArrival.arrive> = async (input, context) => {
  const { listId, items } = input
  const meaning = { listId, items: JSON.stringify(items) }
  const lease = `lists.arrive:${listId}`
  const done = await recordedUnderLease<null>(context, { lease, meaning }, () =>
    takeDown(input, context),
  )
  return done.ok ? answerOf(input, context) : done
}

async function takeDown(input: Input, context: StaffContext): Promise<Outcome<null>> {
  const found = await listAtDesk(input.listId, context)
  if (!found.ok) return found
  const list = found.value
  if (list.state !== 'ordered' && list.state !== 'arrived') return refuse('LIST_NOT_ORDERED')
  const counts = countsOf(input, list)
  if (!counts.ok) return counts
  const fresh = freshOf(counts.value, list)
  if (!fresh.ok) return fresh
  const entries = await sharingEntriesOf(list._id)
  for (const [itemId, arrivedCount] of Object.entries(fresh.value)) {
    const orderedCount = orderedCountOf(entries, itemId)
    if (arrivedCount > orderedCount) {
      return refuse('ARRIVED_TOO_MUCH', { itemId, orderedCount })
    }
  }
  const wanted = { list, fresh: fresh.value, isWhole: isWhole(list, fresh.value, entries) }
  if (!(await write(wanted, context))) return refuse('UNDER_WAY')
  await shareArrivals(list._id, { ...context, hasTimeLeft: workingTime(WORK_MS) })
  return accept(null)
}

/** Pieces, or grams of so many jin. */
function countsOf({ items }: Input, list: List): Outcome<Counts> {
  const counts: Record<string, number> = {}
  for (const { itemId, arrivedCount } of items) {
    const unit = list.items.find((item) => item.itemId === itemId)?.unit
    const count = unit === 'jin' ? arrivedCount * GRAMS_OF_JIN : arrivedCount
    const isKnown = unit !== undefined && !(itemId in counts)
    if (!isKnown || !Number.isSafeInteger(count)) return refuse('INPUT_INVALID', { field: 'items' })
    counts[itemId] = count
  }
  return accept(counts)
}

/** Those that nobody has typed yet; what was typed stays as it is. */
function freshOf(counts: Counts, { arrived }: List): Outcome<Counts> {
  const other = Object.entries(counts).find(
    ([itemId, count]) => arrived[itemId] !== undefined && arrived[itemId] !== count,
  )
  if (other) return refuse('LIST_ARRIVED', { itemId: other[0] })
  return accept(
    Object.fromEntries(Object.entries(counts).filter(([itemId]) => arrived[itemId] === undefined)),
  )
}

/** All that anybody ordered is here then, or is known not to be. */
function isWhole({ items, arrived }: List, fresh: Counts, entries: readonly Entry[]): boolean {
  return items.every(
    ({ itemId }) =>
      arrived[itemId] !== undefined ||
      fresh[itemId] !== undefined ||
      orderedCountOf(entries, itemId) === 0,
  )
}

/** One update takes them down together; false when another one took some of them meanwhile. */
async function write(
  { list, fresh, isWhole }: { list: List; fresh: Counts; isWhole: boolean },
  { now, todayOn, shop }: StaffContext,
): Promise<boolean> {
  if (Object.keys(fresh).length === 0) return true
  const pickupUntilOn = pickupUntilOnOf(todayOn, list.pickupDays)
  const dueAt = dayBeginsAt(addDays(pickupUntilOn, 1), shop.businessDay)
  const whole = { state: 'arrived', arrivedAt: now, pickupUntilOn, dueAt } as const
  const seen = Object.fromEntries(
    list.items.map(({ itemId }) => [
      `arrived.${itemId}`,
      list.arrived[itemId] ?? command.exists(false),
    ]),
  )
  return changeIf(
    'lists',
    { _id: list._id, state: list.state, ...seen },
    { arrived: fresh, sharingAt: now, ...(isWhole ? whole : {}) },
  )
}

/** Worked out anew each time: the same entries, the same figures. */
async function answerOf({ listId, items }: Input, context: StaffContext): Promise<Outcome<Answer>> {
  const list = await readList(listId)
  if (!list) return refuse('LIST_GONE')
  const entries = await sharingEntriesOf(listId)
  const shares = sharesOf(list, entries)
  const asked = new Set(items.map(({ itemId }) => itemId))
  const allocations = entries
    .flatMap((entry) => allocationsOf(entry, shares, list))
    .filter(({ itemId }) => asked.has(itemId))
  return accept({ allocations, reached: await reachedOf(entries, shares, context) })
}

function allocationsOf(entry: Entry, shares: Shares, { items }: List): Allocation[] {
  const { _id: entryId, entryNo } = entry
  return entry.lines.flatMap(({ itemId, count }) => {
    const got = shares.get(entryId)?.get(itemId)
    const unit = items.find((item) => item.itemId === itemId)?.unit ?? 'piece'
    if (got === undefined) return []
    const [gotCount, releasedCount] = [quantityOf(got, unit), quantityOf(count - got, unit)]
    return { entryId, entryNo, itemId, gotCount, releasedCount }
  })
}

/** Of those for whom something waits now: whom WeChat may tell, and who reads it here alone. */
async function reachedOf(entries: readonly Entry[], shares: Shares, { shop }: StaffContext) {
  const told = entries.flatMap(({ _id, memberId, lines }) => {
    const got = lines.map(({ itemId }) => shares.get(_id)?.get(itemId))
    const isHere = got.every((count) => count !== undefined) && got.some((count) => count !== 0)
    return isHere && memberId !== null ? [memberId] : []
  })
  const permitCount = await countReachable(shop, 'pickup', told)
  return { permitCount, inboxCount: told.length - permitCount }
}
