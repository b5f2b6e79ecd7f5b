import { startOfDateAt } from '../../shared/business-date'
import { demoGroups } from './communities'
import { bread, type DemoList, type Lines, type ListAct, type Moment } from './lists'
import { communityOwner } from './people'
import { known, type Played } from './played'
import { putPicture } from './put-picture'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Long enough to look around, short enough to see it close. */
const CLOSES_IN_MINUTES = 25

export async function playWithLists(who: string, act: ListAct, played: Played): Promise<void> {
  const { ask, cloud, listIds, todayOn } = played
  if (act.what === 'tick') return void (await cloud.fireTimer('lists'))
  if (act.what === 'publish') {
    return publish(act.list, instantOf(act.closes, todayOn), played)
  }
  const listId = known(listIds, act.name)
  if (act.what === 'join') return joinList(who, { listId, ...act }, played)
  if (act.what === 'joinFor') {
    const input = { listId, name: act.as, lines: act.lines, pickupPointId: 'p1' }
    return void (await ask(communityOwner, ['lists', 'joinFor'], input))
  }
  if (act.what === 'cancel') {
    const entryId = known(played.entryIds, `${act.name}/${who}`)
    return void (await ask(who, ['lists', 'cancel'], { entryId }))
  }
  const items = Object.entries(act.counts).map(([itemId, arrivedCount]) => ({
    ...{ itemId, arrivedCount },
  }))
  await ask(communityOwner, ['lists', 'arrive'], { listId, items })
}

/** One that closes soon, with seventeen of the twenty 份 that it needs. */
export async function openClosingList(played: Played): Promise<void> {
  const { cloud, listIds } = played
  const closesAt = (Math.floor(cloud.clock.now() / MINUTE_MS) + CLOSES_IN_MINUTES) * MINUTE_MS
  await publish(bread, closesAt, played)
  const listId = known(listIds, bread.name)
  const orders: readonly (readonly [who: string, i1: number, i2: number])[] = [
    ...[['demo-sun', 2, 1] as const, ['demo-chen', 1, 0] as const, ['demo-qian', 3, 2] as const],
    ...[['demo-wu', 1, 1] as const, ['demo-wang', 2, 0] as const, ['demo-he', 2, 2] as const],
  ]
  for (const [who, i1, i2] of orders) {
    const all: Lines = [
      { itemId: 'i1', quantity: i1 },
      { itemId: 'i2', quantity: i2 },
    ]
    const lines = all.filter(({ quantity }) => quantity > 0)
    await joinList(who, { listId, name: bread.name, lines }, played)
  }
}

interface Joining {
  readonly listId: string
  readonly name: string
  readonly lines: Lines
  readonly remark?: string
}

async function joinList(who: string, joining: Joining, { ask, entryIds }: Played): Promise<void> {
  const { listId, name, lines, remark } = joining
  const input = { listId, lines, pickupPointId: 'p1', ...(remark ? { remark } : {}) }
  const { entryId } = await ask(who, ['lists', 'join'], input)
  entryIds.set(`${name}/${who}`, entryId)
}

async function publish(list: DemoList, cutOffAt: number, played: Played): Promise<void> {
  const { ask, communityIds, listIds } = played
  const [group] = demoGroups
  const communityId = known(communityIds, group?.opengid ?? '')
  const path = `lists/demo-${list.name}.png`
  const cover = { file: list.cover, path, as: communityOwner }
  const pictures = [await putPicture(played.cloud, cover)]
  const plan = { ...list.plan, communityId, pictures, cutOffAt }
  const { listId } = await ask(communityOwner, ['lists', 'create'], plan)
  listIds.set(list.name, listId)
  // WeChat looks at a picture within minutes; of these it has said that they are fine.
  const fine = { filter: {}, update: { $set: { verdict: 'fine' } }, multi: true }
  await played.cloud.engine.update('pictures', fine)
  await ask(communityOwner, ['lists', 'publish'], { listId })
}

function instantOf({ daysAgo, time }: Moment, todayOn: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return startOfDateAt(todayOn) - daysAgo * DAY_MS + (hours * 60 + minutes) * MINUTE_MS
}
