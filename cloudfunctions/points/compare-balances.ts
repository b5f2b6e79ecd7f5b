import type { BalanceChange, points } from '../../shared/contract/points'
import { type CountedEntry, explainChange } from '../../shared/points/balance-change'
import { sinceOn } from '../../shared/points/compared-dates'
import { accountOn, fallDue } from '../../shared/points/due'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { MemberContext, UseCase } from '../runtime/context'
import { command, findWhere } from '../runtime/database'
import {
  type Account,
  type Entry,
  type EntryDocument,
  entriesFrom,
  readAccount,
} from './repository'

/** With the entry that a later part starts from, as many as the platform reads at once. */
const MAX_ENTRIES = 999

/** The book between two evenings, or the part of it that one answer tells. */
interface Stretch {
  readonly beforePoints: number
  readonly entries: readonly Entry[]
  readonly isWhole: boolean
}

/**
 * Why the balance of one date differs from that of another. A longer stretch of the book than one
 * answer tells is told in parts, each of which is exact. Refuses dates that are not in order.
 */
export const compareBalances: UseCase<typeof points.compare> = async (input, context) => {
  const { member, todayOn, now } = context
  const { since = null, toOn = todayOn } = input
  const fromOn = since ? sinceOn(since, todayOn) : input.fromOn
  if (fromOn === undefined) return refuse('INPUT_INVALID', { field: 'fromOn' })
  if (toOn > todayOn) return refuse('INPUT_INVALID', { field: 'toOn' })
  if (fromOn >= toOn) return refuse('INPUT_INVALID', { field: 'fromOn' })
  const account = await readAccount(member._id)
  const stretch = await readStretch({ account, fromOn, toOn, cursor: input.cursor }, context)
  if (!stretch.ok) return stretch
  const { beforePoints, entries, isWhole } = stretch.value
  // What is due by now, but in no entry yet: the balance that she is shown counts it already.
  const due = isWhole && toOn === todayOn ? dueBy(account, todayOn) : []
  const written = entries.at(-1)?.balanceAfterPoints ?? beforePoints
  const afterPoints = due.length > 0 ? accountOn(account, todayOn).balancePoints : written
  const dates = { fromOn, toOn, beforePoints, afterPoints }
  const { lines, ...story } = explainChange(dates, [...entries, ...due])
  const last = entries.at(-1)
  const change: BalanceChange = {
    serverNow: now,
    todayOn,
    since,
    fromOn,
    toOn,
    ...story,
    lines: [...lines],
    nextCursor: isWhole || !last ? null : String(last.seq),
  }
  return accept(change)
}

async function readStretch(
  wish: { account: Account; fromOn: string; toOn: string; cursor: string | undefined },
  { todayOn }: MemberContext,
): Promise<Outcome<Stretch>> {
  const { account, fromOn, toOn } = wish
  const memberId = account._id
  const toSeq = toOn === todayOn ? account.seq : ((await lastEntryOn(memberId, toOn))?.seq ?? 0)
  if (wish.cursor !== undefined) return goOnFrom(wish.cursor, { memberId, toSeq })
  const start = await lastEntryOn(memberId, fromOn)
  const fromSeq = (start?.seq ?? 0) + 1
  const entries = await entriesFrom(memberId, { fromSeq, toSeq, limit: MAX_ENTRIES })
  return accept({
    beforePoints: start?.balanceAfterPoints ?? 0,
    entries,
    isWhole: entries.length < MAX_ENTRIES || entries.at(-1)?.seq === toSeq,
  })
}

async function goOnFrom(
  cursor: string,
  { memberId, toSeq }: { memberId: string; toSeq: number },
): Promise<Outcome<Stretch>> {
  const fromSeq = Number(cursor)
  const wrong = refuse('INPUT_INVALID', { field: 'cursor' })
  if (!Number.isSafeInteger(fromSeq)) return wrong
  const limit = MAX_ENTRIES + 1
  const [start, ...entries] = await entriesFrom(memberId, { fromSeq, toSeq, limit })
  if (start?.seq !== fromSeq) return wrong
  const isWhole = entries.length < MAX_ENTRIES || entries.at(-1)?.seq === toSeq
  return accept({ beforePoints: start.balanceAfterPoints, entries, isWhole })
}

function dueBy(account: Account, todayOn: string): readonly CountedEntry[] {
  return fallDue(account, todayOn).map(({ kind, step }) => ({
    reason: kind === 'expiry' ? 'expiry' : 'released',
    points: step.movement.points,
    debtChangePoints: step.movement.debtChangePoints,
  }))
}

/** The last entry of a member's book that was written on a date or before it. */
async function lastEntryOn(memberId: string, on: string): Promise<Entry | null> {
  const found = await findWhere<EntryDocument>(
    'points_entries',
    { memberId, on: command.lte(on) },
    { orderBy: ['on', 'desc'], thenBy: ['seq', 'desc'], limit: 1 },
  )
  return found[0] ?? null
}
