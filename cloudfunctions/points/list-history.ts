import type { HistoryEntry, points } from '../../shared/contract/points'
import { accountOn } from '../../shared/due'
import { explainEntry, explainFreeze } from '../../shared/explain'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { accept, refuse } from '../../shared/refusal'
import type { MemberContext, UseCase } from '../runtime/context'
import { storeNameOf } from '../runtime/roles'
import { type Entry, entriesOf, readAccount } from './repository'

/** A page of the member's entries, each with its sentence, and all coming expiries. */
export const listHistory: UseCase<typeof points.history> = async (input, context) => {
  const beforeSeq = input.cursor === undefined ? null : Number(input.cursor)
  if (beforeSeq !== null && !Number.isSafeInteger(beforeSeq)) {
    return refuse('INPUT_INVALID', { field: 'cursor' })
  }
  const { member, now, todayOn } = context
  const account = accountOn(await readAccount(member._id), todayOn)
  const rows = await entriesOf(member._id, {
    beforeSeq,
    direction: input.direction,
    limit: PAGE_SIZE_ROWS + 1,
  })
  const page = rows.slice(0, PAGE_SIZE_ROWS)
  const last = page.at(-1)
  return accept({
    serverNow: now,
    balancePoints: account.balancePoints,
    debtPoints: account.debtPoints,
    pendingPoints: account.pendingPoints,
    pending: account.pending.map(({ points, releasesOn, storeId }) => ({
      points,
      releasesOn,
      storeName: storeNameOf(context.shop, storeId),
    })),
    frozen: account.frozen && explainFreeze(account.frozen),
    expiries: account.lots.map(({ points, expiresOn }) => ({ points, expiresOn })),
    entries: page.map((entry) => rowOf(entry, context)),
    nextCursor: rows.length > PAGE_SIZE_ROWS && last ? String(last.seq) : null,
  })
}

function pendingChangeOf({ posting }: Entry): number {
  if (posting.to === 'program:pending') return posting.points
  const isCancelled = posting.from === 'program:pending' && posting.to === 'program:reversed'
  return isCancelled ? -posting.points : 0
}

function rowOf(entry: Entry, { shop }: MemberContext): HistoryEntry {
  const storeName = storeNameOf(shop, entry.storeId)
  const { _id, kind, reason, points, balanceAfterPoints, debtAfterPoints, at, sourceId } = entry
  return {
    entryId: _id,
    kind,
    reason,
    points,
    balanceAfterPoints,
    debtAfterPoints,
    at,
    storeName,
    sourceId,
    sentence: explainEntry({
      reason,
      points,
      debtChangePoints: entry.debtChangePoints,
      pendingChangePoints: pendingChangeOf(entry),
      storeName,
      on: entry.on,
      ...entry.facts,
    }),
  }
}
