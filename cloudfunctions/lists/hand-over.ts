import type { OutputOf, ParsedInputOf } from '../../shared/contract/endpoint'
import type { listPickup } from '../../shared/contract/list-pickup'
import { collect, isAllCollected } from '../../shared/lists/collect'
import { unitsOf } from '../../shared/lists/payable'
import { countOf } from '../../shared/lists/quantity'
import { maskName } from '../../shared/masked-name'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { companyFor } from '../purchases/companions-in-transaction'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { storeNameOf } from '../runtime/roles'
import { writeEntry } from './bring-entry'
import { tellFetched } from './fetched-notice'
import type { Entry } from './list-document'
import { dueAtPickupFen } from './pickup-document'
import { admitProxy, readProxy } from './proxy-document'
import { type EntryOf, payIn, type Settling } from './settle-entry'
import { wantedEntries } from './wanted-entries'
import { type Fetcher, whoFetches } from './who-fetches'

type Input = ParsedInputOf<typeof listPickup.handOver>
type Answer = OutputOf<typeof listPickup.handOver>

/**
 * 自提: hands over what waits for one person, in parts if she likes. What is to be paid at the
 * pick-up is paid with the first of an entry, all of it, and booked as her purchase. Refuses what
 * was shown, what may not be handed over by the caller, and what `collect` refuses: fetched twice
 * with when, where and by whom.
 */
export const handOver: UseCase<typeof listPickup.handOver> = (input, context) => {
  const meaning = { lines: JSON.stringify(input.lines) }
  return recorded<Answer>(context, { meaning }, async ({ record }) => {
    const fetcher = await fetcherOf(input, context)
    if (!fetcher.ok) return fetcher
    const wanted = await wantedEntries(input.lines, fetcher.value, context)
    if (!wanted.ok) return wanted
    const company = await companyFor('list', context.shop)
    const handing = { wanted: wanted.value, input, fetcher: fetcher.value, company, context }
    return inTransaction(async (tx) => {
      const outcome = await handIn(tx, handing)
      if (outcome.ok) await record(tx, outcome.value)
      return outcome
    })
  })
}

/** Null: nothing was shown, an owner ticks off lines of her own lists. */
async function fetcherOf(input: Input, context: StaffContext): Promise<Outcome<Fetcher | null>> {
  const { ticket, pickupCode, proxyCode } = input
  const isShown = [ticket, pickupCode, proxyCode].some((one) => one !== undefined)
  return isShown ? whoFetches(input, context) : accept(null)
}

interface Handing extends Settling {
  readonly wanted: readonly EntryOf[]
  readonly input: Input
  readonly fetcher: Fetcher | null
  readonly context: StaffContext
}

async function handIn(tx: Transaction, handing: Handing): Promise<Outcome<Answer>> {
  const { wanted, fetcher, context } = handing
  const used = await markProxyUsed(tx, fetcher, context)
  if (!used.ok) return used
  const fetched: EntryOf[] = []
  for (const { entry: seen, list } of wanted) {
    const entry = await tx.get<Entry>('list_entries', seen._id)
    if (!entry || entry.memberId !== seen.memberId) return refuse('BUSY')
    const one = fetchFrom({ entry, list }, handing)
    if (!one.ok) return one
    fetched.push({ entry: one.value, list })
  }
  const settledBy = context.memberId
  const due = fetched.filter((one) => dueAtPickupFen(one) > 0)
  const paid = await payIn(tx, due, { ...handing, settledBy })
  if (!paid.ok) return paid
  const answers: Answer['entries'] = []
  for (const one of fetched) {
    const own = paid.value.find(({ entry }) => entry._id === one.entry._id)
    const entry = withoutWaiting(own?.entry ?? one.entry)
    await writeEntry(tx, entry)
    const { _id: entryId, entryNo, lines } = entry
    const collectedAll = isAllCollected(lines)
    answers.push({ entryId, entryNo, collectedAll, paidFen: own?.takenFen ?? 0 })
  }
  if (!fetcher || fetcher.proxyCode !== null) await tellFetched(tx, handing)
  return accept({ entries: answers, maskedName: maskName(fetched[0]?.entry.name ?? '') })
}

/** The lines of one entry that are fetched now. */
function fetchFrom({ entry, list }: EntryOf, handing: Handing): Outcome<Entry> {
  const { input, fetcher, context } = handing
  const { now: at, staff, shop } = context
  const unitOf = unitsOf(list.items)
  const who = { at, staffId: staff._id, staffName: staff.displayName }
  let after = entry
  for (const wish of input.lines.filter(({ entryId }) => entryId === entry._id)) {
    const line = after.lines.find(({ itemId }) => itemId === wish.itemId)
    const count = countOf(wish.quantity, unitOf(wish.itemId))
    if (!line || count === null) return refuse('INPUT_INVALID', { field: 'lines' })
    const isProxy = fetcher !== null && fetcher.proxyCode !== null
    const next = collect(line, { ...who, count, isProxy }, unitOf)
    if (!next.ok) {
      const storeName = storeNameOf(shop, entry.storeId)
      return refuse(next.code, { ...next.detail, entryNo: entry.entryNo, storeName })
    }
    const lines = after.lines.map((each) => (each === line ? next.value : each))
    after = { ...after, lines }
  }
  return accept(after)
}

async function markProxyUsed(
  tx: Transaction,
  fetcher: Fetcher | null,
  { now, staff }: StaffContext,
): Promise<Outcome<null>> {
  if (!fetcher || fetcher.proxyCode === null || fetcher.memberId === null) return accept(null)
  const proxy = await readProxy(tx, fetcher.memberId)
  if (proxy?.proxyCode !== fetcher.proxyCode) return refuse('PICKUP_NOT_FOUND')
  const admitted = admitProxy(proxy, now)
  if (!admitted.ok) return admitted
  await tx.put('list_proxies', { ...proxy, used: { at: now, staffName: staff.displayName } })
  return accept(null)
}

function withoutWaiting(entry: Entry): Entry {
  if (!isAllCollected(entry.lines)) return entry
  const { waitingSince: _none, ...rest } = entry
  return rest
}
