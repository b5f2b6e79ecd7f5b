/** Communities, their groups and rules: their documents, and how others read them. */
import type { CommunityCard } from '../../shared/contract/communities'
import { COMMUNITIES_OF_ONE_OWNER } from '../../shared/limits'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import type { EnteredContext } from '../runtime/context'
import { command, findWhere, getById, type Stored } from '../runtime/database'
import { requireGroup } from '../runtime/entered-group'
import { keptByKey } from '../runtime/kept'
import type { Booked } from '../runtime/once'
import { storeNameOf } from '../runtime/roles'

export interface CommunityDocument {
  readonly name: string
  /** Its own name waits for a person; absent or null: this is it. */
  readonly nameHeldId?: string | null
  readonly storeId: string
  readonly ownerId: string
  readonly ownerName: string
  readonly appointedAt: number
  /** The group of today; null while none is bound. */
  readonly groupKey: string | null
  readonly boundAt: number | null
  readonly isPaused: boolean
  /** 0 before the first rules. */
  readonly rulesVersion: number
  /** Newer rules that wait for a person; null when none do. */
  readonly rulesHeldId: string | null
  /** Coupons that its owner's drops may give in a calendar month; null without a bound. */
  readonly monthCount: number | null
}
export type Community = Stored<CommunityDocument>

/** True once she has come in by the card of a community's group. */
export async function hasVisitedCommunity(memberId: string): Promise<boolean> {
  return (await findWhere('community_visits', { memberId }, { limit: 1 })).length > 0
}

/** A group has one community; once it was replaced it is free for the next. */
export interface CommunityGroupDocument {
  readonly communityId: string
  readonly storeId: string
  readonly boundAt: number
  readonly replacedAt: number | null
}

export interface CommunityRulesDocument {
  readonly communityId: string
  readonly version: number
  readonly text: string
  readonly savedAt: number
  readonly savedBy: string
}

/** One line of a community's history, which is the record of its request too. */
export interface CommunityActDocument {
  readonly communityId: string
  readonly kind:
    | 'appointed'
    | 'bound'
    | 'rebound'
    | 'rulesSaved'
    | 'rulesHeld'
    | 'handedOver'
    | 'paused'
    | 'budgetSet'
    | 'renamed'
  readonly at: number
  readonly by: string
  /** What it changed. */
  readonly changed: Partial<CommunityDocument>
  /** What that was before. */
  readonly before: Partial<CommunityDocument>
  /** Null where it was not its owner's or manager's own request. */
  readonly request: Booked<unknown> | null
}

export function readCommunity(communityId: string): Promise<Community | null> {
  return getById<CommunityDocument>('communities', communityId)
}

const byGroup = keptByKey(async (groupKey) => {
  const group = await getById<CommunityGroupDocument>('community_groups', groupKey)
  return group?.replacedAt === null ? readCommunity(group.communityId) : null
})

/**
 * The community that has this group, as it was within the last minute: what its manager or owner
 * changes is known to every instance by then.
 */
export function communityOfGroup(groupKey: string): Promise<Community | null> {
  return byGroup.read(groupKey)
}

/**
 * The community by whose group's card she entered, where something is to be given. Refuses
 * GROUP_REQUIRED, GROUP_UNKNOWN for a group that no community has, and COMMUNITY_PAUSED.
 */
export async function runningCommunityOf(context: EnteredContext): Promise<Outcome<Community>> {
  const group = requireGroup(context)
  if (!group.ok) return group
  const community = await communityOfGroup(group.value)
  if (!community) return refuse('GROUP_UNKNOWN')
  return community.isPaused ? refuse('COMMUNITY_PAUSED') : accept(community)
}

/** This instance changed a community. */
export function forgetCommunities(): void {
  byGroup.forget()
}

export function rulesKeyOf(communityId: string, version: number): string {
  return `${communityId}:${version}`
}

/** A version never changes: an instance asks for it once in a while. */
const rulesByKey = keptByKey((key) => getById<CommunityRulesDocument>('community_rules', key))

export function readRules(communityId: string, version: number) {
  return rulesByKey.read(rulesKeyOf(communityId, version))
}

/** Those that she looks after, the oldest first. */
export function communitiesOwnedBy(ownerId: string): Promise<Community[]> {
  return findWhere<CommunityDocument>(
    'communities',
    { ownerId },
    { orderBy: ['appointedAt', 'asc'], limit: COMMUNITIES_OF_ONE_OWNER },
  )
}

/** The rules of today of these communities, in one call. */
export async function rulesInForce(
  communities: readonly Community[],
): Promise<readonly Stored<CommunityRulesDocument>[]> {
  const keys = communities
    .filter(({ rulesVersion }) => rulesVersion > 0)
    .map(({ _id, rulesVersion }) => rulesKeyOf(_id, rulesVersion))
  if (keys.length === 0) return []
  const filter = { _id: command.in(keys) }
  return findWhere<CommunityRulesDocument>('community_rules', filter, { limit: keys.length })
}

/** A page of all communities of these stores below `beforeAt`, the newest first. */
export function communitiesOf(
  storeIds: readonly string[],
  { beforeAt, limit }: { beforeAt: number | null; limit: number },
): Promise<Community[]> {
  const older = beforeAt === null ? {} : { appointedAt: command.lt(beforeAt) }
  return findWhere<CommunityDocument>(
    'communities',
    { storeId: command.in([...storeIds]), ...older },
    { orderBy: ['appointedAt', 'desc'], limit },
  )
}

export function communityCardOf(community: Community, shop: Shop): CommunityCard {
  const { _id, name, storeId, boundAt, isPaused, rulesVersion, monthCount } = community
  const storeName = storeNameOf(shop, storeId) ?? ''
  return {
    ...{ communityId: _id, name, storeId, storeName, boundAt, isPaused },
    ...{ rulesVersion, monthCount },
  }
}
