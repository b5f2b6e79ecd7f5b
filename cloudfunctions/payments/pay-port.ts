/** What the shop asks of whoever moves the money; WeChat's cloud pay is `cloud-pay.ts`. */
import type { PaymentParameters } from '../../shared/contract/payments'
import type { Outcome } from '../../shared/refusal'

export interface PayWish {
  readonly orderId: string
  readonly title: string
  readonly amountFen: number
}

/** `absent`: it knows of no such order. `unknown`: no answer, or one that says nothing. */
export type Seen =
  | { readonly state: 'unpaid' | 'closed' | 'absent' | 'unknown' }
  | {
      readonly state: 'paid'
      readonly amountFen: number
      readonly memberId: string
      readonly transactionId: string
    }

/** `refused` is final for now, with its reason; `unknown` is asked again with the same number. */
export type RefundAnswer =
  | { readonly state: 'done' | 'unknown' }
  | { readonly state: 'refused'; readonly words: string }

export interface PayPort {
  /** For the caller, who is the one to pay. Refuses PAYMENT_OFF, PAYMENT_FAILED. */
  order(wish: PayWish): Promise<Outcome<PaymentParameters>>
  query(orderId: string): Promise<Seen>
  /** True when nobody can pay it any more. */
  close(orderId: string): Promise<boolean>
  /** The same number of an order is the same refund. */
  refund(
    wish: Omit<PayWish, 'title'> & { refundNo: string; refundFen: number },
  ): Promise<RefundAnswer>
}
