import type { Input } from '../../shared/contract/contract'
import { CHANGE_SETTLES_MS } from '../../shared/drops/drop'
import { communitiesOf } from './communities-under-test'
import type { ShopUnderTest } from './shop-under-test'

type Plan = Input<'drops', 'schedule'>

const MINUTE_MS = 60_000

/** Drops of a shop under test, each with communities of its own. */
export function dropsOf(shop: ShopUnderTest) {
  const { newBoundCommunity } = communitiesOf(shop)
  /** A plan for these communities, from the next minute on for an hour. */
  const planFor = (communityIds: readonly string[], part: Partial<Plan> = {}): Plan => {
    // Far enough away for a test to change it first.
    const soonestAt = shop.nowMs() + CHANGE_SETTLES_MS + 10_000
    const opensAt = (Math.floor(soonestAt / MINUTE_MS) + 1) * MINUTE_MS
    return {
      ...{ title: '周五晚八点咖啡券', templateId: 'welcome-5', opensAt },
      ...{ closesAt: opensAt + 60 * MINUTE_MS },
      quotas: communityIds.map((communityId) => ({ communityId, quota: 10 })),
      ...part,
    }
  }
  /** So many communities of one owner, and a drop for them that is still to open. */
  const newDrop = async (part: Partial<Plan> & { quotaCounts?: readonly number[] } = {}) => {
    const { quotaCounts = [10], ...planned } = part
    const first = await newBoundCommunity()
    const others = []
    for (const _count of quotaCounts.slice(1)) others.push(await newBoundCommunity(first.owner))
    const communities = [first, ...others]
    const quotas = communities.map(({ communityId }, place) => ({
      communityId,
      quota: quotaCounts[place] ?? 1,
    }))
    const { owner } = first
    const input = { ...planFor([]), quotas, ...planned }
    const asked = { as: owner, requestId: shop.fresh('drop'), input }
    const { dropId, batchId } = await shop.value('drops.schedule', asked)
    return { owner, communities, dropId, batchId, group: first.group, ...input }
  }
  /** The same, and the clock stands at its opening. */
  const newOpenDrop = async (part: Parameters<typeof newDrop>[0] = {}) => {
    const drop = await newDrop(part)
    await shop.advanceClock(drop.opensAt - shop.nowMs())
    return drop
  }
  const claim = (
    who: string,
    { dropId, group }: { dropId: string; group?: string | undefined },
    requestId = shop.fresh('claim'),
  ) =>
    shop.call('drops.claim', {
      ...{ as: who, requestId, input: { dropId } },
      ...(group === undefined ? {} : { group }),
    })
  return { newBoundCommunity, planFor, newDrop, newOpenDrop, claim }
}
