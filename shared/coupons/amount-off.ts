/** A fixed sum off the goods. */
import { MAX_BILL_FEN } from '../limits'
import { accept, refuse } from '../refusal'
import { plainYuan } from '../yuan'
import type { KindRule } from './coupon-kind'

export interface AmountOff {
  readonly kind: 'amountOff'
  readonly faceFen: number
}

export const amountOff: KindRule<AmountOff> = {
  figures: ({ kind, faceFen }) => ({ kind, faceFen }),
  bounds: { faceFen: { type: 'whole', least: 1, most: MAX_BILL_FEN } },
  // 满 5 减 5 is a gift in disguise; 0 is 无门槛, and ordinary.
  misfit: ({ faceFen, thresholdFen }) =>
    thresholdFen > 0 && thresholdFen < faceFen ? 'thresholdFen' : null,
  place: 'goods',
  // A bill of one fen uses no coupon up: nothing could come off it.
  offFor: ({ faceFen }, { mostFen }) =>
    mostFen < 1
      ? refuse('COUPON_THRESHOLD', { missingFen: 1 - mostFen })
      : accept(Math.min(faceFen, mostFen)),
  face: ({ faceFen }) => `¥${plainYuan(faceFen)}`,
  sentence: ({ faceFen }) => `减${plainYuan(faceFen)}元`,
}
