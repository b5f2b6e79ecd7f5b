import type { Document, Value } from '../localcloud/engine/document'
import type { Engine } from '../localcloud/engine/engine'

/** One promise of the books, with how many it was asked of and how many kept it. */
export interface BooksCheck {
  readonly name: 'lots' | 'entries' | 'chain' | 'program'
  readonly askedCount: number
  readonly keptCount: number
}

/** The books of the whole shop at one moment. All sums are whole points. */
export interface BooksReport {
  readonly balanced: boolean
  readonly memberCount: number
  readonly entryCount: number
  readonly issuedPoints: number
  /** Given by hand, less what was taken by hand. */
  readonly adjustedPoints: number
  /** Claimed by old members; what nobody has claimed is in no account. */
  readonly openingPoints: number
  /** Promised, and not yet in anybody's hands. */
  readonly pendingPoints: number
  readonly redeemedPoints: number
  readonly expiredPoints: number
  readonly reversedPoints: number
  readonly balancePoints: number
  readonly debtPoints: number
  readonly checks: readonly BooksCheck[]
}

/**
 * Audits every account against every entry: Σ lots = balance, Σ entries = balance − debt, each
 * member's entries form a chain, and issued + adjusted + opening − pending − redeemed − expired −
 * reversed = Σ balances − Σ debts, where pending = Σ pending of the accounts. Reads one snapshot,
 * so it can run while the shop is busy.
 */
export async function auditBooks(engine: Engine): Promise<BooksReport> {
  const transaction = engine.begin()
  const accounts = await engine.find('points_accounts', {}, { transaction })
  const entries = await engine.find('points_entries', {}, { transaction })
  engine.abort(transaction)
  return reportOn(accounts, entries)
}

/** The audit itself, over documents that were read together, in any order. */
export function reportOn(accounts: readonly Document[], entries: readonly Document[]): BooksReport {
  const entriesOf = byMember(entries)
  const books = accounts.map((account) => ({ account, own: entriesOf.get(account._id) ?? [] }))
  const sums = {
    issuedPoints: 0 - netInto(entries, 'program:issued'),
    adjustedPoints: 0 - netInto(entries, 'program:adjusted'),
    openingPoints: 0 - netInto(entries, 'program:opening'),
    pendingPoints: netInto(entries, 'program:pending'),
    redeemedPoints: netInto(entries, 'program:redeemed'),
    expiredPoints: netInto(entries, 'program:expired'),
    reversedPoints: netInto(entries, 'program:reversed'),
    balancePoints: sumOf(accounts, 'balancePoints'),
    debtPoints: sumOf(accounts, 'debtPoints'),
  }
  const given = sums.issuedPoints + sums.adjustedPoints + sums.openingPoints
  const came = given - sums.pendingPoints
  const net = came - sums.redeemedPoints - sums.expiredPoints - sums.reversedPoints
  const checks: BooksCheck[] = [
    checkEach(
      'lots',
      books,
      ({ account }) => lotsOf(account) === wholeIn(account, 'balancePoints'),
    ),
    checkEach('entries', books, ({ account, own }) => sumOf(own, 'points') === worthOf(account)),
    checkEach('chain', books, isChain),
    checkEach(
      'program',
      [net],
      () =>
        net === sums.balancePoints - sums.debtPoints &&
        sums.pendingPoints === sumOf(accounts, 'pendingPoints'),
    ),
  ]
  const everyEntryHasAnAccount =
    entries.length === books.reduce((count, { own }) => count + own.length, 0)
  return {
    balanced:
      everyEntryHasAnAccount &&
      checks.every(({ askedCount, keptCount }) => askedCount === keptCount),
    memberCount: accounts.length,
    entryCount: entries.length,
    ...sums,
    checks,
  }
}

/** Each member's entries in the order of `seq`; one pass, for the shop may have many. */
function byMember(entries: readonly Document[]): Map<Value | undefined, Document[]> {
  const groups = new Map<Value | undefined, Document[]>()
  for (const entry of entries) {
    const group = groups.get(entry.memberId)
    if (group) group.push(entry)
    else groups.set(entry.memberId, [entry])
  }
  for (const group of groups.values()) {
    group.sort((one, other) => Number(one.seq) - Number(other.seq))
  }
  return groups
}

function checkEach<T>(
  name: BooksCheck['name'],
  asked: readonly T[],
  keeps: (one: T) => boolean,
): BooksCheck {
  return { name, askedCount: asked.length, keptCount: asked.filter(keeps).length }
}

/** Numbered without a gap, each sealed to the one before it, the last one as the account says. */
function isChain({ account, own }: { account: Document; own: readonly Document[] }): boolean {
  const linked = own.every(
    (entry, position) =>
      entry.seq === position + 1 && entry.prevHash === (own[position - 1]?.hash ?? ''),
  )
  const last = own.at(-1)
  return linked && account.seq === own.length && account.lastHash === (last?.hash ?? '')
}

/** Points that arrived at an account of the program, less those that left it. */
function netInto(entries: readonly Document[], program: string): number {
  let net = 0
  for (const { posting } of entries) {
    const points = wholeIn(posting, 'points')
    if (fieldOf(posting, 'to') === program) net += points
    if (fieldOf(posting, 'from') === program) net -= points
  }
  return net
}

function worthOf(account: Document): number {
  return wholeIn(account, 'balancePoints') - wholeIn(account, 'debtPoints')
}

function lotsOf(account: Document): number {
  const { lots } = account
  return Array.isArray(lots) ? sumOf(lots, 'points') : Number.NaN
}

function sumOf(documents: readonly Value[], field: string): number {
  return documents.reduce<number>((sum, document) => sum + wholeIn(document, field), 0)
}

/** NaN equals nothing, so a figure that is missing or broken fails every check it enters. */
function wholeIn(value: Value | undefined, field: string): number {
  const found = fieldOf(value, field)
  return Number.isSafeInteger(found) ? Number(found) : Number.NaN
}

function fieldOf(value: Value | undefined, field: string): Value | undefined {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isPlain && field in value
    ? Object.entries(value).find(([name]) => name === field)?.[1]
    : undefined
}
