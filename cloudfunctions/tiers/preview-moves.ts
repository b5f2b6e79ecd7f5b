import type { TierMove, tiers } from '../../shared/contract/tiers'
import { accept, refuse } from '../../shared/refusal'
import { completeFigures, problemsIn } from '../../shared/rules/rule-draft'
import { withRule } from '../../shared/rules/rule-figures'
import { standingOn } from '../../shared/tiers/standing'
import { rankOf } from '../../shared/tiers/tier'
import type { TierRule } from '../../shared/tiers/tier-rule'
import { type Account, accountsIn } from '../points/repository'
import { loadNewestShop } from '../runtime/config'
import type { UseCase } from '../runtime/context'

const RULE = 'member-tiers'
const PAGE_ACCOUNTS = 200

/**
 * Who would move if these figures were in force: a page of members, the last id first. The page
 * adds up what it is told until there is no next one, and has an exact count of everybody; no
 * request reads them all. Refuses RULE_INVALID with the field.
 */
export const previewMoves: UseCase<typeof tiers.previewMoves> = async (input, { todayOn }) => {
  const figures = completeFigures(RULE, input.figures)
  if (!figures) return refuse('INPUT_INVALID', { field: 'figures' })
  const [problem] = Object.entries(problemsIn(RULE, figures))
  if (problem) return refuse('RULE_INVALID', { field: problem[0], sentence: problem[1] })
  const shop = await loadNewestShop()
  const version = shop.tierRule.version + 1
  const { tierRule: after } = withRule(shop, RULE, { version, figures })
  const range = { fromMemberId: null, belowMemberId: input.cursor ?? null }
  const accounts = await accountsIn(range, PAGE_ACCOUNTS)
  const last = accounts.at(-1)
  return accept({
    memberCount: accounts.length,
    moves: movesOf(accounts, { before: shop.tierRule, after, todayOn }),
    nextCursor: accounts.length === PAGE_ACCOUNTS && last ? last._id : null,
  })
}

interface Change {
  readonly before: TierRule
  readonly after: TierRule
  readonly todayOn: string
}

/** Of those who move, the same moves together, the highest first. */
function movesOf(accounts: readonly Account[], { before, after, todayOn }: Change): TierMove[] {
  const counts = new Map<string, TierMove>()
  for (const { tier: tally } of accounts) {
    const from = standingOn(tally, before, todayOn).tier
    const to = standingOn(tally, after, todayOn).tier
    if (from === to) continue
    const count = (counts.get(`${from} ${to}`)?.count ?? 0) + 1
    counts.set(`${from} ${to}`, { from, to, count })
  }
  const isHigher = (a: TierMove, b: TierMove) =>
    rankOf(b.to) - rankOf(a.to) || rankOf(b.from) - rankOf(a.from)
  return [...counts.values()].sort(isHigher)
}
