import type { Input, Output } from '../../shared/contract/contract'
import type { lists } from '../../shared/contract/lists'
import { nameKey } from '../../shared/lists/text/fold'
import { isSameOrder, matchTaken, type Seen, seenAs } from '../../shared/lists/text/seen'
import { accept, type Outcome, type Refusal, refusalSentences } from '../../shared/refusal'
import { keyOf, meaningHashOf, type StaffContext, type UseCase } from '../runtime/context'
import { changeIf, command } from '../runtime/database'
import { recordedWhenDone } from '../runtime/once'
import { allEntries } from './all-entries'
import { changeEntryFor } from './change-entry'
import { listToJoin } from './entry-repository'
import { admitWriting, meaningOf, orderFrom } from './entry-wish'
import { takePlace } from './join-list'
import type { List } from './list-document'
import { listAtDesk } from './repository'
import { type TakenEntry, takenOf } from './taken-entries'

type Answer = Output<'lists', 'takeText'>
type Written = Input<'lists', 'takeText'>['entries'][number]

/** What is in the way of all that follow as well. */
const stopping: readonly string[] = ['LIST_GONE', 'LIST_CLOSED', 'LIST_NOT_OPEN', 'BUSY']
/** The platform checks so many letters at once, and some to spare. */
const MAX_CHECKED_LETTERS = 2_000

/**
 * Takes entries that were read from a pasted text, the way 代接龙 does, in their order: what is new
 * gets the next number, what changed is changed, what is known stays. An entry's id follows from
 * its name and how many of that name came before, and it keeps what was last taken, so whoever asks
 * again after a kill, or pastes the same once more, doubles nothing.
 *
 * Refuses LIST_GONE, LIST_FOREIGN, LIST_NOT_OPEN, LIST_CLOSED, BUSY; of one entry what joining or
 * changing refuses, and the others are taken.
 */
export const takeText: UseCase<typeof lists.takeText> = async ({ listId, entries }, context) => {
  const meaning = { listId, entries: JSON.stringify(entries) }
  return recordedWhenDone<Answer>(context, meaning, async () => {
    const own = await listAtDesk(listId, context)
    if (!own.ok) return own
    const list = (await listToJoin(listId)) ?? own.value
    const all = await allEntries(listId)
    const taken = takenOf(list, all)
    const { places } = matchTaken(entries, taken)
    const countOf = countsByName(all.filter(({ isByOwner }) => isByOwner))
    const fine = await admitAll(entries.filter((_entry, at) => places[at] === null))
    const answer: Answer = { taken: [], refused: [] }
    for (const [at, entry] of entries.entries()) {
      const before = taken[places[at] ?? -1]
      const key = nameKey(entry.name)
      const place = countOf.get(key) ?? 0
      if (!before) countOf.set(key, place + 1)
      const isFine = before ? accept(null) : (fine.get(entry) ?? accept(null))
      const done = isFine.ok ? await takeOne({ list, entry, before, place }, context) : isFine
      if (!done.ok && stopping.includes(done.code)) return done
      if (done.ok) answer.taken.push({ number: entry.number, ...done.value })
      else answer.refused.push(refusedOf(entry, done))
    }
    return accept(answer)
  })
}

/** Ended ones count as well: their ids are taken. */
function countsByName(entries: readonly { readonly name: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { name } of entries) counts.set(nameKey(name), (counts.get(nameKey(name)) ?? 0) + 1)
  return counts
}

interface Taking {
  readonly list: List
  readonly entry: Written
  readonly before: TakenEntry | undefined
  /** How many of its name there were. */
  readonly place: number
}

type Done = { readonly entryId: string; readonly entryNo: number; readonly seen: Seen }

function takeOne(taking: Taking, context: StaffContext): Promise<Outcome<Done>> {
  return taking.before ? takeAgain(taking, taking.before, context) : takeNew(taking, context)
}

async function takeNew(
  { list, entry, place }: Taking,
  context: StaffContext,
): Promise<Outcome<Done>> {
  const { name, number } = entry
  const order = await orderFrom(list, wishOf(list, entry), false)
  if (!order.ok) return order
  const nobody = { memberId: null, tier: null, phoneHash: null, holderIds: [] }
  const { requestKey: takenBy } = context
  const fromText = { number, lines: entry.lines, requestKey: takenBy, seen: 'new' as const }
  const joiner = { ...nobody, name, isByOwner: true, fromText }
  const requestKey = keyOf(list._id, 'takeText', `${nameKey(name)}/${place}`)
  const hash = meaningHashOf(meaningOf({ listId: list._id, name }, wishOf(list, entry)))
  const wish = { listId: list._id, hash, ifSoldOut: 'none' as const, order: wishOf(list, entry) }
  const written = { ...order.value, remark: entry.remark ?? null }
  const taking = { list, wish, joiner, order: written }
  const joined = await takePlace(taking, { now: context.now, requestKey })
  if (!joined.ok) return joined
  const { entryId, entryNo } = joined.value
  return accept({ entryId, entryNo, seen: 'new' })
}

/** Its remark was checked with all others. Of several points it is the first one's. */
function wishOf({ pickupPoints }: List, { lines }: Written) {
  const pickupPointId = pickupPoints[0]?.pickupPointId
  const wanted = lines.map((line) => ({ ...line, ifShort: 'less' as const }))
  return { lines: wanted, ...(pickupPointId === undefined ? {} : { pickupPointId }) }
}

async function takeAgain(
  { list, entry: written }: Taking,
  before: TakenEntry,
  context: StaffContext,
): Promise<Outcome<Done>> {
  const { entry } = before
  const { _id: entryId, entryNo } = entry
  const seen = seenAs(written, before)
  const last = entry.fromText
  if (seen === 'known') {
    const told = last?.requestKey === context.requestKey ? last.seen : seen
    return accept({ entryId, entryNo, seen: told })
  }
  const now = takenOf(list, [{ ...entry, fromText: undefined }])[0]
  const requestKey = keyOf(entryId, 'takeText', context.requestKey)
  // Changed already by this request, which died before it said so: its answer is recorded now.
  const isDone = entry.changes.some((change) => change.requestKey === requestKey)
  if (isDone || !isSameOrder(written, now)) {
    // A text says neither what is done when short nor that a remark goes: both stay as they are.
    const { lines, remark } = written
    const change = { entryId, lines: [...lines], ...(remark ? { remark } : {}) }
    const changed = await changeEntryFor(change, { ...context, requestKey })
    if (!changed.ok) return changed
  }
  const { number, lines } = written
  const fromText = { number, lines, requestKey: context.requestKey, seen: 'changed' as const }
  // Once a request: what comes at the same time finds it written.
  const asBefore = { _id: entryId, 'fromText.requestKey': command.neq(context.requestKey) }
  await changeIf('list_entries', asBefore, { fromText, version: command.inc(1) })
  return accept({ entryId, entryNo, seen: 'changed' })
}

/** Names and remarks together, as few checks as may be; one by one where something is wrong. */
async function admitAll(entries: readonly Written[]): Promise<ReadonlyMap<Written, Outcome<null>>> {
  const verdicts = new Map<Written, Outcome<null>>()
  for (const part of partsOf(entries)) {
    const together = await admitWriting('entries', part.map(textOf).join('\n'))
    for (const entry of together.ok ? [] : part) {
      verdicts.set(entry, await admitWriting('name', textOf(entry)))
    }
  }
  return verdicts
}

function textOf({ name, remark }: Written): string {
  return remark ? `${name} ${remark}` : name
}

function partsOf(entries: readonly Written[]): Written[][] {
  const parts: Written[][] = []
  let letters = 0
  for (const entry of entries) {
    letters += textOf(entry).length + 1
    const last = parts.at(-1)
    if (last && letters <= MAX_CHECKED_LETTERS) last.push(entry)
    else {
      parts.push([entry])
      letters = textOf(entry).length + 1
    }
  }
  return parts
}

function refusedOf({ number, name }: Written, { code }: Refusal): Answer['refused'][number] {
  return { number, name, code, message: refusalSentences[code] }
}
