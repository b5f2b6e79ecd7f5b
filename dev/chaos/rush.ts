import { insertMembers, memberIdIn } from '../harness/crowd-of-members'
import { dropsOf } from '../harness/drops-under-test'
import { openShop, type ShopUnderTest } from '../harness/shop-under-test'
import type { Document } from '../localcloud/engine/document'
import { type ChaosReport, type ChaosSetting, seededRandom, unequal } from './chaos-run'
import { claimAtOnce, type Heard, shuffled } from './rush-crowd'

export const name = 'rush'

const sizes = {
  quick: { members: 200, quotas: [25, 15], atOnce: 100, rounds: 3, callers: 16 },
  full: { members: 3_000, quotas: [300, 200], atOnce: 300, rounds: 100, callers: 64 },
} as const
/** More than the platform keeps for one function here, so that more of them meet. */
const INSTANCES = 8
const PROPER = ['ok', 'DROP_CLAIMED', 'DROP_SOLD_OUT', 'GROUP_NOT_INVITED']
const UNTIMELY = 20
const WAIT_MS = 3_600_000

type Drops = ReturnType<typeof dropsOf>

/**
 * R3, for drops. A crowd claims at once, one in five twice, by the same request or by another, one
 * in ten from two groups, one in twenty from a group that is not invited. Each community gives
 * exactly its quota, nobody has two, and nobody hears of an error. Some come before it opens and
 * after it has closed. Then one coupon for many, again and again.
 */
export async function run({ seed, size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const functionLimits = { instances: INSTANCES }
  const shop = await openShop({ store: 'memory', functionsDir, functionLimits })
  const random = seededRandom(seed)
  const broken: string[] = []
  try {
    const people = await insertMembers(shop, sizes[size].members)
    const many = await rushFor(shop, { people, size, random, broken })
    const last = await lastOnes(shop, { people, size, random, broken })
    return { figures: { ...many, ...last, instances: INSTANCES }, broken }
  } finally {
    await shop.stop()
  }
}

interface Rush {
  readonly people: readonly string[]
  readonly size: ChaosSetting['size']
  readonly random: () => number
  readonly broken: string[]
}

async function rushFor(shop: ShopUnderTest, { people, size, random, broken }: Rush) {
  const { quotas, atOnce } = sizes[size]
  const drops = dropsOf(shop)
  const elsewhere = (await drops.newBoundCommunity()).group
  const opensAt = drops.planFor([]).opensAt + WAIT_MS
  const times = { opensAt, closesAt: opensAt + WAIT_MS }
  const { dropId, communities } = await drops.newDrop({ quotaCounts: quotas, ...times })
  const groups = communities.map(({ group }) => group)
  // Some come too early, and again too late.
  const untimely = () =>
    people.slice(0, UNTIMELY).map((who, place) => {
      const group = groups[place % groups.length] ?? ''
      return { who, dropId, group, requestId: shop.fresh('claim') }
    })
  const early = await claimAtOnce(shop, { calls: untimely(), atOnce })
  await shop.advanceClock(opensAt - shop.nowMs())
  const calls = people.flatMap((who, place) => {
    const own = groups[Math.floor(random() * groups.length)] ?? ''
    const group = place % 20 === 3 ? elsewhere : own
    const first = { who, dropId, group, requestId: shop.fresh('claim') }
    const again = { ...first, ...(place % 10 === 0 ? {} : { requestId: shop.fresh('claim') }) }
    const other = { ...first, group: groups.find((each) => each !== group) ?? '' }
    return [
      first,
      ...(place % 5 === 0 ? [again] : []),
      ...(place % 10 === 1 ? [{ ...other, requestId: shop.fresh('claim') }] : []),
    ]
  })
  const heard = await claimAtOnce(shop, { calls: shuffled(calls, random), atOnce })
  await shop.advanceClock(times.closesAt - shop.nowMs())
  const late = await claimAtOnce(shop, { calls: untimely(), atOnce })
  const given = await shop.find('coupons', { 'source.id': dropId })
  broken.push(...toldElse(early, ['DROP_NOT_OPEN']))
  broken.push(...toldElse(late, ['DROP_CLOSED', 'DROP_CLAIMED']))
  let elsewhereCount = given.length
  for (const [place, { communityId }] of communities.entries()) {
    const there = given.filter((coupon) => coupon.communityId === communityId).length
    broken.push(...unequal(`coupons of community ${place + 1}`, there, quotas[place]))
    elsewhereCount -= there
  }
  broken.push(...unequal('coupons of communities that are not invited', elsewhereCount, 0))
  broken.push(...wrongIn(heard, given))
  return {
    members: people.length,
    calls: calls.length,
    coupons: given.length,
    ...answersOf('', heard),
    ...costsOf(heard),
  }
}

/** One coupon for many at once; a drop of its own in each round. */
async function lastOnes(shop: ShopUnderTest, { people, size, random, broken }: Rush) {
  const { rounds, callers } = sizes[size]
  const drops = dropsOf(shop)
  const { owner, communityId, group } = await drops.newBoundCommunity()
  const all: Heard[] = []
  for (let round = 0; round < rounds; round += 1) {
    const dropId = await openDropOfOne(shop, { drops, owner, communityId })
    const crowd = shuffled(people, random).slice(0, callers)
    const calls = crowd.flatMap((who, place) => {
      const call = { who, dropId, group, requestId: shop.fresh('claim') }
      return place % 5 === 0 ? [call, call] : [call]
    })
    const heard = await claimAtOnce(shop, { calls, atOnce: calls.length })
    const given = await shop.find('coupons', { 'source.id': dropId })
    broken.push(...unequal(`round ${round + 1}: coupons`, given.length, 1))
    broken.push(...wrongIn(heard, given).map((sentence) => `round ${round + 1}: ${sentence}`))
    all.push(...heard)
  }
  return { rounds, 'callers for the last one': callers, ...answersOf('last one: ', all) }
}

async function openDropOfOne(
  shop: ShopUnderTest,
  { drops, owner, communityId }: { drops: Drops; owner: string; communityId: string },
): Promise<string> {
  const input = drops.planFor([], { quotas: [{ communityId, quota: 1 }] })
  const requestId = shop.fresh('drop')
  const { dropId } = await shop.value('drops.schedule', { as: owner, requestId, input })
  await shop.advanceClock(input.opensAt - shop.nowMs())
  return dropId
}

/** What was said and what is stored must be the same, and nothing else may be said. */
function wrongIn(heard: readonly Heard[], given: readonly Document[]): string[] {
  const owners = new Set(given.map(({ memberId }) => memberId))
  const stored = new Set(given.map(({ _id, memberId }) => `${memberId} ${_id}`))
  const granted = heard.filter(({ told }) => told === 'ok')
  const winners = new Set(granted.map(({ who, couponId }) => `${memberIdIn(who)} ${couponId}`))
  const byRequest = new Map<string, Set<string>>()
  for (const { requestId, group, answer } of heard) {
    const key = `${requestId} ${group}`
    byRequest.set(key, (byRequest.get(key) ?? new Set()).add(answer))
  }
  const twoAnswers = [...byRequest].filter(([, answers]) => answers.size > 1)
  return [
    ...toldElse(heard, PROPER),
    ...unequal('members who have one', owners.size, given.length),
    ...unequal('coupons told, by member', winners.size, given.length),
    ...[...winners].filter((one) => !stored.has(one)).map((one) => `told but not stored: ${one}`),
    ...twoAnswers.map(([key, answers]) => `${key} heard ${[...answers].join(' and ')}`),
  ]
}

function toldElse(heard: readonly Heard[], proper: readonly string[]): string[] {
  const improper = heard.filter(({ told }) => !proper.includes(told))
  return improper.map(({ who, answer }) => `${who} heard ${answer}`)
}

function answersOf(prefix: string, heard: readonly Heard[]): Record<string, number> {
  const figures: Record<string, number> = {}
  for (const { told } of heard) {
    const key = `${prefix}answered ${told}`
    figures[key] = (figures[key] ?? 0) + 1
  }
  const busy = heard.reduce((sum, { busyCount }) => sum + busyCount, 0)
  return { ...figures, [`${prefix}BUSY, sent again by the phone`]: busy }
}

function costsOf(heard: readonly Heard[]): Record<string, number> {
  const meanOf = (which: (told: string) => boolean) => {
    const those = heard.filter(({ told }) => which(told))
    const sum = those.reduce((so, { dbCalls }) => so + dbCalls, 0)
    return Math.round((sum / Math.max(1, those.length)) * 100) / 100
  }
  return {
    'database calls of a winner, mean': meanOf((told) => told === 'ok'),
    'database calls of a loser, mean': meanOf((told) => told === 'DROP_SOLD_OUT'),
  }
}
