/** One order as WeChat's side of a payment keeps it; money in fen. */
export interface PayOrder {
  /** Its place in the book, from 1. */
  readonly number: number
  readonly outTradeNo: string
  readonly subMchId: string
  readonly openid: string
  readonly body: string
  readonly attach?: string
  readonly totalFeeFen: number
  readonly functionName: string
  readonly transactionId: string
  readonly createdAt: number
  prepayId: string
  prepaidAt: number
  state: 'NOTPAY' | 'SUCCESS' | 'CLOSED'
  paidAt?: number
  readonly refunds: PayRefund[]
  /** What its function has not answered yet. */
  notices: PayNotice[]
}

export interface PayRefund {
  readonly outRefundNo: string
  readonly refundId: string
  readonly refundFeeFen: number
  readonly refundedAt: number
}

export interface PayNotice {
  readonly id: string
  readonly functionName: string
  readonly event: Readonly<Record<string, unknown>>
  readonly firstAt: number
  readonly attemptCount: number
  readonly dueAt: number
}

/**
 * When a notice that was not answered is repeated: the gaps of the payment's own documentation,
 * then every six hours until two days have passed, as the cloud's page on callbacks has it.
 */
const gapsS = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800]
const laterGapS = 21_600
const givenUpAfterMs = 2 * 86_400_000

export function repeated(notice: PayNotice, nowMs: number): PayNotice | undefined {
  const dueAt = nowMs + (gapsS[notice.attemptCount] ?? laterGapS) * 1000
  if (dueAt > notice.firstAt + givenUpAfterMs) return undefined
  return { ...notice, attemptCount: notice.attemptCount + 1, dueAt }
}

export function refundedFen({ refunds }: PayOrder): number {
  return refunds.reduce((sum, { refundFeeFen }) => sum + refundFeeFen, 0)
}

/** `20261124093000`, in UTC+8, as WeChat Pay writes an instant. */
export function payTime(ms: number): string {
  const iso = new Date(ms + 8 * 3_600_000).toISOString()
  return iso.slice(0, 19).replace(/\D/g, '')
}
