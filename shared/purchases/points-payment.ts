/**
 * Paying with points: a shop may let points take money off the bill, between a least and a
 * greatest share of what the coupon left. Freight and the last fen stay to be paid in money.
 * Staff propose a number, the shopper confirms it on her own phone within some minutes, and only
 * then the till may spend it, once, for exactly that bill.
 */
import type { PointsAccount } from '../points/points-account'
import { accept, type Outcome, refuse } from '../refusal'
import type { PayWithPointsRule } from '../rules/shop-rules'
import type { Bill, BillPoints } from './bill'
import type { BillLines, LineWish } from './purchase-lines'

/** How many points may go on one bill, or why none. */
export interface PointsRoom {
  readonly minPoints: number
  /** 0 when none may be used. */
  readonly maxPoints: number
  /** Points come in steps that are worth whole fen. */
  readonly stepPoints: number
  readonly blockedBy: PointsBlock | null
}

/** `bill`: it is too small; `balance`: she has too few. */
export type PointsBlock = 'frozen' | 'debt' | 'balance' | 'bill'

/** `waiting` for the shopper; `confirmed` and `declined` by her; `used` by a settle. */
export type ProposalState = 'waiting' | 'confirmed' | 'declined' | 'used'

/** What was proposed: a settle must be exactly this. */
export interface ProposedBill {
  readonly memberId: string
  readonly staffId: string
  readonly storeId: string
  /** In their order. */
  readonly couponIds: readonly string[]
  /** As staff typed it, all of it. */
  readonly bill: TypedBill
}

export interface TypedBill extends BillLines, Pick<Bill, 'freightFen' | 'roundOffFen'> {}

/** What came of it by the rules: the shopper has said yes to these figures. */
export interface ProposedFigures extends Pick<Bill, 'paidFen'> {
  readonly points: Omit<BillPoints, 'lots'>
}

export interface Proposal extends ProposedBill {
  readonly bill: ProposedBill['bill'] & ProposedFigures
  readonly state: ProposalState
  readonly untilAt: number
}

/** What of an account is asked whether its points may pay. */
export type PayingAccount = Pick<PointsAccount, 'balancePoints' | 'debtPoints' | 'frozen'>

/** Long enough to take out a phone and look. */
export const PROPOSAL_LIFE_MS = 5 * 60_000

const FEN_A_YUAN = 100

/** Fen that points take off. One division, rounded down; steps of points leave nothing to round. */
export function offFenOf(points: number, { pointsPerYuan }: PayWithPointsRule): number {
  return Math.floor((points * FEN_A_YUAN) / pointsPerYuan)
}

/** What of `goodsFen`, the bill less its coupon, this member's points may pay. */
export function pointsRoomFor(
  goodsFen: number,
  account: PayingAccount,
  rule: PayWithPointsRule,
): PointsRoom {
  const stepPoints = stepOf(rule)
  const leastFen = roundedUp(goodsFen * rule.minSharePercent, 100)
  const mostFen = Math.min(Math.floor((goodsFen * rule.maxSharePercent) / 100), goodsFen - 1)
  const least = Math.max(rule.minPoints, pointsFor(leastFen, rule), stepPoints)
  const minPoints = roundedUp(least, stepPoints) * stepPoints
  const none = { minPoints, maxPoints: 0, stepPoints }
  if (account.frozen) return { ...none, blockedBy: 'frozen' }
  if (account.debtPoints > 0) return { ...none, blockedBy: 'debt' }
  const byBill = downToStep(Math.floor((mostFen * rule.pointsPerYuan) / FEN_A_YUAN), stepPoints)
  if (byBill < minPoints) return { ...none, blockedBy: 'bill' }
  const maxPoints = Math.min(byBill, downToStep(account.balancePoints, stepPoints))
  if (maxPoints < minPoints) return { ...none, blockedBy: 'balance' }
  return { minPoints, maxPoints, stepPoints, blockedBy: null }
}

/**
 * Fen that these points take off. Refuses POINTS_PAY_CLOSED in a shop without the rule,
 * ACCOUNT_FROZEN, POINTS_INSUFFICIENT with what is missing, and POINTS_PAY_RANGE with the room.
 */
export function pointsOffFor(
  points: number,
  { goodsFen, account }: { goodsFen: number; account: PayingAccount },
  rule: PayWithPointsRule | null,
): Outcome<number> {
  if (rule === null) return refuse('POINTS_PAY_CLOSED')
  const { minPoints, maxPoints, stepPoints, blockedBy } = pointsRoomFor(goodsFen, account, rule)
  if (blockedBy === 'frozen') return refuse('ACCOUNT_FROZEN')
  if (account.balancePoints < points) {
    return refuse('POINTS_INSUFFICIENT', { missingPoints: points - account.balancePoints })
  }
  const isInside = points >= minPoints && points <= maxPoints && points % stepPoints === 0
  if (!isInside) return refuse('POINTS_PAY_RANGE', { minPoints, maxPoints, stepPoints })
  return accept(offFenOf(points, rule))
}

/**
 * May the shopper say this now? The same word again changes nothing, and a yes may become a no
 * until the till has used it. Refuses PROPOSAL_USED, PROPOSAL_DECLINED, PROPOSAL_EXPIRED.
 */
export function admitAnswer(proposal: Proposal, agrees: boolean, now: number): Outcome<null> {
  const { state, untilAt } = proposal
  if (state === 'used') return refuse('PROPOSAL_USED')
  if (state === 'declined') return agrees ? refuse('PROPOSAL_DECLINED') : accept(null)
  return now < untilAt || !agrees ? accept(null) : refuse('PROPOSAL_EXPIRED')
}

/**
 * May this settle spend what was proposed? Refuses PROPOSAL_USED, PROPOSAL_DECLINED,
 * PROPOSAL_EXPIRED, POINTS_NOT_CONFIRMED, and PROPOSAL_CHANGED for any other bill.
 */
export function admitUse(proposal: Proposal, asked: ProposedBill, now: number): Outcome<null> {
  if (proposal.state === 'used') return refuse('PROPOSAL_USED')
  if (proposal.state === 'declined') return refuse('PROPOSAL_DECLINED')
  if (now >= proposal.untilAt) return refuse('PROPOSAL_EXPIRED')
  if (proposal.state === 'waiting') return refuse('POINTS_NOT_CONFIRMED')
  const isSame =
    proposal.memberId === asked.memberId &&
    proposal.staffId === asked.staffId &&
    proposal.storeId === asked.storeId &&
    proposal.couponIds.join() === asked.couponIds.join() &&
    textOf(proposal.bill) === textOf(asked.bill)
  return isSame ? accept(null) : refuse('PROPOSAL_CHANGED')
}

/** Equal for equal bills, line by line. */
function textOf({ billFen, excludedFen, freightFen, roundOffFen, lines }: TypedBill): string {
  const lineOf = ({ title, amountFen, isExcluded, category = '' }: LineWish) => {
    return [title, amountFen, isExcluded, category]
  }
  const sums = [billFen, excludedFen, freightFen, roundOffFen]
  return JSON.stringify([sums, lines?.map(lineOf)])
}

/** The rules must still come to what she has seen. Refuses PROPOSAL_CHANGED. */
export function admitFigures(
  seen: ProposedFigures,
  { points, paidFen }: Pick<Bill, 'points' | 'paidFen'>,
): Outcome<null> {
  const isSame = seen.points.offFen === points?.offFen && seen.paidFen === paidFen
  return isSame ? accept(null) : refuse('PROPOSAL_CHANGED')
}

/** The fewest points that take so many fen off. */
function pointsFor(fen: number, { pointsPerYuan }: PayWithPointsRule): number {
  return roundedUp(fen * pointsPerYuan, FEN_A_YUAN)
}

/** The fewest points that are worth whole fen: 1 at 100 a yuan, 3 at 150. */
function stepOf({ pointsPerYuan }: PayWithPointsRule): number {
  let [greater, smaller] = [pointsPerYuan, FEN_A_YUAN]
  while (smaller > 0) [greater, smaller] = [smaller, greater % smaller]
  return Math.floor(pointsPerYuan / greater)
}

/** One division, rounded up: the least that reaches a bound. */
function roundedUp(whole: number, divisor: number): number {
  return Math.floor((whole + divisor - 1) / divisor)
}

function downToStep(points: number, stepPoints: number): number {
  return points - (points % stepPoints)
}
