import type { listPlanning } from '../../shared/contract/list-planning'
import { communitiesOf } from './communities-under-test'
import { listsOf, type Plan } from './lists-under-test'
import { EAST, manager, type ShopUnderTest } from './shop-under-test'
import type { Own, Twin } from './twin'

type PlanningTwins = Pick<
  Own<'lists'>,
  Extract<keyof Own<'lists'>, `lists.${keyof typeof listPlanning}`>
>

/** A cursor that is later than everything. */
const LATER = '9999999999999'
const HOUR_MS = 3_600_000

/** Lists as the twins need them: each is one of its own. */
function listsForTwins(shop: ShopUnderTest) {
  const { newDraft, newList, newPicture, planFor } = listsOf(shop)
  /** Every field of a plan, also those that may be left out. */
  const fullPlan = async (communityId: string): Promise<Plan> => ({
    ...planFor({ communityId, words: '自家果园，现摘现送', opensAt: shop.nowMs() + HOUR_MS }),
    ...{ pictures: [await newPicture()], repeatWeekly: true },
    threshold: { count: 20, below: 'extend' },
  })
  const drafted = async (): Promise<Twin> => {
    const { owner, listId } = await newDraft()
    return { as: owner, input: { listId } }
  }
  const running = async (part: Partial<Plan> = {}): Promise<Twin> => {
    const { owner, listId } = await newList(part)
    return { as: owner, input: { listId } }
  }
  const waiting = async () => {
    const items = [{ name: shop.fresh('新品'), priceFen: 100 }]
    const { owner, listId } = await newDraft({ items })
    await shop.value('lists.publish', {
      as: owner,
      requestId: shop.fresh('publish'),
      input: { listId },
    })
    return { listId, isApproved: true, reason: '可以上架' }
  }
  return { fullPlan, drafted, running, waiting }
}

/** What is asked of a list itself. */
export function listTwins(shop: ShopUnderTest): PlanningTwins {
  const { newDraft, newList } = listsOf(shop)
  const { fullPlan, drafted, running, waiting } = listsForTwins(shop)
  const other = { title: '周四蔬菜' }
  return {
    'lists.create': async () => {
      const { owner, communityId } = await communitiesOf(shop).newCommunity(undefined, EAST)
      const input = await fullPlan(communityId)
      return { as: owner, input, another: { ...input, ...other } }
    },
    'lists.save': async () => {
      const { owner, communityId } = await communitiesOf(shop).newCommunity(undefined, EAST)
      const { listId } = await newDraft({}, owner)
      const input = { listId, ...(await fullPlan(communityId)) }
      return { as: owner, input, another: { ...input, ...other } }
    },
    'lists.draft': drafted,
    'lists.publish': drafted,
    'lists.copy': () => running(),
    'lists.withdraw': () => running(),
    'lists.close': () => running(),
    'lists.extend': () => running(),
    'lists.endRepeat': () => running({ repeatWeekly: true }),
    'lists.approve': async () => {
      const input = await waiting()
      return { as: manager, input, another: { ...input, isApproved: false } }
    },
    'lists.owned': async () => ({
      as: (await newList()).owner,
      input: { which: 'all', cursor: LATER },
    }),
    'lists.running': async () => {
      await newList()
      const input = { which: 'over', cursor: `${LATER}:${'f'.repeat(32)}` }
      return { as: (await shop.newMember()).who, input }
    },
    'lists.show': async () => ({
      as: (await shop.newMember()).who,
      input: { listId: (await newList()).listId, cursor: '50' },
    }),
    'lists.posterCode': async () => ({
      as: (await shop.newMember()).who,
      input: { listId: (await newList()).listId },
    }),
    'lists.terms': async () => ({ as: (await newList()).owner, input: {} }),
  }
}
