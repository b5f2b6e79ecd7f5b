/** The kinds of coupon: a tagged union of their figures, and a row for each kind's rule. */
import type { Outcome } from '../refusal'
import { plainYuan } from '../yuan'
import { type AmountOff, amountOff } from './amount-off'
import type { CouponBase, CouponPlace, FigureBound, KindRule } from './coupon-kind'
import { type Exchange, exchange } from './exchange'
import { type Freight, freight } from './freight'
import { type Gift, gift } from './gift'
import { type Percent, percent } from './percent'

interface FiguresOf {
  amountOff: AmountOff
  percent: Percent
  gift: Gift
  exchange: Exchange
  freight: Freight
}

export type CouponKind = keyof FiguresOf
export type CouponFigures = FiguresOf[CouponKind]

const kinds: { readonly [K in CouponKind]: KindRule<FiguresOf[K]> } = {
  amountOff,
  percent,
  gift,
  exchange,
  freight,
}

/** The kinds in the order in which coupons of one place apply: a share before a sum. */
export const couponKinds = [
  'exchange',
  'percent',
  'amountOff',
  'freight',
  'gift',
] as const satisfies readonly CouponKind[]

type Figures<K extends CouponKind> = FiguresOf[K] & { readonly kind: K }

export function placeOf({ kind }: Pick<CouponFigures, 'kind'>): CouponPlace {
  return kinds[kind].place
}

/** What a manager may write into a template of a kind, figure by figure. */
export function boundsOf(kind: CouponKind): Readonly<Record<string, FigureBound>> {
  return kinds[kind].bounds
}

/** The field that does not go with the kind's figures; null: it goes. */
export function misfitOf<K extends CouponKind>(
  template: Figures<K> & { readonly thresholdFen: number },
): string | null {
  return kinds[template.kind].misfit?.(template) ?? null
}

/** Fen off what it applies to: at least 1. Refuses with why nothing comes off. */
export function offFor<K extends CouponKind>(
  figures: Figures<K>,
  base: CouponBase,
): Outcome<number> {
  return kinds[figures.kind].offFor(figures, base)
}

/** The few characters on its face, e.g. `¥5`. */
export function faceOf<K extends CouponKind>(figures: Figures<K>): string {
  return kinds[figures.kind].face(figures)
}

/** What it gives, and from which bill on: `满30减5元`. */
export function sentenceOf<K extends CouponKind>(
  figures: Figures<K> & { readonly thresholdFen: number },
): string {
  const { thresholdFen } = figures
  const sentence = kinds[figures.kind].sentence(figures)
  if (thresholdFen === 0) return sentence
  // 满30减5元 is said as one; before what begins with a sum or a word of its own, the yuan is named.
  const from = `满${plainYuan(thresholdFen)}`
  return /^[减打]/.test(sentence) ? `${from}${sentence}` : `${from}元${sentence}`
}

/** The figures of its kind alone, of a template or a coupon that has more. */
export function figuresOf<K extends CouponKind>(whole: Figures<K>): FiguresOf[K] {
  return kinds[whole.kind].figures(whole)
}
