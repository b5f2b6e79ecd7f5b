import type { OutputAt } from '../api'
import { fenOf } from '../parts/amount'

export type Opened = OutputAt<'purchases.previewRefund'>['purchase']

export interface RefundChoice {
  readonly mode: 'whole' | 'part'
  /** What was typed for a line, in yuan; a line that is not there does not come back. */
  readonly typed: Readonly<Record<number, string>>
  readonly withFreight: boolean
  /** The shop was the cause: points that expired meanwhile live longer. */
  readonly isShopFault: boolean
}

export interface RefundWish {
  purchaseId: string
  lines?: { lineNo: number; amountFen: number }[]
  freightFen?: number
  isShopFault: boolean
}

export const wholeChoice: RefundChoice = {
  mode: 'whole',
  typed: {},
  withFreight: false,
  isShopFault: false,
}

/** What is to be asked for; null while nothing, or nothing that can come back, is chosen. */
export function wishOf(
  { purchaseId, lines, freightLeftFen }: Pick<Opened, 'purchaseId' | 'lines' | 'freightLeftFen'>,
  { mode, typed, withFreight, isShopFault }: RefundChoice,
): RefundWish | null {
  if (mode === 'whole') return { purchaseId, isShopFault }
  const chosen = lines.filter(({ lineNo }) => typed[lineNo] !== undefined)
  if (chosen.some((line) => !fits(line, typed))) return null
  const freightFen = withFreight ? freightLeftFen : 0
  if (chosen.length === 0 && freightFen === 0) return null
  const named = chosen.map(({ lineNo }) => ({
    lineNo,
    amountFen: fenOf(typed[lineNo] ?? '') ?? 0,
  }))
  return {
    purchaseId,
    isShopFault,
    ...(named.length > 0 ? { lines: named } : {}),
    ...(freightFen > 0 ? { freightFen } : {}),
  }
}

/** Is what was typed for a line an amount that is left of it? */
export function fits(
  { lineNo, leftFen }: Pick<Opened['lines'][number], 'lineNo' | 'leftFen'>,
  typed: RefundChoice['typed'],
): boolean {
  const fen = fenOf(typed[lineNo] ?? '')
  return fen !== null && fen > 0 && fen <= leftFen
}
