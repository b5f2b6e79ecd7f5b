/** The way from the figures of the levels to their rule, and back. */
import { type TierId, tierIds } from '../tiers/tier'
import { type PerTier, type TierRule, tierMethods, tierWindows } from '../tiers/tier-rule'
import type { RuleFigures } from './figure-field'

const contacts: readonly (TierId | null)[] = [null, ...tierIds]

/** As the form shows them: a choice is its place among its words. */
export function tierFiguresOf(rule: TierRule): RuleFigures {
  const { method, window, weights, contactFrom } = rule
  return {
    method: tierMethods.indexOf(method),
    window: tierWindows.indexOf(window),
    cycleMonth: rule.cycleMonth,
    ...stepFigures('Fen', rule.paidFen),
    ...stepFigures('Visits', rule.monthVisits),
    ...stepFigures('Merit', rule.merit),
    amountWeight: weights.amount,
    frequencyWeight: weights.frequency,
    tenureWeight: weights.tenure,
    activeWeight: weights.active,
    noticeDays: rule.noticeDays,
    graceDays: rule.graceDays,
    ...stepFigures('Lead', rule.leadMinutes),
    contactFrom: contacts.indexOf(contactFrom),
  }
}

interface Version {
  readonly version: number
  readonly figures: RuleFigures
}

/** `whole` reads one figure, and throws where there is none. */
export function tierRuleFrom(
  { version, figures }: Version,
  whole: (figures: RuleFigures, name: string) => number,
): TierRule {
  const of = (name: string) => whole(figures, name)
  const steps = (end: string): PerTier<number> => ({
    silver: of(`silver${end}`),
    gold: of(`gold${end}`),
    diamond: of(`diamond${end}`),
  })
  return {
    ...{ ruleId: 'member-tiers', version, cycleMonth: of('cycleMonth') },
    ...{
      method: tierMethods[of('method')] ?? 'off',
      window: tierWindows[of('window')] ?? 'rolling',
    },
    ...{ paidFen: steps('Fen'), monthVisits: steps('Visits'), merit: steps('Merit') },
    weights: {
      ...{ amount: of('amountWeight'), frequency: of('frequencyWeight') },
      ...{ tenure: of('tenureWeight'), active: of('activeWeight') },
    },
    ...{ noticeDays: of('noticeDays'), graceDays: of('graceDays'), leadMinutes: steps('Lead') },
    contactFrom: contacts[of('contactFrom')] ?? null,
  }
}

function stepFigures(end: string, { silver, gold, diamond }: PerTier<number>): RuleFigures {
  return { [`silver${end}`]: silver, [`gold${end}`]: gold, [`diamond${end}`]: diamond }
}

const thresholds = { amount: 'Fen', frequency: 'Visits', loyalty: 'Merit', composite: 'Merit' }

/** Levels rise by the way of counting that was chosen, and a merit of nothing is none. */
export function tierContradictions(figures: RuleFigures): Readonly<Record<string, string>> {
  const of = (name: string) => Number(figures[name] ?? 0)
  const method = tierMethods[of('method')]
  if (method === undefined || method === 'off') return {}
  const end = thresholds[method]
  if (of(`gold${end}`) <= of(`silver${end}`)) return { [`gold${end}`]: '金卡要比银卡高' }
  if (of(`diamond${end}`) <= of(`gold${end}`)) return { [`diamond${end}`]: '钻石卡要比金卡高' }
  if (of('goldLead') < of('silverLead')) return { goldLead: '金卡不能比银卡晚' }
  if (of('diamondLead') < of('goldLead')) return { diamondLead: '钻石卡不能比金卡晚' }
  const byTime = of('tenureWeight') + of('activeWeight')
  const all = byTime + of('amountWeight') + of('frequencyWeight')
  if (method === 'loyalty' && byTime === 0) return { tenureWeight: '至少有一项要计分' }
  if (method === 'composite' && all === 0) return { amountWeight: '至少有一项要计分' }
  return {}
}
