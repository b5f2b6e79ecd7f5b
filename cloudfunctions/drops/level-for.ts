/** Her level before a drop: whether she may have one, and from when on. */
import { openingEarlier } from '../../shared/drops/drop'
import { benefitsOf, longestLead } from '../../shared/rules/member-tier'
import { reachedTier, type TierId } from '../../shared/tiers/tier'
import { readAccount } from '../points/repository'
import type { Context, VisitorContext } from '../runtime/context'
import type { Drop } from './repository'

interface Level {
  readonly tier: TierId | null
  readonly leadMinutes: number
}

const none: Level = { tier: null, leadMinutes: 0 }

/** One call, where the drop asks for a level or may be open for hers alone; none otherwise. */
export async function levelFor(
  { who, opensAt }: Pick<Drop, 'who' | 'opensAt'>,
  { member, ...world }: VisitorContext,
): Promise<Level> {
  const mayBeEarly = world.now < opensAt && longestLead(world.shop.tierRule) > 0
  if (!member || (who.tierFrom === null && !mayBeEarly)) return none
  const { tierId, leadMinutes } = benefitsOf(await readAccount(member._id), world)
  // Once it is open for all, nobody is early.
  return { tier: reachedTier(tierId), leadMinutes: mayBeEarly ? leadMinutes : 0 }
}

/** As it stands for those to whom it opens first: from then on nothing of it changes. */
export function forTheFirst<
  T extends Pick<Drop, 'opensAt' | 'closesAt' | 'closedAt' | 'cancelledAt'>,
>(drop: T, { shop }: Pick<Context, 'shop'>): T {
  return openingEarlier(drop, longestLead(shop.tierRule))
}
