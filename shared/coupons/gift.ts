/** A thing that staff hand over for nothing; no bill knows it. */
import { refuse } from '../refusal'
import type { KindRule } from './coupon-kind'

export interface Gift {
  readonly kind: 'gift'
  readonly thing: string
}

export const gift: KindRule<Gift> = {
  figures: ({ kind, thing }) => ({ kind, thing }),
  place: 'desk',
  offFor: () => refuse('COUPON_AT_DESK'),
  face: () => '赠品',
  sentence: ({ thing }) => `免费领取${thing}`,
}
