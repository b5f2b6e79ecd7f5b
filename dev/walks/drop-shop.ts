import type { Input } from '../../shared/contract/contract'
import { callerOf } from '../harness/cloud-caller'
import type { LocalCloud } from '../localcloud/cloud'

/** Who has a coupon of every kind, and the groups of two communities: one has rules. */
export const COLLECTOR = 'walk-collector'
export const GROUP = 'walk-group-east'
export const RULED_GROUP = 'walk-group-ruled'
/** The drops by their titles. */
export const dropTitles = {
  ...{ open: '周六早市咖啡券', ruled: '读过群规再领', soldOut: '第一杯半价' },
  ...{ scheduled: '周日早安拿铁', closed: '昨天的早市', cancelled: '取消的一场' },
  later: '给老邻居的咖啡',
} as const

const MANAGER = 'demo-manager-1'
const OWNER = 'demo-owner-1'
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

type Template = Input<'coupons', 'saveTemplate'>

const inAWeek = { thresholdFen: 0, validDays: 7 }
const latte: Template = {
  ...{ title: '拿铁换购券', kind: 'exchange', thing: '大杯拿铁', priceFen: 990, ...inAWeek },
  ...{ thresholdFen: 2_000, limits: { hours: [{ from: '08:00', until: '12:00' }] } },
}
const kinds: readonly Template[] = [
  latte,
  { ...inAWeek, title: '满40减5元券', kind: 'amountOff', faceFen: 500, thresholdFen: 4_000 },
  { ...inAWeek, title: '生鲜九折券', kind: 'percent', percentOff: 10, capFen: 3_000 },
  {
    ...{ ...inAWeek, title: '水果八折券', kind: 'percent', percentOff: 20, capFen: 2_000 },
    limits: { categories: ['水果'] },
  },
  { ...inAWeek, title: '草莓一盒', kind: 'gift', thing: '红颜草莓一盒（300 克）' },
  { ...inAWeek, title: '运费券', kind: 'freight', capFen: 800 },
  {
    ...{ ...inAWeek, title: '老友满30减6元券', kind: 'amountOff', faceFen: 600 },
    ...{ thresholdFen: 3_000, transferable: true },
  },
]

/** Two communities with drops in every state, and coupons of every kind. */
export async function prepareDrops(cloud: LocalCloud): Promise<void> {
  const caller = callerOf(cloud.origin)
  const publish = async (input: Template) => {
    const { templateId } = await caller.value('coupons.saveTemplate', { as: MANAGER, input })
    await caller.value('coupons.publishTemplate', { as: MANAGER, input: { templateId } })
    return templateId
  }
  const templateIds: string[] = []
  for (const kind of kinds) templateIds.push(await publish(kind))
  const { memberId } = await caller.value('members.join', { as: COLLECTOR })
  for (const templateId of templateIds) {
    const input = { templateId, memberIds: [memberId], reason: '店庆回馈' }
    await caller.value('coupons.issue', { as: MANAGER, input })
  }
  await withdrawOne(cloud, memberId)
  const communityId = await newCommunity(cloud, '梧桐里早市群', GROUP)
  const ruledId = await newCommunity(cloud, '梧桐里宝妈群', RULED_GROUP)
  const text = '周三全天可以发自家闲置，其余时间请不要推销。\n群内私下交易，风险自担。'
  await caller.value('communities.saveRules', { as: OWNER, input: { communityId: ruledId, text } })
  await planDrops(cloud, { communityId, ruledId, templateId: templateIds[0] ?? '' })
}

async function withdrawOne(cloud: LocalCloud, memberId: string): Promise<void> {
  const caller = callerOf(cloud.origin)
  const input = { templateId: 'welcome-5', memberIds: [memberId], reason: '新人补发' }
  const { batchId } = await caller.value('coupons.issue', { as: MANAGER, input })
  const voided = { batchId, reason: '发错了对象' }
  await caller.value('coupons.voidBatch', { as: MANAGER, input: voided })
}

async function newCommunity(cloud: LocalCloud, name: string, group: string): Promise<string> {
  const caller = callerOf(cloud.origin)
  const { memberCode } = await caller.value('members.code', { as: OWNER })
  // One code names its member once.
  cloud.clock.advance(MINUTE_MS)
  const input = { name, storeId: 'wutong', memberCode }
  const { communityId } = await caller.value('communities.appoint', { as: MANAGER, input })
  await caller.value('communities.bind', { as: OWNER, group, input: { communityId } })
  return communityId
}

interface Where {
  readonly communityId: string
  readonly ruledId: string
  readonly templateId: string
}

async function planDrops(cloud: LocalCloud, where: Where): Promise<void> {
  const { communityId, ruledId, templateId } = where
  const caller = callerOf(cloud.origin)
  const soon = (Math.floor(cloud.clock.now() / MINUTE_MS) + 2) * MINUTE_MS
  const schedule = async (title: string, part: Partial<Input<'drops', 'schedule'>> = {}) => {
    const times = { opensAt: soon, closesAt: soon + 2 * DAY_MS }
    const quotas = [{ communityId, quota: 60 }]
    const plan = { title, templateId, ...times, quotas, terms: '每天 8:00 到 12:00 在梧桐里店用' }
    return (await caller.value('drops.schedule', { as: OWNER, input: { ...plan, ...part } })).dropId
  }
  await schedule(dropTitles.open)
  await schedule(dropTitles.ruled, { quotas: [{ communityId: ruledId, quota: 30 }] })
  const gone = await schedule(dropTitles.soldOut, { quotas: [{ communityId, quota: 1 }] })
  await schedule(dropTitles.closed, { closesAt: soon + MINUTE_MS })
  await schedule(dropTitles.later, { who: { joinedBeforeOn: '2026-01-01' } })
  const later = { opensAt: soon + DAY_MS, closesAt: soon + 2 * DAY_MS }
  await schedule(dropTitles.scheduled, later)
  const off = await schedule(dropTitles.cancelled, later)
  await caller.value('drops.cancel', { as: OWNER, input: { dropId: off } })
  cloud.clock.advance(5 * MINUTE_MS)
  await caller.value('drops.claim', { as: COLLECTOR, group: GROUP, input: { dropId: gone } })
}
