import type { Trouble } from '../reading'

/** What staff can do about a "no". */
export type NextStep =
  | 'rescan'
  | 'dropCoupon'
  | 'dropPoints'
  | 'retry'
  | 'checkReceipt'
  | 'repeat'
  | 'none'

const steps: Partial<Record<Trouble['code'], NextStep>> = {
  CODE_INVALID: 'rescan',
  CODE_EXPIRED: 'rescan',
  CODE_USED: 'rescan',
  TICKET_INVALID: 'rescan',
  TICKET_EXPIRED: 'rescan',
  COUPON_NOT_FOUND: 'dropCoupon',
  COUPON_USED: 'dropCoupon',
  COUPON_EXPIRED: 'dropCoupon',
  COUPON_NOT_YET: 'dropCoupon',
  COUPON_THRESHOLD: 'dropCoupon',
  COUPON_STORE: 'dropCoupon',
  COUPON_WEEKDAY: 'dropCoupon',
  COUPON_HOURS: 'dropCoupon',
  COUPON_TIER: 'dropCoupon',
  COUPON_CATEGORY: 'dropCoupon',
  COUPON_FREIGHT: 'dropCoupon',
  COUPON_STACK: 'dropCoupon',
  COUPON_HELD: 'dropCoupon',
  COUPON_AT_DESK: 'dropCoupon',
  POINTS_PAY_CLOSED: 'dropPoints',
  POINTS_PAY_RANGE: 'dropPoints',
  POINTS_NOT_CONFIRMED: 'dropPoints',
  POINTS_INSUFFICIENT: 'dropPoints',
  ACCOUNT_FROZEN: 'dropPoints',
  PROPOSAL_NOT_FOUND: 'dropPoints',
  PROPOSAL_DECLINED: 'dropPoints',
  PROPOSAL_EXPIRED: 'dropPoints',
  PROPOSAL_USED: 'dropPoints',
  PROPOSAL_CHANGED: 'dropPoints',
  OFFLINE: 'retry',
  RECEIPT_USED: 'checkReceipt',
  PURCHASE_REPEAT: 'repeat',
  RECEIPT_REPEAT: 'repeat',
}

export function nextStepOf(code: Trouble['code']): NextStep {
  return steps[code] ?? 'none'
}
