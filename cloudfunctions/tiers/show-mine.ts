import type { MyTier, TierPartRow, tiers } from '../../shared/contract/tiers'
import { accept } from '../../shared/refusal'
import { figuresOn, keepGapOf, nextTierOf } from '../../shared/tiers/gap'
import { monthOf } from '../../shared/tiers/month'
import { graceEndOf, type Standing, standingOn } from '../../shared/tiers/standing'
import { type TierTally, withPurchase } from '../../shared/tiers/tally'
import { reachedTier, tierNames, tierTitles } from '../../shared/tiers/tier'
import { measureOf, meritPartsOf, type TierRule } from '../../shared/tiers/tier-rule'
import {
  gapText,
  keepText,
  measureText,
  partsOfMethod,
  partText,
  partWords,
  weightText,
  windowText,
} from '../../shared/tiers/tier-words'
import { readAccount } from '../points/repository'
import type { UseCase } from '../runtime/context'

/** Where she stands as of today, what it is made of, and what is missing. */
export const showMine: UseCase<typeof tiers.mine> = async (_input, context) => {
  const { shop, todayOn, now: serverNow, member } = context
  const { tierRule: rule } = shop
  const { tier: tally } = await readAccount(member._id)
  const standing = standingOn(tally, rule, todayOn)
  const figures = figuresOn(tally, rule, todayOn)
  return accept({
    ...{ serverNow, todayOn, isOpen: rule.method !== 'off', method: rule.method },
    windowText: windowText(rule),
    tier: { tierId: standing.tier, title: tierTitles[standing.tier] },
    figures: { ...figures, measure: measureOf(figures, rule) },
    parts: partsOf(tally, rule, todayOn),
    ...nextOf(tally, rule, { standing, todayOn }),
    ...keepingOf(tally, rule, { standing, todayOn }),
    oneMore: rule.method === 'off' ? null : oneMoreOf(tally, rule, todayOn),
  })
}

function partsOf(tally: TierTally, rule: TierRule, todayOn: string): TierPartRow[] {
  const figures = figuresOn(tally, rule, todayOn)
  const merits = meritPartsOf(figures, rule)
  const isByMerit = rule.method === 'loyalty' || rule.method === 'composite'
  return partsOfMethod[rule.method].map((part) => ({
    ...{ part, ...partWords[part], text: partText(part, figures) },
    merit: isByMerit ? merits[part] : null,
    weightText: isByMerit ? weightText(part, rule.weights[part]) : null,
  }))
}

interface Asked {
  readonly standing: Standing
  readonly todayOn: string
}

function nextOf(
  tally: TierTally,
  rule: TierRule,
  { standing, todayOn }: Asked,
): Pick<MyTier, 'nextTier' | 'gap' | 'gapText'> {
  const next = nextTierOf(tally, rule, { tier: standing.tier, todayOn })
  if (!next) return { nextTier: null, gap: null, gapText: null }
  const { tierId, threshold, gap } = next
  const nextTier = { tierId, title: tierTitles[tierId], threshold }
  return { nextTier, gap, gapText: gapText(rule.method, gap, tierId) }
}

function keepingOf(
  tally: TierTally,
  rule: TierRule,
  asked: Asked,
): Pick<MyTier, 'keepUntilOn' | 'keepGap' | 'keepText' | 'graceUntilOn'> {
  const { standing } = asked
  const { keepUntilOn, graceUntilOn } = standing
  const keepGap = keepGapOf(tally, rule, asked)
  const tierId = reachedTier(standing.tier)
  if (keepGap === null || keepUntilOn === null || tierId === null) {
    return { keepUntilOn, keepGap: null, keepText: null, graceUntilOn }
  }
  const byOn = graceUntilOn ?? graceEndOf(keepUntilOn, rule)
  return {
    ...{ keepUntilOn, keepGap, graceUntilOn },
    keepText: keepText(rule.method, keepGap, { tierId, byOn }),
  }
}

/** Who has never bought anything is told what this much would bring. */
const FIRST_PURCHASE_FEN = 10_000

function oneMoreOf(tally: TierTally, rule: TierRule, todayOn: string): MyTier['oneMore'] {
  const paidFen = usualFenOf(tally)
  const purchase = { storeId: '', on: todayOn, at: null, paidFen }
  const after = withPurchase(tally, purchase, todayOn)
  const { tier } = standingOn(after, rule, todayOn)
  const before = standingOn(tally, rule, todayOn)
  const figures = figuresOn(after, rule, todayOn)
  const measure = measureOf(figures, rule)
  const reached = reachedTier(tier)
  const isUp = reached !== null && tier !== before.tier
  const to = isUp ? `，升到${tierNames[reached]}` : ''
  const change = changeText(tally, rule, { after, todayOn })
  const text = `再消费一次 ${measureText('amount', paidFen)}，${change}${to}`
  return { paidFen, measure, tierId: tier, text }
}

function changeText(
  tally: TierTally,
  rule: TierRule,
  { after, todayOn }: { readonly after: TierTally; readonly todayOn: string },
): string {
  const { method } = rule
  if (method === 'frequency') {
    const month = monthOf(todayOn)
    const visits = after.months.find((each) => each.month === month)?.visits ?? 0
    return `这个月就是 ${visits} 次`
  }
  const [from, to] = [tally, after].map((each) => measureOf(figuresOn(each, rule, todayOn), rule))
  const unit = method === 'amount' ? '累计' : '得分'
  return `${unit}从 ${measureText(method, from ?? 0)} 到 ${measureText(method, to ?? 0)}`
}

/** As large as hers are on the average, to the yuan. */
function usualFenOf({ months }: TierTally): number {
  const visits = months.reduce((sum, month) => sum + month.visits, 0)
  const paidFen = months.reduce((sum, month) => sum + month.paidFen, 0)
  if (visits === 0 || paidFen < 100) return FIRST_PURCHASE_FEN
  const usualFen = Math.floor(paidFen / visits)
  return Math.max(usualFen - (usualFen % 100), 100)
}
