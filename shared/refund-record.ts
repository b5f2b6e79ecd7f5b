/**
 * What a refund leaves in its purchase. The amounts of all of them say what is left of each line.
 */

export interface RefundedLine {
  readonly lineNo: number
  /** Goods that came back, at the price on the bill. */
  readonly amountFen: number
  /** Money for them. */
  readonly paidFen: number
}

export interface RefundRecord {
  readonly requestKey: string
  readonly at: number
  readonly staffId: string
  readonly staffName: string
  readonly storeId: string
  readonly lines: readonly RefundedLine[]
  readonly freightFen: number
  /** In money, freight included. */
  readonly moneyFen: number
  /** Points that the amount left would not have earned; some may have expired already. */
  readonly clawbackPoints: number
}
