/** The seal of an entry: a hash of all that it says, and of the seal before it. */
import { createHash } from 'node:crypto'
import { inOrder } from '../runtime/in-order'
import type { Entry } from './repository'

type Unsealed = Omit<Entry, 'hash' | 'request'> & Partial<Entry>

/** Sealed in a fixed order, or (the last four) not at all: an entry's day follows from `at`. */
const named = new Set([
  ...['_id', 'memberId', 'seq', 'kind', 'reason', 'posting', 'points', 'lotChanges', 'at'],
  ...['balanceAfterPoints', 'debtAfterPoints', 'storeId', 'sourceId', 'staffId', 'facts'],
  ...['ruleId', 'ruleVersion', 'prevHash', 'hash', 'request', 'on', 'debtChangePoints'],
])

/** Seals an entry to the one before it: change any figure of either and the chain breaks. */
export function hashOf(entry: Unsealed): string {
  const { posting, facts, lotChanges } = entry
  const { paidFen, receiptNo, rewardTitle, note, releasesOn, cap, ...otherFacts } = facts
  const moreFacts = inOrder(otherFacts)
  // A field that is new is sealed without being named here; without one, all is as it always was.
  const more = inOrder(entry).filter(([name]) => !named.has(name))
  const sealed = [
    entry._id,
    entry.memberId,
    entry.seq,
    entry.kind,
    entry.reason,
    posting.from,
    posting.to,
    posting.points,
    entry.points,
    lotChanges.map((lot) => [lot.expiresOn, lot.points]),
    entry.balanceAfterPoints,
    entry.debtAfterPoints,
    entry.at,
    entry.storeId,
    entry.sourceId,
    entry.staffId,
    [...[paidFen, receiptNo, rewardTitle, note, releasesOn, cap], ...someOf(moreFacts)],
    [entry.ruleId, entry.ruleVersion],
    entry.prevHash,
    ...someOf(more),
  ]
  return createHash('sha256').update(JSON.stringify(sealed)).digest('hex')
}

/** The hash of an entry as it is stored now, whatever was made of it. */
export function hashNow(entry: Entry): string {
  try {
    return hashOf(entry)
  } catch {
    // A field that is no longer what it was: no seal can fit it.
    return createHash('sha256').update(JSON.stringify(entry)).digest('hex')
  }
}

function someOf(list: readonly unknown[]): readonly unknown[] {
  return list.length > 0 ? [list] : []
}
