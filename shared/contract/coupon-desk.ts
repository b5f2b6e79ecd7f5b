import * as v from 'valibot'
import type { CouponState } from '../coupons/coupon'
import type { CouponKind } from '../coupons/kinds'
import { endpoint } from './endpoint'
import { couponCode, documentId } from './fields'

/** A coupon whose digits somebody shows at the desk. */
export interface CouponAtDesk {
  couponId: string
  couponCode: string
  kind: CouponKind
  title: string
  face: string
  sentence: string
  limitWords: string[]
  /** What is handed over; null where nothing is. */
  thing: string | null
  maskedName: string
  validFromOn: string
  expiresOn: string
  state: CouponState | 'expired'
  /** When, where and by whom it was; null: not yet. */
  used: { at: number; storeName: string | null; staffName: string | null } | null
  /** Why it may not be handed over here and now; null: it may. */
  refusal: { code: string; message: string } | null
}

export interface CouponHandedOver {
  couponId: string
  couponCode: string
  title: string
  thing: string | null
  sentence: string
  maskedName: string
  usedAt: number
  storeName: string
  staffName: string
}

const shown = v.object({ couponCode, storeId: v.optional(documentId) })

/** A gift is handed over at the desk in two steps: what it is, then once. */
export const couponDesk = {
  findByCode: endpoint<CouponAtDesk>()({
    role: 'staff',
    identity: 'staff',
    mutates: false,
    input: shown,
  }),
  verify: endpoint<CouponHandedOver>()({
    role: 'staff',
    identity: 'staff',
    mutates: true,
    input: shown,
  }),
}
