/**
 * The books' only writer. A use case opens a member's book inside its transaction, enters what
 * the rules decided, and posts it: entries are appended, the account follows, both or neither.
 */
import { newlyReached } from '../../shared/mall/goals'
import { type Due, fallDue } from '../../shared/points/due'
import { nextNoticeOn } from '../../shared/points/expiry-notice'
import { assertSound, type LedgerStep, UnsoundAccount } from '../../shared/points/points-account'
import type { EntryReason } from '../../shared/points/reasons'
import { tell } from '../messages/tell-in-transaction'
import type { Context } from '../runtime/context'
import { changeIf, command, insertNew, type Transaction } from '../runtime/database'
import {
  type Account,
  type AccountDocument,
  accountOf,
  type Entry,
  type EntryFacts,
  readAccount,
} from './repository'
import { hashOf } from './seal'
import type { Tallies } from './tallies'

/** A member's account as it will be, and the entries that lead there. */
export interface Book {
  readonly account: Account
  readonly entries: readonly Entry[]
  readonly instant: Instant
}

/** What the entry says beside the movement itself. */
export interface EntryWords {
  /** The entry's `_id`: nature's key, or one made from what was booked. */
  readonly key: string
  readonly reason: EntryReason
  readonly storeId?: string | null
  readonly sourceId?: string | null
  /** Who decided it, where no other document says so. */
  readonly staffId?: string
  readonly facts?: Partial<EntryFacts>
  /** Flaws of earlier entries that this one answers for. */
  readonly answered?: readonly string[]
  readonly rule?: { readonly ruleId: string; readonly version: number }
  readonly request?: { readonly hash: string; readonly answer: unknown }
}

const noFacts: EntryFacts = {
  paidFen: null,
  receiptNo: null,
  rewardTitle: null,
  note: null,
  releasesOn: null,
  cap: null,
}

/** Nobody changes phones more often than this. */
const MAX_MERGES = 10

type Instant = Pick<Context, 'now' | 'todayOn'>

/**
 * Opens a member's book; of a membership that was merged, the one it went to. What is due is
 * entered first: what was released, what has expired. Throws UnsoundAccount where nothing can be
 * entered: the member is refused ACCOUNT_UNSOUND.
 */
export async function openBook(tx: Transaction, memberId: string, instant: Instant): Promise<Book> {
  let account = await readAccount(memberId, tx)
  for (let hop = 0; account.mergedInto !== null && hop < MAX_MERGES; hop += 1) {
    account = await readAccount(account.mergedInto, tx)
  }
  return bookOf(account, instant)
}

/** The book of this very account, also when it was merged into another one. */
export function bookOf(account: Account, instant: Instant): Book {
  if (account.frozen?.isClosed) throw new UnsoundAccount(`the book of ${account._id} is closed`)
  return fallDue(account, instant.todayOn).reduce<Book>(
    (book, due) => enter(book, due.step, wordsOf(due, book.account)),
    { account, entries: [], instant },
  )
}

function wordsOf(due: Due, { _id, seq }: Account): EntryWords {
  if (due.kind === 'expiry') {
    // Around midnight, or after a clock was set back, a date may expire a second time.
    return { key: `expire:${_id}:${due.expiresOn}:${seq + 1}`, reason: 'expiry' }
  }
  const { entryKey, storeId, receiptNo } = due.pending
  return { key: `release:${entryKey}`, reason: 'released', storeId, facts: { receiptNo } }
}

/** Adds one step to the book: the next entry of the member's chain. */
export function enter(book: Book, step: LedgerStep, words: EntryWords): Book {
  const { account, instant } = book
  const memberId = account._id
  const member = `member:${memberId}`
  const { from, to, points } = step.movement.posting
  const named = {
    from: from === 'member' ? member : from,
    to: to === 'member' ? member : to,
    points,
  }
  const facts = { ...noFacts, ...words.facts }
  const unsealed = {
    _id: words.key,
    memberId,
    seq: account.seq + 1,
    ...step.movement,
    posting: named,
    reason: words.reason,
    balanceAfterPoints: step.account.balancePoints,
    debtAfterPoints: step.account.debtPoints,
    at: instant.now,
    on: instant.todayOn,
    storeId: words.storeId ?? null,
    sourceId: words.sourceId ?? null,
    staffId: words.staffId ?? null,
    facts,
    ruleId: words.rule?.ruleId ?? null,
    ruleVersion: words.rule?.version ?? null,
    prevHash: account.lastHash,
    request: words.request ?? null,
    ...(words.answered ? { answered: words.answered } : {}),
  }
  const entry: Entry = { ...unsealed, hash: hashOf(unsealed) }
  const after: Account = {
    ...account,
    ...step.account,
    seq: entry.seq,
    lastHash: entry.hash,
    updatedAt: instant.now,
  }
  return { account: after, entries: [...book.entries, entry], instant }
}

/**
 * Writes the book: the account once, then each new entry. Where her points have reached what she
 * wishes for, she is told in the same transaction.
 */
export async function post(
  tx: Transaction,
  book: Book,
  counted: Partial<Tallies & Pick<AccountDocument, 'mergedInto' | 'mergedFrom'>> = {},
): Promise<void> {
  const counting = { ...book.account, ...counted }
  const reached = counting.frozen ? null : newlyReached(counting.wish, counting.balancePoints)
  const account = reached ? { ...counting, wish: reached } : counting
  assertSound(account)
  // Nothing of a frozen account expires, so the job need not look at it.
  const nextExpiresOn = account.frozen ? null : (account.lots[0]?.expiresOn ?? null)
  const nextReleasesOn = account.pending[0]?.releasesOn ?? null
  const due = { nextExpiresOn, nextReleasesOn, nextNoticeOn: nextNoticeOn(account) }
  await tx.put('points_accounts', { ...account, ...due })
  for (const entry of book.entries) await tx.insert('points_entries', entry)
  if (!reached) return
  const { rewardId, title: rewardTitle, pricePoints: points } = reached
  const facts = { rewardId, rewardTitle, points }
  const source = `${account._id}:${account.seq}`
  await tell(tx, {
    kind: 'wishReached',
    memberId: account._id,
    source,
    facts,
    at: book.instant.now,
  })
}

/**
 * Stops spending from an account that does not agree with its entries, until it was checked. It is
 * no movement of points: no entry tells of it, the certificate of that day does. An account that is
 * not there is put there empty, so that its member is told.
 */
export async function holdAccount(
  memberId: string,
  { account, on, isClosed }: { account: Account | null; on: string; isClosed: boolean },
): Promise<void> {
  const closed = isClosed ? { isClosed } : {}
  const frozen = { on, reason: '每日核对时账目不符，正在查明', certificateOn: on, ...closed }
  if (account) {
    const held = { frozen: command.set(frozen), nextExpiresOn: null }
    await changeIf('points_accounts', { _id: memberId }, held)
  } else await insertNew('points_accounts', { ...accountOf(memberId, null), frozen })
}
