/** The words that an entry is made of, as `tokens.ts` finds them. */
import type { Amount } from './amounts'
import type { Folded } from './fold'
import type { Goods, Rank } from './goods'

/** How far a word stands from the one before it. */
export type Gap = 'glued' | 'space' | 'comma' | 'line'

export type Sense =
  | { readonly kind: 'item'; readonly itemIds: ReadonlySet<string>; readonly rank: Rank }
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'same'; readonly number: number | null }
  | { readonly kind: 'group'; readonly inside: readonly Token[]; readonly closed: boolean }
  | { readonly kind: Plain }
export type Plain =
  | 'word'
  | 'room'
  | 'phone'
  | 'moment'
  | 'each'
  | 'cancel'
  | 'drop'
  | 'change'
  | 'more'
  | 'less'
  | 'plus'
  | 'minus'
  | 'filler'
  | 'money'
  | 'paid'
  | 'note'
  | 'unsure'
  | 'struck'

export type Token = Sense & { readonly from: number; readonly to: number; readonly gap: Gap }

export interface Reading {
  readonly text: Folded
  readonly goods: Goods
  readonly end: number
}

/** What was found, and where. */
export interface Around {
  readonly gap: Gap
  readonly before: Token | undefined
}
export type Letters = { readonly kind: 'letters'; readonly from: number; readonly to: number }
export interface Placed {
  readonly kind: 'placed'
  readonly itemId: string
  readonly value: number
  readonly from: number
  readonly to: number
}
export type FoundSense = (Sense | Letters | Placed) & { readonly from: number; readonly to: number }
