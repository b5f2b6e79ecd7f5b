/** Reads of old members' points that wait to be claimed. */
import type { Waiting } from '../../shared/contract/openings'
import type { OpeningState } from '../../shared/openings/opening-points'
import type { Lot } from '../../shared/points/lots'
import { aggregate, command, findWhere, type Stored, type Transaction } from '../runtime/database'

/** An old member's points that wait: in nobody's account, under the keyed hash of her phone. */
export interface OpeningDocument {
  readonly state: OpeningState
  /** Date of the file → points; and → which import brought them. */
  readonly rows: Readonly<Record<string, number>>
  readonly importedBy: Readonly<Record<string, string>>
  /** Managers who brought some of it: nobody claims what she brought herself. */
  readonly broughtBy?: readonly string[]
  readonly lots: readonly Lot[]
  readonly claimed: {
    readonly memberId: string
    /** Who handed them over, when it was done at the desk. */
    readonly staffId: string | null
    readonly at: number
    readonly points: number
  } | null
}
export type Opening = Stored<OpeningDocument>

export function readOpening(phoneHash: string, tx: Transaction): Promise<Opening | null> {
  return tx.get<OpeningDocument>('opening_points', phoneHash)
}

const HASHES_AT_ONCE = 100

/** What waits, or waited, under some phones' hashes. */
export async function openingsOf(phoneHashes: readonly string[]): Promise<Opening[]> {
  const found: Opening[] = []
  for (let from = 0; from < phoneHashes.length; from += HASHES_AT_ONCE) {
    const hashes = phoneHashes.slice(from, from + HASHES_AT_ONCE)
    const filter = { _id: command.in(hashes) }
    const limit = hashes.length
    found.push(...(await findWhere<OpeningDocument>('opening_points', filter, { limit })))
  }
  return found
}

/** More old members than a shop of this size brings along; one aggregation looks at no more. */
const MOST_PHONES = 100_000

/**
 * What waits to be claimed and has not run out by a date. One call, whatever their number: the
 * database adds up by phone, then all phones.
 */
export async function waitingOn(todayOn: string): Promise<Waiting> {
  const $ = command.aggregate
  const isLive = $.gte(['$lots.expiresOn', todayOn])
  const sums = await aggregate<Waiting & { lookedAtCount: number }>('opening_points', [
    ['match', { state: 'waiting' }],
    ['limit', MOST_PHONES],
    ['unwind', '$lots'],
    ['group', { _id: '$_id', points: $.sum($.cond([isLive, '$lots.points', 0])) }],
    [
      'group',
      {
        _id: null,
        points: $.sum('$points'),
        phoneCount: $.sum($.cond([$.gt(['$points', 0]), 1, 0])),
        lookedAtCount: $.sum(1),
      },
    ],
  ])
  const { points = 0, phoneCount = 0, lookedAtCount = 0 } = sums[0] ?? {}
  return { points, phoneCount, isWhole: lookedAtCount < MOST_PHONES }
}
