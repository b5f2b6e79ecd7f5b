import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { MergeRow, merging } from '../../shared/contract/merging'
import { maskName } from '../../shared/masked-name'
import { type BothSteps, type MovedPoints, merge } from '../../shared/merging/merging'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { markMerged, markTookIn } from '../members/repository'
import { type Book, enter, openBook, post } from '../points/ledger'
import type { Account } from '../points/repository'
import { joinTallies, noTallies, talliesOf } from '../points/tallies'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { type BothSides, findBothSides } from './both-sides'
import { followUp } from './follow-up'
import {
  insertMerge,
  type Merge,
  mergeRowOf,
  readMerge,
  UNDER_WAY_UNTIL_AT,
  undoUntilAt,
} from './repository'

interface Wish extends BothSides {
  readonly input: ParsedInputOf<typeof merging.merge>
  readonly hash: string
  readonly context: StaffContext
}

/**
 * Makes two memberships one: the points of both in one transaction, which also says where the one
 * went; coupons, purchases and redemptions follow in pages. Refuses what `merge` and both sides
 * refuse, and MERGE_RECENT for one that took in another a few days ago.
 */
export const mergeMembers: UseCase<typeof merging.merge> = async (input, context) => {
  const asked = { meaning: { ...input }, find: () => readMerge(context.requestKey) }
  const outcome = await recorded<MergeRow>(context, asked, async ({ hash }) => {
    const sides = await findBothSides(input, context)
    if (!sides.ok) return sides
    await enterDue(sides.value, context)
    return inTransaction((tx) => mergeIn(tx, { input, hash, context, ...sides.value }))
  })
  if (outcome.ok) await followUp(outcome.value.mergeId, context)
  return outcome
}

/** What is due goes first, each in its own transaction: both at once might be too many writes. */
async function enterDue({ from, into }: BothSides, context: StaffContext): Promise<void> {
  for (const { _id } of [from, into]) {
    await inTransaction(async (tx) => {
      const book = await openBook(tx, _id, context)
      if (book.entries.length > 0) await post(tx, book)
      return accept(null)
    })
  }
}

async function mergeIn(tx: Transaction, wish: Wish): Promise<Outcome<MergeRow>> {
  const { context } = wish
  const books = {
    from: await openBook(tx, wish.from._id, context),
    into: await openBook(tx, wish.into._id, context),
  }
  const { from, into } = books
  // A book that was merged meanwhile opens as the one it went to.
  const isOwn = from.account._id === wish.from._id && into.account._id === wish.into._id
  if (!isOwn) return refuse('MEMBERSHIP_MERGED')
  const youngest = from.account.mergedFrom.map(({ at }) => undoUntilAt(at))
  if (youngest.some((untilAt) => untilAt > context.now)) return refuse('MERGE_RECENT')
  const merged = merge({ from: from.account, into: into.account })
  if (!merged.ok) return merged
  const row = mergeOf(wish, from.account, merged.value.moved)
  await postBoth(tx, { books, merged: merged.value, row, context })
  const { toName: maskedName, toId: memberId } = row
  await markMerged(tx, row.fromId, { memberId, maskedName, on: context.todayOn })
  await markTookIn(tx, row.toId, row.fromId)
  await insertMerge(tx, row)
  return accept(row.request.answer)
}

function mergeOf({ from, into, input, hash, context }: Wish, account: Account, moved: MovedPoints) {
  const { staff, now, requestKey } = context
  const { debtPoints, balancePoints } = account
  const row = {
    _id: requestKey,
    fromId: from._id,
    toId: into._id,
    fromName: maskName(from.nickname),
    toName: maskName(into.nickname),
    reason: input.reason,
    state: 'merged' as const,
    mergedAt: now,
    mergedBy: staff._id,
    mergedByName: staff.displayName,
    points: balancePoints,
    debtPoints,
    moved,
    tallies: talliesOf(account),
    openUntilAt: UNDER_WAY_UNTIL_AT,
    undone: null,
  }
  return { ...row, request: { hash, answer: mergeRowOf(row) } }
}

interface Posting {
  readonly books: { readonly from: Book; readonly into: Book }
  readonly merged: BothSteps
  readonly row: Merge
  readonly context: StaffContext
}

/** Both accounts, with what they count beside their points. */
async function postBoth(tx: Transaction, { books, merged, row, context }: Posting): Promise<void> {
  const facts = { note: row.reason }
  const words = { sourceId: row._id, staffId: context.staff._id, facts }
  const out = { ...words, key: `merge:${row._id}:out`, reason: 'mergedOut' } as const
  await post(tx, enter(books.from, merged.from, out), {
    ...noTallies,
    mergedInto: row.toId,
  })
  const other = books.into.account
  const come = { ...words, key: `merge:${row._id}:in`, reason: 'mergedIn' } as const
  await post(tx, enter(books.into, merged.into, come), {
    ...joinTallies(other, row.tallies),
    mergedFrom: [...other.mergedFrom, { memberId: row.fromId, mergeId: row._id, at: row.mergedAt }],
  })
}
