/**
 * What the shop owes its members in points (积分负债), over some days: opening + issued + returned −
 * spent − expired − clawed back ± adjusted = closing. Debt stands beside it and is never netted;
 * what is pending is apart. Points that nobody will ever redeem are taken for 0 until there is a
 * year of figures.
 */
import { isReason, reasonOf } from '../points/reasons'
import {
  type Cleared,
  clearedIn,
  type DayFigures,
  type Flow,
  flowsOf,
  nothingStands,
  type Standing,
} from './day-figures'

/** The figures of one certified day. */
export interface CertifiedDay {
  readonly on: string
  readonly opening: Standing
  readonly closing: Standing
  readonly figures: DayFigures
}

/** Points that came (+) and went, by what they were; every figure is ≥ 0 but `adjusted` ones. */
export interface LiabilityLines {
  readonly purchasePoints: number
  readonly giftPoints: number
  readonly openingImportPoints: number
  readonly returnedPoints: number
  readonly adjustedUpPoints: number
  readonly adjustedDownPoints: number
  readonly spentPoints: number
  readonly expiredPoints: number
  readonly clawedBackPoints: number
  /** Whatever moves for a reason that has no line of its own. */
  readonly otherPoints: number
  /** A clawback beyond the balance, and what came in and repaid such a debt. */
  readonly debtMadePoints: number
  readonly debtRepaidPoints: number
}

export interface StoreLine {
  /** Null: at no store, as a pack, or a reward of the mall that nobody has fetched yet. */
  readonly storeId: string | null
  readonly issuedPoints: number
  readonly spentPoints: number
}

export interface Liability {
  readonly opening: Standing
  readonly closing: Standing
  readonly lines: LiabilityLines
  readonly stores: readonly StoreLine[]
  /** Whose points were spent where, what came back taken off; null is the mall, as above. */
  readonly clearing: readonly Cleared[]
  /** Of the closing balance, what past years say will expire; 0 without a year of figures. */
  readonly breakagePoints: number
  /** Closing less what the lines add up to: 0, or the certificates contradict each other. */
  readonly offPoints: number
}

const none: LiabilityLines = {
  purchasePoints: 0,
  giftPoints: 0,
  openingImportPoints: 0,
  returnedPoints: 0,
  adjustedUpPoints: 0,
  adjustedDownPoints: 0,
  spentPoints: 0,
  expiredPoints: 0,
  clawedBackPoints: 0,
  otherPoints: 0,
  debtMadePoints: 0,
  debtRepaidPoints: 0,
}

/** `year` are the days of the twelve months up to the last; null while there are fewer. */
export function liabilityOf(
  days: readonly CertifiedDay[],
  year: readonly CertifiedDay[] | null,
): Liability {
  const opening = days[0]?.opening ?? nothingStands
  const closing = days.at(-1)?.closing ?? nothingStands
  const lines = linesOf(days)
  return {
    opening,
    closing,
    lines,
    stores: storesOf(days),
    clearing: clearingOf(days),
    breakagePoints: year === null ? 0 : breakageOf(closing, linesOf(year)),
    offPoints: closing.balancePoints - opening.balancePoints - changeOf(lines),
  }
}

/** What the lines add up to: the change of the balances. */
export function changeOf(lines: LiabilityLines): number {
  const came =
    lines.purchasePoints + lines.giftPoints + lines.openingImportPoints + lines.returnedPoints
  const went = lines.spentPoints + lines.expiredPoints + lines.clawedBackPoints
  const adjusted = lines.adjustedUpPoints - lines.adjustedDownPoints + lines.otherPoints
  return came - went + adjusted + lines.debtMadePoints - lines.debtRepaidPoints
}

/** What points are worth at the shop's rate, in whole fen, rounded down. */
export function worthFenOf(points: number, fenPerHundredPoints: number): number {
  return Math.floor((points * fenPerHundredPoints) / 100)
}

export function linesOf(days: readonly CertifiedDay[]): LiabilityLines {
  return days.reduce(
    (lines, { figures }) => ({
      ...flowsOf(figures).reduce(addFlow, lines),
      debtMadePoints: lines.debtMadePoints + figures.debtMadePoints,
      debtRepaidPoints: lines.debtRepaidPoints + figures.debtRepaidPoints,
    }),
    none,
  )
}

function addFlow(lines: LiabilityLines, flow: Flow): LiabilityLines {
  const { from, to, points } = flow
  if (to === 'member' && from !== 'member') {
    const line = cameAs(flow)
    return { ...lines, [line]: lines[line] + points }
  }
  if (from !== 'member' || to === 'member') return lines
  const line = wentAs[to]
  if (line) return { ...lines, [line]: lines[line] + points }
  return { ...lines, otherPoints: lines.otherPoints - points }
}

function cameAs({ from, reason }: Flow): keyof LiabilityLines {
  if (from === 'program:issued' || from === 'program:pending') {
    return isOfPurchases(reason) ? 'purchasePoints' : 'giftPoints'
  }
  if (from === 'program:opening') return 'openingImportPoints'
  if (from === 'program:redeemed') return 'returnedPoints'
  return from === 'program:adjusted' ? 'adjustedUpPoints' : 'otherPoints'
}

/** A certificate keeps reasons as plain words: one that is no reason of ours is no purchase. */
function isOfPurchases(reason: string): boolean {
  return isReason(reason) && reasonOf(reason).family === 'purchase'
}

const wentAs: Readonly<Partial<Record<string, keyof LiabilityLines>>> = {
  'program:redeemed': 'spentPoints',
  'program:expired': 'expiredPoints',
  'program:reversed': 'clawedBackPoints',
  'program:adjusted': 'adjustedDownPoints',
}

/**
 * By store: issued (clawed back taken off) and spent (returned taken off). What was spent in the
 * mall is spent at the store that hands the reward over; until then it is at none.
 */
function storesOf(days: readonly CertifiedDay[]): readonly StoreLine[] {
  const stores = new Map<string | null, StoreLine>()
  const moved = days.flatMap(({ figures }) => [
    ...flowsOf(figures).map(storeLineOf),
    ...handedOverLines(figures),
  ])
  for (const { storeId, issuedPoints, spentPoints } of moved) {
    if (issuedPoints === 0 && spentPoints === 0) continue
    const so = stores.get(storeId) ?? { storeId, issuedPoints: 0, spentPoints: 0 }
    stores.set(storeId, {
      storeId,
      issuedPoints: so.issuedPoints + issuedPoints,
      spentPoints: so.spentPoints + spentPoints,
    })
  }
  return [...stores.values()].sort((one, other) =>
    (one.storeId ?? '~') < (other.storeId ?? '~') ? -1 : 1,
  )
}

function handedOverLines({ handedOver = {} }: DayFigures): readonly StoreLine[] {
  return Object.entries(handedOver).flatMap(([storeId, points]) => [
    { storeId, issuedPoints: 0, spentPoints: points },
    { storeId: null, issuedPoints: 0, spentPoints: 0 - points },
  ])
}

function clearingOf(days: readonly CertifiedDay[]): readonly Cleared[] {
  const sums = new Map<string, Cleared>()
  for (const cleared of days.flatMap(({ figures }) => clearedIn(figures))) {
    const key = `${cleared.issuedBy ?? '~'} ${cleared.spentAt ?? '~'}`
    sums.set(key, { ...cleared, points: (sums.get(key)?.points ?? 0) + cleared.points })
  }
  const sorted = [...sums].sort(([one], [other]) => (one < other ? -1 : 1))
  return sorted.map(([, cleared]) => cleared).filter(({ points }) => points !== 0)
}

function storeLineOf({ from, to, storeId, points }: Flow): StoreLine {
  const isIssued = to === 'member' && ['program:issued', 'program:pending'].includes(from)
  const isClawed = from === 'member' && to === 'program:reversed'
  const issuedPoints = (isIssued ? points : 0) - (isClawed ? points : 0)
  const isSpent = from === 'member' && to === 'program:redeemed'
  const isReturned = from === 'program:redeemed' && to === 'member'
  return { storeId, issuedPoints, spentPoints: (isSpent ? points : 0) - (isReturned ? points : 0) }
}

/** Of what left the members by itself in a year, the share that expired; one division, down. */
function breakageOf({ balancePoints }: Standing, lines: LiabilityLines): number {
  const spent = Math.max(lines.spentPoints - lines.returnedPoints, 0)
  const left = spent + lines.expiredPoints
  return left === 0 ? 0 : Math.floor((balancePoints * lines.expiredPoints) / left)
}
