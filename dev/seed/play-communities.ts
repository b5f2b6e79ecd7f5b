import { startOfDateAt } from '../../shared/business-date'
import { askByCard } from './ask'
import { type CommunityAct, type DemoDrop, type DemoGroup, demoGroups } from './communities'
import { communityOwner, manager } from './people'
import { known, type Played } from './played'
import { freshMilk } from './templates'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** The drop that is to come: long enough to look around, short enough to wait for. */
const OPENS_IN_MINUTES = 6
const OPEN_MINUTES = 180
const COMING_QUOTA = 30

export async function playInCommunity(
  who: string,
  act: CommunityAct,
  played: Played,
): Promise<void> {
  const { ask, cloud, dropIds } = played
  if (act.what === 'found') return found(act.group, played)
  if (act.what === 'schedule') return schedule(act.drop, played)
  if (act.what === 'tick') return void (await cloud.fireTimer('drops'))
  if (act.what === 'claim') {
    const input = { dropId: known(dropIds, act.name) }
    return void (await askByCard(cloud, act.opengid)(who, ['drops', 'claim'], input))
  }
  const entered = await askByCard(cloud, act.opengid)(who, ['communities', 'enter'], {})
  const { communityId, rulesToAccept } = entered
  if (communityId === null || rulesToAccept === null) return
  const { version } = rulesToAccept
  await ask(who, ['communities', 'acceptRules'], { communityId, version })
}

/** A drop for both groups that opens some minutes after the demo begins. */
export async function scheduleComingDrop({ cloud, ask, communityIds }: Played): Promise<void> {
  const opensAt = (Math.floor(cloud.clock.now() / MINUTE_MS) + OPENS_IN_MINUTES) * MINUTE_MS
  await ask(communityOwner, ['drops', 'schedule'], {
    ...{ title: '早餐搭子：9.9 元鲜牛奶', terms: '每人一张，领到后七天内到店换购。' },
    ...{ templateId: freshMilk.templateId, who: {} },
    ...{ opensAt, closesAt: opensAt + OPEN_MINUTES * MINUTE_MS },
    quotas: quotasOf(communityIds, COMING_QUOTA),
  })
}

/** The manager appoints the owner, who binds the group by its card and writes its rules. */
async function found(group: DemoGroup, { ask, cloud, communityIds }: Played): Promise<void> {
  const { opengid, community: name, storeId, rules: text } = group
  const { memberCode } = await ask(communityOwner, ['members', 'code'], {})
  const appointed = { name, storeId, memberCode }
  const { communityId } = await ask(manager, ['communities', 'appoint'], appointed)
  communityIds.set(opengid, communityId)
  const byCard = askByCard(cloud, opengid)
  await byCard(communityOwner, ['communities', 'bind'], { communityId })
  await ask(communityOwner, ['communities', 'saveRules'], { communityId, text })
}

async function schedule(drop: DemoDrop, { ask, communityIds, dropIds, todayOn }: Played) {
  const { name, title, terms, templateId, opens, closes, quota } = drop
  const at = ({ daysAgo, time }: DemoDrop['opens']) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return startOfDateAt(todayOn) - daysAgo * DAY_MS + (hours * 60 + minutes) * MINUTE_MS
  }
  const { dropId } = await ask(communityOwner, ['drops', 'schedule'], {
    ...{ title, terms, templateId, who: {}, opensAt: at(opens), closesAt: at(closes) },
    quotas: quotasOf(communityIds, quota),
  })
  dropIds.set(name, dropId)
}

function quotasOf(communityIds: Played['communityIds'], quota: number) {
  return demoGroups.map(({ opengid }) => ({ communityId: known(communityIds, opengid), quota }))
}
