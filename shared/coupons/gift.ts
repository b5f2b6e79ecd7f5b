/** A thing that staff hand over for nothing; no bill knows it. */
import { LINE_TITLE_MAX_LENGTH } from '../limits'
import { refuse } from '../refusal'
import type { KindRule } from './coupon-kind'

export interface Gift {
  readonly kind: 'gift'
  readonly thing: string
}

export const gift: KindRule<Gift> = {
  figures: ({ kind, thing }) => ({ kind, thing }),
  bounds: { thing: { type: 'text', mostLetters: LINE_TITLE_MAX_LENGTH } },
  place: 'desk',
  offFor: () => refuse('COUPON_AT_DESK'),
  face: () => '赠品',
  sentence: ({ thing }) => `免费领取${thing}`,
}
