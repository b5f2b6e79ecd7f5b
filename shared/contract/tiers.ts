import * as v from 'valibot'
import type { BenefitRow } from '../tiers/benefits'
import type { Tier, TierId } from '../tiers/tier'
import type { TierFigures, TierMethod, TierWindow } from '../tiers/tier-rule'
import type { TierPart } from '../tiers/tier-words'
import { endpoint } from './endpoint'
import { memberCursor, nothing, ruleFigures } from './fields'

/** One level, with what it takes and what it gives. */
export interface TierTableRow extends BenefitRow {
  title: string
  /** In fen, purchases or merit, by the way of counting; 0 for the first. */
  threshold: number
  thresholdText: string
}

export interface TierTable {
  serverNow: number
  /** False: the shop has no levels. */
  isOpen: boolean
  method: TierMethod
  window: TierWindow
  /** Over which time it counts, in words. */
  windowText: string
  /** From the lowest up. */
  tiers: TierTableRow[]
}

/** One of the things that are counted, and what it brings to a merit. */
export interface TierPartRow {
  part: TierPart
  label: string
  text: string
  /** What the figure counts. */
  counts: string
  /** Null where the figure is compared by itself. */
  merit: number | null
  weightText: string | null
}

export interface MyTier {
  serverNow: number
  todayOn: string
  isOpen: boolean
  method: TierMethod
  windowText: string
  tier: { tierId: Tier; title: string }
  /** All that is counted, and the one number that is compared. */
  figures: TierFigures & { measure: number }
  parts: TierPartRow[]
  nextTier: { tierId: TierId; title: string; threshold: number } | null
  /** What is missing for the next one, in fen, purchases or merit; null at the top. */
  gap: number | null
  gapText: string | null
  /** The last day on which she has her level whatever she does; null where it does not end. */
  keepUntilOn: string | null
  /** What is missing to keep it beyond that day; null where it does not end. */
  keepGap: number | null
  keepText: string | null
  /** The last day of grace, while it runs. */
  graceUntilOn: string | null
  /** What one more purchase, as large as hers usually are, would bring. */
  oneMore: { paidFen: number; measure: number; tierId: Tier; text: string } | null
}

/** Members whose level would change, by the same move. */
export interface TierMove {
  from: Tier
  to: Tier
  count: number
}

/** One page of who would move: the counts of all pages together are exact. */
export interface TierMoves {
  /** Of this page. */
  memberCount: number
  moves: TierMove[]
  /** Null with the last page. */
  nextCursor: string | null
}

export const tiers = {
  mine: endpoint<MyTier>()({ role: 'member', identity: 'member', mutates: false, input: nothing }),
  table: endpoint<TierTable>()({
    role: 'anyone',
    identity: 'member',
    mutates: false,
    input: nothing,
  }),
  /** Who would move if these figures were in force, a page of members at a time. */
  previewMoves: endpoint<TierMoves>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: v.object({ figures: ruleFigures, cursor: v.optional(memberCursor) }),
  }),
}
