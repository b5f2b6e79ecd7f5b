/** Figures of a till that cannot be, whatever was sold. */
import { accept, type Outcome, refuse } from '../refusal'
import type { TillTotals } from './day-closing'

const totalsSentences = {
  receiptCount: '有金额就至少有一笔，请核对总笔数',
  nonMemberCount: '非会员的笔数和金额对不上，请核对',
} as const

/** Refuses INPUT_INVALID with the field, and with the sentence that the page says of it. */
export function admitTotals(till: TillTotals): Outcome<null> {
  const { receiptCount, amountFen, nonMemberCount, nonMemberFen } = till
  if (receiptCount === 0 && amountFen > 0) return odd('receiptCount')
  if (nonMemberCount === null) return accept(null)
  const isNone = nonMemberCount === 0 && (nonMemberFen ?? 0) > 0
  return isNone || nonMemberCount > receiptCount ? odd('nonMemberCount') : accept(null)
}

function odd(field: keyof typeof totalsSentences): Outcome<null> {
  return refuse('INPUT_INVALID', { field, sentence: totalsSentences[field] })
}
