import { collections } from '../../cloudfunctions/runtime/collections'
import { splitMemberCode } from '../../shared/members/member-code'
import { newShop, type Shop } from '../../shared/rules/shop'
import type { LocalCloud } from '../localcloud/cloud'
import type { LocalCloudOptions } from '../localcloud/cloud-options'
import type { Document } from '../localcloud/engine/document'
import { auditBooks } from '../workbench/books'
import { startTestCloud, type TestCloud } from './cloud'
import type { Called } from './cloud-caller'

/** Two stores; the clerks serve at one each, the manager manages both. All of them are members. */
export const EAST = 'east'
export const WEST = 'west'
export const clerk = 'clerk-of-east'
export const westClerk = 'clerk-of-west'
export const manager = 'manager-of-both'

export type ShopUnderTest = Awaited<ReturnType<typeof openShop>>

export interface ShopOptions {
  readonly now?: string
  /** What differs from a new shop. */
  readonly shop?: Partial<Shop>
  readonly transactionLifetimeMs?: number
  /** Other functions than those that were built: with a guard taken out, for example. */
  readonly functionsDir?: string
  readonly store?: 'disk' | 'memory'
  readonly functionLimits?: LocalCloudOptions['functionLimits']
}

export interface ShelfOptions {
  readonly pricePoints?: number
  readonly cashFen?: number
  readonly leftCount?: number
  readonly limitPerMember?: number
  readonly saleFromOn?: string | null
  readonly saleUntilOn?: string | null
}

const MORNING = '2026-03-10T02:00:00.000Z'
const people = [
  { openid: clerk, displayName: '小东', stores: { [EAST]: 'staff' } },
  { openid: westClerk, displayName: '小西', stores: { [WEST]: 'staff' } },
  { openid: manager, displayName: '店长', stores: { [EAST]: 'manager', [WEST]: 'manager' } },
]

/** A small shop of a test's own, open at 10:00 on 2026-03-10; `stop()` it afterwards. */
export async function openShop(options: ShopOptions = {}) {
  const cloud = await startTestCloud({
    ...options,
    now: options.now ?? MORNING,
    seed: (local) => fillShop(local, options.shop),
  })
  const { engine, clock } = cloud.local
  let made = 0
  const fresh = (word: string) => {
    made += 1
    return `${word}-${made}`
  }
  const desk = deskOf(cloud, fresh)
  return {
    ...cloud,
    fresh,
    ...desk,
    /** Someone who joined just now and has so many points. */
    newMember: async (points = 0) => {
      const who = fresh('member')
      const { memberId } = await cloud.value('members.join', { as: who })
      if (points > 0) await desk.earn(who, points)
      return { who, memberId }
    },
    /** Puts a new reward on the shelf and answers its id. */
    newReward: async (shelf: ShelfOptions = {}) => {
      const rewardId = fresh('reward')
      await engine.insert('rewards', [rewardOf(rewardId, shelf)])
      return rewardId
    },
    rewardLeft: async (rewardId: string) => {
      const [reward] = await engine.find('rewards', { _id: rewardId })
      return reward?.leftCount
    },
    balanceOf: async (who: string) =>
      (await cloud.value('points.history', { as: who })).balancePoints,
    nowMs: () => clock.now(),
    find: (collection: string, filter: Document = {}) => engine.find(collection, filter),
    /** Every document of every collection, to see whether anything changed at all. */
    dump: async () => JSON.stringify(await everything(cloud.local)),
    books: () => auditBooks(engine),
  }
}

/** What happens at the shop's desk, in one call each. */
function deskOf(cloud: TestCloud, fresh: (word: string) => string) {
  const codeOf = async (who: string) => (await cloud.value('members.code', { as: who })).memberCode
  /** What a manager names her by. */
  const numberOf = async (who: string) => splitMemberCode(await codeOf(who)).memberNumber
  /** A purchase that earns exactly so many points; the manager is bound by no cap. */
  const earn = async (who: string, points: number) =>
    cloud.value('purchases.settle', {
      as: manager,
      requestId: fresh('earn'),
      input: {
        memberCode: await codeOf(who),
        billFen: points * 100,
        storeId: EAST,
        receiptNo: fresh('receipt'),
      },
    })
  /** Points given (+) or taken (−) by hand, by the manager if nobody else is named. */
  const adjust = async (
    who: string,
    points: number,
    by: { as?: string; requestId?: string } = {},
  ) =>
    cloud.call('points.adjust', {
      as: manager,
      requestId: fresh('adjust'),
      ...by,
      input: { memberNumber: await numberOf(who), points, reason: '补记漏登的消费' },
    })
  const appointManager = async (who: string) => {
    await cloud.value('members.join', { as: who })
    const input = { memberCode: await codeOf(who), storeId: EAST, role: 'manager' as const }
    await cloud.value('staff.appoint', { as: manager, input })
  }
  return { codeOf, numberOf, earn, adjust, appointManager }
}

/** Runs the same call so many times at once. */
export function atOnce<T>(count: number, work: (position: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, position) => work(position)))
}

/** How often each answer came: `{ ok: 5, SOLD_OUT: 45 }`. */
export function tallyOf(
  calls: readonly Called<{ ok: true } | { ok: false; code: string }>[],
): Record<string, number> {
  const tally: Record<string, number> = {}
  for (const { answer } of calls) {
    const name = answer.ok ? 'ok' : answer.code
    tally[name] = (tally[name] ?? 0) + 1
  }
  return tally
}

/** How many different answers came. */
export function differentAnswers(calls: readonly Called<unknown>[]): number {
  return new Set(calls.map(({ answer }) => JSON.stringify(answer))).size
}

/** The shop itself, for a test that starts its cloud in another way. */
export async function fillShop(cloud: LocalCloud, changed: Partial<Shop> = {}): Promise<void> {
  const stores = [
    { storeId: EAST, name: '东店', address: '东街 1 号', hours: '07:00–21:00' },
    { storeId: WEST, name: '西店', address: '西街 2 号', hours: '07:00–21:00' },
  ]
  const shop = { ...newShop, stores, ...changed }
  await cloud.engine.insert('config', [documentOf({ _id: 'shop', ...shop })])
  for (const { openid, displayName, stores: roles } of people) {
    const event = { action: 'join', input: {} }
    const { answer } = await cloud.call('members', event, { openid })
    const joined = documentOf({ answer })
    const _id = idIn(joined)
    const codeFailures = { minute: 0, count: 0 }
    const wide = { communityOwner: false, owner: false }
    const staff = { _id, displayName, stores: roles, ...wide, codeFailures }
    await cloud.engine.insert('staff', [documentOf(staff)])
  }
}

/** A reward as the manager put it on the shelf. */
export function rewardOf(rewardId: string, shelf: ShelfOptions = {}): Document {
  const { pricePoints = 100, leftCount = 10, limitPerMember = 10 } = shelf
  return documentOf({
    _id: rewardId,
    title: '散养鸡蛋 10 枚',
    kind: 'goods',
    picture: '',
    description: '每周二到货',
    pricePoints,
    ...(shelf.cashFen === undefined ? {} : { cashFen: shelf.cashFen }),
    worthFen: 1500,
    leftCount,
    totalCount: Math.max(leftCount, 1),
    limitPerMember,
    saleFromOn: shelf.saleFromOn ?? null,
    saleUntilOn: shelf.saleUntilOn ?? null,
    sortOrder: 1,
    pending: {},
    returning: {},
  })
}

async function everything(cloud: LocalCloud): Promise<[string, Document[]][]> {
  const dumped: [string, Document[]][] = []
  for (const name of Object.keys(collections)) {
    dumped.push([name, await cloud.engine.find(name, {}, { sort: { _id: 1 } })])
  }
  return dumped
}

/** Plain data as the engine stores it. */
function documentOf(data: object): Document {
  return JSON.parse(JSON.stringify(data))
}

function idIn(joined: Document): string {
  const found = /"memberId":"([0-9a-f]{32})"/.exec(JSON.stringify(joined))
  if (!found?.[1]) throw new Error(`nobody joined: ${JSON.stringify(joined)}`)
  return found[1]
}
