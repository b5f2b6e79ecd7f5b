import type { Account, Entry } from '../../cloudfunctions/points/repository'
import { hashOf } from '../../cloudfunctions/points/seal'
import { noTallies } from '../../cloudfunctions/points/tallies'
import { addDays, startOfDateAt } from '../../shared/business-date'
import { burn, earn } from '../../shared/points/ledger'
import {
  emptyAccount,
  type LedgerStep,
  type PointsAccount,
} from '../../shared/points/points-account'
import type { Document } from '../localcloud/engine/document'
import type { Engine } from '../localcloud/engine/engine'

export interface BooksSize {
  readonly memberCount: number
  readonly entriesPerMember: number
  /** The last day on which anything was entered. */
  readonly lastOn: string
  readonly dayCount: number
}

const SLICE_MEMBERS = 2_500
const MORNING_MS = 10 * 3_600_000

/** Puts members' accounts and sealed entries straight into the engine, as a shop grew them. */
export async function fillBooks(engine: Engine, size: BooksSize): Promise<void> {
  for (let from = 0; from < size.memberCount; from += SLICE_MEMBERS) {
    const length = Math.min(SLICE_MEMBERS, size.memberCount - from)
    const books = Array.from({ length }, (_unused, at) => bookOf(from + at, size))
    await engine.load(
      'points_entries',
      books.flatMap(({ entries }) => entries.map(documentOf)),
    )
    await engine.load(
      'points_accounts',
      books.map(({ account }) => documentOf(account)),
    )
  }
}

/** Three earns, then a spend, over and over, at two stores, spread over the days. */
function bookOf(member: number, size: BooksSize): { account: Account; entries: Entry[] } {
  const memberId = member.toString(16).padStart(32, '0')
  const entries: Entry[] = []
  let account: PointsAccount = emptyAccount
  for (let turn = 0; turn < size.entriesPerMember; turn += 1) {
    const day = Math.floor((turn * size.dayCount) / size.entriesPerMember)
    const on = addDays(size.lastOn, day + 1 - size.dayCount)
    const step = stepOf(account, { member, turn, on })
    entries.push(entryOf(step, { memberId, turn, on, before: entries.at(-1) }))
    account = step.account
  }
  const last = entries.at(-1)
  return {
    entries,
    account: {
      _id: memberId,
      ...account,
      seq: entries.length,
      lastHash: last?.hash ?? '',
      nextExpiresOn: account.lots[0]?.expiresOn ?? null,
      nextReleasesOn: null,
      nextNoticeOn: null,
      ...noTallies,
      mergedInto: null,
      mergedFrom: [],
      updatedAt: last?.at ?? 0,
    },
  }
}

function stepOf(
  account: PointsAccount,
  { member, turn, on }: { member: number; turn: number; on: string },
): LedgerStep {
  const points = 10 + ((member * 7919 + turn * 31) % 90)
  if (turn % 4 !== 3) return earn(account, points, addDays(`${on.slice(0, 7)}-01`, 790))
  const spent = burn(account, points)
  return spent.ok ? spent.value : earn(account, 0, on)
}

interface Place {
  readonly memberId: string
  readonly turn: number
  readonly on: string
  readonly before: Entry | undefined
}

function entryOf({ account, movement }: LedgerStep, { memberId, turn, on, before }: Place): Entry {
  const { from, to, points } = movement.posting
  const named = (side: string) => (side === 'member' ? `member:${memberId}` : side)
  const isEarn = movement.kind === 'earn'
  const unsealed = {
    _id: `${isEarn ? 'purchase' : 'redeem'}:${memberId}${turn}`,
    memberId,
    seq: turn + 1,
    ...movement,
    posting: { from: named(from), to: named(to), points },
    reason: isEarn ? ('purchase' as const) : ('redemption' as const),
    balanceAfterPoints: account.balancePoints,
    debtAfterPoints: account.debtPoints,
    at: startOfDateAt(on) + MORNING_MS,
    on,
    storeId: isEarn ? `store-${turn % 2}` : null,
    sourceId: `${memberId}${turn}`,
    staffId: null,
    facts: {
      paidFen: isEarn ? points * 100 : null,
      receiptNo: isEarn ? `R${memberId.slice(-6)}${turn}` : null,
      rewardTitle: isEarn ? null : '散养鸡蛋 10 枚',
      note: null,
      releasesOn: null,
      cap: null,
      excludedFen: null,
    },
    ruleId: isEarn ? 'earn-by-spend' : null,
    ruleVersion: isEarn ? 1 : null,
    prevHash: before?.hash ?? '',
    request: null,
  }
  return { ...unsealed, hash: hashOf(unsealed) }
}

/** Plain data as the engine stores it. */
function documentOf(data: object): Document {
  return JSON.parse(JSON.stringify(data))
}
