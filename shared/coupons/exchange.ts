/** One thing at a price of its own: a line of the bill, seen by its closing and its points. */
import { LINE_TITLE_MAX_LENGTH, MAX_BILL_FEN } from '../limits'
import { refuse } from '../refusal'
import { plainYuan } from '../yuan'
import type { KindRule } from './coupon-kind'

export interface Exchange {
  readonly kind: 'exchange'
  readonly thing: string
  /** What the member pays for it. */
  readonly priceFen: number
}

export const exchange: KindRule<Exchange> = {
  figures: ({ kind, thing, priceFen }) => ({ kind, thing, priceFen }),
  bounds: {
    thing: { type: 'text', mostLetters: LINE_TITLE_MAX_LENGTH },
    priceFen: { type: 'whole', least: 1, most: MAX_BILL_FEN },
  },
  place: 'exchange',
  // Nothing comes off: the bill gets a line more (`coupon-steps.ts`).
  offFor: () => refuse('COUPON_THRESHOLD'),
  face: ({ priceFen }) => `¥${plainYuan(priceFen)}`,
  sentence: ({ thing, priceFen }) => `加${plainYuan(priceFen)}元换${thing}`,
}
