/** The figures of 抹零: down to which step, and how much of a bill at most. */
import { MAX_ROUND_OFF_FEN } from '../limits'
import type { FigureField } from './figure-field'
import type { RoundingRule } from './shop-rules'

/** In the order of the choices on the page. */
const steps = ['fen', 'jiao', 'yuan'] as const

export const roundingFields: readonly FigureField[] = [
  {
    name: 'downTo',
    label: '收银抹零',
    unit: 'choice',
    least: 0,
    most: steps.length - 1,
    choices: ['不抹零', '抹到角', '抹到角或元'],
    hint: '只往少了抹，优惠券和积分之后最后算，积分按实收的钱给',
  },
  {
    name: 'mostFen',
    label: '每单最多抹',
    unit: 'fen',
    least: 1,
    most: MAX_ROUND_OFF_FEN,
    onlyWith: { name: 'downTo', figures: [1, 2] },
    hint: '要抹的零头超过它，就不能抹',
  },
]

/** As they stand on the manager's page. */
export function roundingFiguresOf(rule: RoundingRule): Readonly<Record<string, number>> {
  return { downTo: steps.indexOf(rule.downTo), mostFen: rule.mostFen }
}

/** The rule that these figures make. */
export function roundingRuleFrom(version: number, figure: (name: string) => number): RoundingRule {
  const downTo = steps[figure('downTo')] ?? 'fen'
  return { ruleId: 'rounding', version, downTo, mostFen: figure('mostFen') }
}
