import type { Lot } from '../points/lots'
import type { EarnCap } from '../rules/earning'
import type { BillStep } from './coupon-steps'
import type { PurchaseLine } from './purchase-lines'

/** What a purchase comes to: one value from the rules to the document and back to a refund. */
export interface Bill {
  /** The goods, at the price on the bill; a thing at an exchange price is one of them. */
  readonly billFen: number
  readonly excludedFen: number
  /** The bill line by line, each with its share of what came off. */
  readonly lines: readonly PurchaseLine[]
  /** What is paid for bringing it: what a coupon took off is off. */
  readonly freightFen: number
  /** What coupons took off the goods. */
  readonly couponOffFen: number
  /** Points that pay a part of it; null when none do. */
  readonly points: BillPoints | null
  /** 抹零: what was left off at last. */
  readonly roundOffFen: number
  /** In money, freight included: at least 1 fen. */
  readonly paidFen: number
  /** How one came from the goods to what is paid: the changes add up to it. */
  readonly steps: readonly BillStep[]
  readonly earnedPoints: number
  /** Which cap cut the points, if any. */
  readonly cap: EarnCap
}

/** What points take off a bill. */
export interface BillPoints {
  readonly points: number
  readonly offFen: number
  /** Where they came from; empty until they are taken from her account. */
  readonly lots: readonly Lot[]
}
