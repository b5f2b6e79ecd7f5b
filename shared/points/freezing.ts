/**
 * A manager may freeze a member's points, always with a reason that the member is told. Nothing is
 * spent or expires meanwhile, earning goes on. Once unfrozen, whatever was held lives at least to
 * the end of the month of that day + 30 days.
 */
import { addDays, endOfMonth } from '../business-date'
import { accept, type Outcome, refuse } from '../refusal'
import { rememberMoved } from './ledger'
import { type Lot, putInto, sumOf } from './lots'
import { type LedgerStep, type PointsAccount, step } from './points-account'

const LIFE_AFTER_DAYS = 30
/** Recorded as an entry of 0 points, so that the member's chain tells of it. */
const nothingMoves = { from: 'member', to: 'member', points: 0 } as const

/** Refuses ACCOUNT_FROZEN when it is frozen already. */
export function freeze(
  account: PointsAccount,
  { todayOn, reason }: { todayOn: string; reason: string },
): Outcome<LedgerStep> {
  if (account.frozen) return refuse('ACCOUNT_FROZEN', { frozenOn: account.frozen.on })
  const after = { ...account, frozen: { on: todayOn, reason } }
  return accept(step(account, after, { kind: 'freeze', posting: nothingMoves, taken: [] }))
}

/**
 * Lots that would end too soon move to one later date. Refuses ACCOUNT_NOT_FROZEN, and
 * ACCOUNT_HELD while the certificate holds it: it must be checked against its entries first.
 */
export function unfreeze(account: PointsAccount, todayOn: string): Outcome<LedgerStep> {
  if (!account.frozen) return refuse('ACCOUNT_NOT_FROZEN')
  const { certificateOn } = account.frozen
  if (certificateOn !== undefined) return refuse('ACCOUNT_HELD', { certificateOn })
  const untilOn = endOfMonth(addDays(todayOn, LIFE_AFTER_DAYS))
  const early = account.lots.filter((lot) => lot.expiresOn < untilOn)
  const later = account.lots.filter((lot) => lot.expiresOn >= untilOn)
  const moved: Lot = { expiresOn: untilOn, points: sumOf(early) }
  const after = {
    ...account,
    lots: early.length > 0 ? putInto(later, moved) : later,
    frozen: null,
    movedLots: rememberMoved(
      account.movedLots,
      early.map(({ expiresOn }) => ({ fromOn: expiresOn, toOn: untilOn })),
      todayOn,
    ),
  }
  const arrived = early.length > 0 ? [{ expiresOn: untilOn, points: 0 - moved.points }] : []
  const taken = [...early, ...arrived]
  return accept(step(account, after, { kind: 'unfreeze', posting: nothingMoves, taken }))
}
