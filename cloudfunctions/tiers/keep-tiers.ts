import { addDays } from '../../shared/business-date'
import type { Told } from '../../shared/messages/message'
import { accept } from '../../shared/refusal'
import { keepGapOf } from '../../shared/tiers/gap'
import { type Settled, settleTier } from '../../shared/tiers/settling'
import type { TierTally } from '../../shared/tiers/tally'
import { isAtLeast, reachedTier, type Tier, tierTitles } from '../../shared/tiers/tier'
import type { TierRule } from '../../shared/tiers/tier-rule'
import { keepText } from '../../shared/tiers/tier-words'
import { tell } from '../messages/tell-in-transaction'
import { openBook, post } from '../points/ledger'
import { accountsByTierDate, accountsByTierVersion } from '../points/repository'
import type { Chore, Counts, Timer } from '../runtime/chores'
import type { JobContext } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'

const PAGE_ACCOUNTS = 50
const MAX_PAGES = 20

type Find = (context: JobContext, limit: number) => Promise<readonly { readonly _id: string }[]>

const byDate: Find = ({ todayOn }, limit) => accountsByTierDate(todayOn, limit)
const byVersion: Find = ({ shop }, limit) => accountsByTierVersion(shop.tierRule.version, limit)

/** Levels that end, and those that will: whoever is to be told, and whoever keeps hers or falls. */
const review: Chore = {
  name: 'review-tiers',
  every: 'tick',
  isDue: async (context) => (await byDate(context, 1)).length > 0,
  run: (context) => lookAt(byDate, context),
}

/** After the rule was changed: everybody's level by the new one. */
const renew: Chore = {
  name: 'renew-tiers',
  every: 'tick',
  isDue: async (context) => (await byVersion(context, 1)).length > 0,
  run: (context) => lookAt(byVersion, context),
}

/**
 * Keeps what levels say up to date with the day and the rule. Whoever asks works it out anyway;
 * here it is written down and told. It reads only accounts with something due, each in a
 * transaction of its own: killed anywhere and run again, it goes on where it was.
 */
export const keepTiers: Timer = { chores: [review, renew] }

async function lookAt(find: Find, context: JobContext): Promise<Counts> {
  let reviewed = 0
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const before = reviewed
    const found = await find(context, PAGE_ACCOUNTS)
    for (const { _id } of found) {
      if (!context.hasTimeLeft()) return { reviewed, unfinished: 1 }
      const outcome = await inTransaction((tx) => settleOne(tx, _id, context))
      if (outcome.ok) reviewed += 1
    }
    // What is refused, e.g. an unsound account, is found again at once: it waits for its repair.
    if (found.length < PAGE_ACCOUNTS || reviewed === before) return { reviewed, unfinished: 0 }
  }
  return { reviewed, unfinished: 1 }
}

async function settleOne(tx: Transaction, memberId: string, context: JobContext) {
  const { todayOn, shop, now: at } = context
  const book = await openBook(tx, memberId, context)
  const { tier: tally } = book.account
  const world = { rule: shop.tierRule, todayOn }
  const settled = settleTier(tally, world)
  const notices = [changeOf(tally.toldTier, settled, todayOn), endingOf(settled, world)]
  let told = settled.tally
  for (const notice of notices) {
    if (!notice) continue
    const { source, mark } = notice
    await tell(tx, { ...notice.told, memberId: book.account._id, source, at })
    told = { ...told, ...mark }
  }
  // What is told moves the next date on.
  await post(tx, book, { tier: settleTier({ ...told, toldTier: told.tier }, world).tally })
  return accept(null)
}

/** What is to be told her, and what the tally remembers of it: each once. */
interface Notice {
  readonly told: Told
  readonly source: string
  readonly mark: Partial<TierTally>
}

/** Another level than the one that she knows of, or the same for another year. */
function changeOf(known: Tier, { tally, after, reviews }: Settled, on: string): Notice | null {
  const { tier, keepUntilOn } = after
  const tierTitle = tierTitles[tier]
  const mark = { toldTier: tier }
  const source = `tier:${tally.version}:${known}-${tier}:${keepUntilOn}`
  const last = reviews.at(-1)
  if (tier !== known) {
    const isUp = isAtLeast(tier, known)
    const told: Told = isUp
      ? { kind: 'tierReached', facts: { tierTitle, on, keepUntilOn } }
      : { kind: 'tierFell', facts: { fromTitle: tierTitles[known], tierTitle, on } }
    return { told, source, mark }
  }
  const isKept = last !== undefined && last.from === last.to && tier !== 'plain'
  return isKept ? { told: { kind: 'tierKept', facts: { tierTitle, on } }, source, mark } : null
}

/** What is to be told of a level that ends and for which something is missing: once each time. */
function endingOf(
  { tally, after: standing }: Settled,
  { rule, todayOn }: { readonly rule: TierRule; readonly todayOn: string },
): Notice | null {
  const { keepUntilOn, graceUntilOn, tier } = standing
  const tierId = reachedTier(tier)
  const gap = keepGapOf(tally, rule, { standing, todayOn }) ?? 0
  if (keepUntilOn === null || tierId === null || gap === 0) return null
  const tierTitle = tierTitles[tier]
  if (graceUntilOn !== null) {
    if (tally.toldGrace === keepUntilOn) return null
    const gapText = keepText(rule.method, gap, { tierId, byOn: graceUntilOn })
    const facts = { tierTitle, untilOn: graceUntilOn, gapText }
    return {
      told: { kind: 'tierGrace', facts },
      ...{ source: `tier-grace:${keepUntilOn}`, mark: { toldGrace: keepUntilOn } },
    }
  }
  const isNear = todayOn >= addDays(keepUntilOn, -rule.noticeDays)
  if (!isNear || tally.toldAhead === keepUntilOn) return null
  const gapText = keepText(rule.method, gap, { tierId, byOn: keepUntilOn })
  return {
    told: {
      kind: 'tierEnding',
      facts: { tierTitle, untilOn: keepUntilOn, gapText },
    },
    ...{ source: `tier-ending:${keepUntilOn}`, mark: { toldAhead: keepUntilOn } },
  }
}
