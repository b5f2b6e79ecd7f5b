/** What each kind of coupon has to say of itself: one file a kind, one row in `kinds.ts`. */
import type { Outcome } from '../refusal'

/**
 * Where on a bill it applies, in this order: a line is added at its price, something comes off
 * the goods, something comes off the freight. What is handed over at the `desk` meets no bill.
 */
export type CouponPlace = 'exchange' | 'goods' | 'freight' | 'desk'

/** The money that a coupon may take from. */
export interface CouponBase {
  /** What is left of the goods, or of the freight, that it applies to. */
  readonly baseFen: number
  /** At most so much, so that something stays to be paid. */
  readonly mostFen: number
}

/** What a figure of a template may be. */
export type FigureBound =
  | { readonly type: 'whole'; readonly least: number; readonly most: number }
  | { readonly type: 'text'; readonly mostLetters: number }

/** The figures of a kind by name, each with its bound. */
export type FigureBounds<F> = Readonly<Record<Exclude<keyof F, 'kind'>, FigureBound>>

export interface KindRule<F> {
  /** Its own figures, of something that has more. */
  figures(whole: F): F
  /** What a manager may write into a template of it. */
  readonly bounds: FigureBounds<F>
  /** The field that does not go with the others; without it all within their bounds do. */
  misfit?(template: F & { readonly thresholdFen: number }): 'thresholdFen' | null
  readonly place: CouponPlace
  /** Fen off: at least 1. Refuses COUPON_THRESHOLD with what is missing. */
  offFor(figures: F, base: CouponBase): Outcome<number>
  /** The few characters on its face: `¥5`, `9折`. */
  face(figures: F): string
  /** What it gives, as a shopper reads it. */
  sentence(figures: F): string
}
