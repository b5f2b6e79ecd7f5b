import type { Waiting } from '../../shared/contract/points-audit'
import { aggregate, command } from '../runtime/database'

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
