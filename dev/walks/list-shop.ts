import { callerOf } from '../harness/cloud-caller'
import type { LocalCloud } from '../localcloud/cloud'

/** Lists beside those of the demo shop, by their titles. */
export const listTitles = {
  ...{ berries: '红颜草莓', bread: '奶香吐司', eggs: '散养土鸡蛋', vegetables: '崇明时令菜' },
  ...{
    toOwner: '周六的基围虾和花甲',
    soldOut: '最后三盒云南蓝莓',
    coming: '周一清早的豆腐脑',
    draft: '还没写完的一单',
  },
  long: '阿克苏冰糖心苹果与库尔勒香梨拼箱，周三空运周四到，三栋五栋七栋的邻居一起来',
} as const

/** Who says that a line is hers, and whose name is in no list. */
export const CLAIMER = 'demo-staff-2'
export const LIST_OWNER = 'demo-owner-1'
const SHOPPER = 'demo-shopper-1'
const HOUR_MS = 3_600_000

/** Where a list of this title is, for whoever looks for it. */
export async function listIdOf(cloud: LocalCloud, words: string): Promise<string> {
  const { lists } = await callerOf(cloud.origin).value('lists.owned', { as: LIST_OWNER })
  const found = lists.find(({ title }) => title.includes(words))
  if (!found) throw new Error(`there is no list of ${words}`)
  return found.listId
}

/** Whose entry of the shrimps is paid, and so in her books. */
export const PAID_BUYER = 'demo-chen'

/**
 * One that is sold out, one that comes, a draft, one whose names are long; one that is paid to its
 * owner and has come, in part not weighed yet; and a claim.
 */
export async function prepareLists(cloud: LocalCloud): Promise<void> {
  const caller = callerOf(cloud.origin)
  const now = cloud.clock.now()
  const common = {
    cutOffAt: now + 30 * HOUR_MS,
    pickupPoints: [{ name: '梧桐里店', storeId: 'wutong', hours: '周日 16:00–21:00' }],
    ...({ payment: 'atPickup', shortage: 'byTier' } as const),
  }
  const publish = async (plan: {
    title: string
    items: { name: string; priceFen: number; stockCount?: number; spec?: string }[]
    opensAt?: number
  }) => {
    const input = { ...common, ...plan }
    const { listId } = await caller.value('lists.create', { as: LIST_OWNER, input })
    await caller.value('lists.publish', { as: LIST_OWNER, input: { listId } })
    return listId
  }
  const blueberries = { name: '蓝莓', spec: '125 克', priceFen: 1_680, stockCount: 3 }
  const soldOut = await publish({ title: listTitles.soldOut, items: [blueberries] })
  const join = (as: string, quantity: number, ifSoldOut: 'none' | 'fill') =>
    caller.value('lists.join', {
      as,
      input: { listId: soldOut, lines: [{ itemId: 'i1', quantity }], ifSoldOut },
    })
  await join('demo-chen', 2, 'none')
  await join('demo-li', 1, 'none')
  await join(SHOPPER, 1, 'fill')
  const tofu = { name: '现磨豆腐脑', priceFen: 600 }
  await publish({ title: listTitles.coming, items: [tofu], opensAt: now + 20 * HOUR_MS })
  await publish({
    title: listTitles.long,
    items: [{ name: '阿克苏冰糖心苹果特级大果八十五毫米以上十二枚装', priceFen: 8_900 }],
  })
  await prepareToOwner(cloud, common.pickupPoints)
  const draft = { ...common, title: listTitles.draft, items: [tofu] }
  await caller.value('lists.create', { as: LIST_OWNER, input: draft })
  const berriesId = await listIdOf(cloud, listTitles.berries)
  const { entries } = await caller.value('lists.entries', {
    ...{ as: LIST_OWNER, input: { listId: berriesId } },
  })
  const taken = entries.find(({ isByOwner }) => isByOwner)
  const input = { listId: berriesId, entryNo: taken?.entryNo ?? 12 }
  await caller.value('lists.claimEntry', { as: CLAIMER, input })
}

/** Two have joined it; of one it is written down that she paid. */
async function prepareToOwner(
  cloud: LocalCloud,
  pickupPoints: { name: string; storeId: string; hours: string }[],
): Promise<void> {
  const caller = callerOf(cloud.origin)
  const items = [
    { name: '基围虾', spec: '一斤装', priceFen: 4_200, memberPriceFen: 3_900 },
    { name: '花甲', priceFen: 1_200, unit: 'jin' as const },
  ]
  const promised = { payment: 'toOwner', shortage: 'byNumber' } as const
  const cutOffAt = cloud.clock.now() + 30 * HOUR_MS
  const plan = { title: listTitles.toOwner, items, ...promised, pickupPoints, cutOffAt }
  const { listId } = await caller.value('lists.create', { as: LIST_OWNER, input: plan })
  await caller.value('lists.publish', { as: LIST_OWNER, input: { listId } })
  const shrimps = { itemId: 'i1', quantity: 1 }
  const paid = await caller.value('lists.join', {
    ...{ as: PAID_BUYER, input: { listId, lines: [shrimps] } },
  })
  const both = { listId, lines: [shrimps, { itemId: 'i2', quantity: 1.5 }] }
  await caller.value('lists.join', { as: 'demo-li', input: both })
  await caller.value('lists.close', { as: LIST_OWNER, input: { listId } })
  await caller.fireTimer('lists')
  const came = [
    { itemId: 'i1', arrivedCount: 2 },
    { itemId: 'i2', arrivedCount: 1.5 },
  ]
  await caller.value('lists.arrive', { as: LIST_OWNER, input: { listId, items: came } })
  const entryIds = [paid.entryId]
  await caller.value('lists.markPaid', { as: LIST_OWNER, input: { entryIds } })
}
