/** A share of the goods off, up to a cap. */
import { MAX_BILL_FEN } from '../limits'
import { accept, refuse } from '../refusal'
import { plainYuan } from '../yuan'
import type { KindRule } from './coupon-kind'

export interface Percent {
  readonly kind: 'percent'
  /** 1 to 99: 15 takes fifteen hundredths off, which a shop calls 8.5折. */
  readonly percentOff: number
  /** The most that comes off. */
  readonly capFen: number
}

export const percent: KindRule<Percent> = {
  figures: ({ kind, percentOff, capFen }) => ({ kind, percentOff, capFen }),
  bounds: {
    percentOff: { type: 'whole', least: 1, most: 99 },
    capFen: { type: 'whole', least: 1, most: MAX_BILL_FEN },
  },
  place: 'goods',
  offFor: ({ percentOff, capFen }, { baseFen, mostFen }) => {
    // One division, rounded down to the fen.
    const shareFen = Math.floor((baseFen * percentOff) / 100)
    const offFen = Math.min(shareFen, capFen, mostFen)
    if (offFen >= 1) return accept(offFen)
    const leastFen = Math.max(2, Math.ceil(100 / percentOff))
    return refuse('COUPON_THRESHOLD', { missingFen: Math.max(1, leastFen - baseFen) })
  },
  face: ({ percentOff }) => `${(100 - percentOff) / 10}折`,
  sentence: ({ percentOff, capFen }) =>
    `打${(100 - percentOff) / 10}折，最多减${plainYuan(capFen)}元`,
}
