/** The freight, or a part of it. */
import { MAX_BILL_FEN } from '../limits'
import { accept, refuse } from '../refusal'
import { plainYuan } from '../yuan'
import type { KindRule } from './coupon-kind'

export interface Freight {
  readonly kind: 'freight'
  /** The most that comes off. */
  readonly capFen: number
}

export const freight: KindRule<Freight> = {
  figures: ({ kind, capFen }) => ({ kind, capFen }),
  bounds: { capFen: { type: 'whole', least: 1, most: MAX_BILL_FEN } },
  place: 'freight',
  offFor: ({ capFen }, { mostFen }) =>
    mostFen < 1 ? refuse('COUPON_FREIGHT') : accept(Math.min(capFen, mostFen)),
  face: () => '免运费',
  sentence: ({ capFen }) => `运费最多减${plainYuan(capFen)}元`,
}
