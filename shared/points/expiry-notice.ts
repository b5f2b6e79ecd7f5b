/**
 * A member is told of points that will expire: 30 days before their last day, and once more 7 days
 * before it. What she was told of is remembered by date, so that nothing is told twice; points that
 * come into a lot later are told of at its next notice. Nothing expires while she is frozen.
 */
import { addDays } from '../business-date'
import type { PointsAccount } from './points-account'

export type NoticeDays = 30 | 7

export interface ExpiryNotice {
  /** The last day of the points that it is about. */
  readonly expiresOn: string
  readonly daysAhead: NoticeDays
}

export interface DueNotice extends ExpiryNotice {
  readonly points: number
}

type Told = Pick<PointsAccount, 'lots' | 'frozen'> & { readonly noticed: readonly ExpiryNotice[] }

/**
 * What she is to be told on this date, and what is then remembered. A notice that was missed is
 * made up for while it makes sense: the first one until the second is due, the second one until
 * the last day.
 */
export function noticesDue(
  { lots, frozen, noticed }: Told,
  todayOn: string,
): { readonly due: readonly DueNotice[]; readonly noticed: readonly ExpiryNotice[] } {
  const coming = noticed.filter(({ expiresOn }) => expiresOn >= todayOn)
  if (frozen) return { due: [], noticed: coming }
  const due = lots.flatMap(({ expiresOn, points }): DueNotice[] => {
    const daysAhead = stageOn(expiresOn, todayOn)
    if (daysAhead === null || expiresOn < todayOn) return []
    const isTold = coming.some(
      (told) => told.expiresOn === expiresOn && told.daysAhead <= daysAhead,
    )
    return isTold ? [] : [{ expiresOn, daysAhead, points }]
  })
  const told = due.map(({ expiresOn, daysAhead }) => ({ expiresOn, daysAhead }))
  return { due, noticed: [...coming, ...told] }
}

/** The first date on which there is something to tell; null when nothing is left to tell. */
export function nextNoticeOn({ lots, frozen, noticed }: Told): string | null {
  if (frozen) return null
  const dates = lots.flatMap(({ expiresOn }) => {
    const stages = noticed.filter((told) => told.expiresOn === expiresOn)
    if (stages.some(({ daysAhead }) => daysAhead === 7)) return []
    return [addDays(expiresOn, stages.length > 0 ? -7 : -30)]
  })
  return dates.reduce<string | null>((first, on) => (!first || on < first ? on : first), null)
}

function stageOn(expiresOn: string, todayOn: string): NoticeDays | null {
  if (todayOn >= addDays(expiresOn, -7)) return 7
  return todayOn >= addDays(expiresOn, -30) ? 30 : null
}
