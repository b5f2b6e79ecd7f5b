import { businessDateOf, startOfDateAt } from '../../shared/business-date'
import { type CouponTemplate, plainRight, validDatesOf } from '../../shared/coupons/coupon'
import { noLimits } from '../../shared/coupons/coupon-limits'
import { splitMemberCode } from '../../shared/members/member-code'
import type { LocalCloud } from '../localcloud/cloud'
import type { Document } from '../localcloud/engine/document'
import { type Ask, askerOf } from './ask'
import { type Deed, demoHistory } from './history'
import {
  type DemoPerson,
  demoShoppers,
  demoStaff,
  hebinStaff,
  manager,
  shopper,
  wutongStaff,
} from './people'
import { demoRewards } from './rewards'
import { demoShop, freeCoffee, HEBIN, WUTONG } from './shop'

/** What the history has made so far, by the names that its deeds gave. */
interface Played {
  readonly cloud: LocalCloud
  readonly ask: Ask
  readonly todayOn: string
  readonly memberIds: Map<string, string>
  readonly purchaseIds: Map<string, string>
  readonly redemptions: Map<string, { redemptionId: string; pickupCode: string }>
}

const DAY_MS = 86_400_000

/**
 * Fills an empty cloud with the demo shop. Its history is lived, not written: every purchase,
 * redemption and refund is a call of the functions at its own time, so the books balance because
 * they were kept. Ends at the time at which it began.
 */
export async function seedDemo(cloud: LocalCloud): Promise<void> {
  const startedAt = cloud.clock.now()
  const startedRealAt = Date.now()
  const todayOn = businessDateOf(startedAt)
  await cloud.engine.insert('config', [documentOf({ _id: 'shop', ...demoShop })])
  const { templateId: _id, ...template } = freeCoffee
  await cloud.engine.insert('coupon_templates', [documentOf({ _id, ...template })])
  await cloud.engine.insert('rewards', demoRewards(todayOn).map(documentOf))
  const played: Played = {
    cloud,
    ask: askerOf(cloud),
    todayOn,
    memberIds: new Map(),
    purchaseIds: new Map(),
    redemptions: new Map(),
  }
  for (const deed of demoHistory()) {
    cloud.clock.set(instantOf(deed, todayOn))
    await play(deed, played)
  }
  cloud.clock.set(startedAt + Date.now() - startedRealAt)
  await issueNeighbourCoupons(played)
}

function instantOf({ daysAgo, time }: Deed, todayOn: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return startOfDateAt(todayOn) - daysAgo * DAY_MS + (hours * 60 + minutes) * 60_000
}

async function play(deed: Deed, played: Played): Promise<void> {
  const { act } = deed
  if (act.kind === 'join') return join(deed.who, act.claimsPack, played)
  if (act.kind === 'buy') return buy(deed.who, act, played)
  if (act.kind === 'adjust') return adjust(deed.who, act, played)
  if (act.kind === 'dayChange') return void (await played.cloud.fireTimer('mall'))
  return follow(deed.who, act, played)
}

async function adjust(
  who: string,
  { points, reason }: Extract<Deed['act'], { kind: 'adjust' }>,
  { ask }: Played,
): Promise<void> {
  const { memberCode } = await ask(who, ['members', 'code'], {})
  const { memberNumber } = splitMemberCode(memberCode)
  await ask(manager, ['points', 'adjust'], { memberNumber, points, reason })
}

async function join(who: string, claimsPack: boolean, { ask, cloud, memberIds }: Played) {
  const { memberId } = await ask(who, ['members', 'join'], {})
  memberIds.set(who, memberId)
  const person = [...demoStaff, ...demoShoppers].find(({ openid }) => openid === who)
  if (!person) throw new Error(`nobody knows ${who}`)
  await Promise.all([
    ask(who, ['members', 'updateProfile'], profileOf(person)),
    claimsPack ? ask(who, ['gifts', 'claimPack'], {}) : null,
  ])
  const staff = demoStaff.find(({ openid }) => openid === who)
  if (!staff) return
  const { displayName, stores, communityOwner, owner } = staff
  const codeFailures = { minute: 0, count: 0 }
  const roles = { _id: memberId, displayName, stores, communityOwner, owner, codeFailures }
  await cloud.engine.insert('staff', [documentOf(roles)])
}

function profileOf({ nickname, avatar, birthdayOn }: DemoPerson) {
  return { nickname, avatar, ...(birthdayOn === null ? {} : { birthday: birthdayOn }) }
}

async function buy(
  who: string,
  act: Extract<Deed['act'], { kind: 'buy' }>,
  { ask, purchaseIds }: Played,
): Promise<void> {
  const { storeId, billFen, lines, freightFen = 0, usesCoupon, name } = act
  const { memberCode } = await ask(who, ['members', 'code'], {})
  const { coupons } = usesCoupon ? await ask(who, ['coupons', 'wallet'], {}) : { coupons: [] }
  const couponId = coupons.find(({ state }) => state === 'issued')?.couponId
  const { purchaseId } = await ask(staffAt(storeId, who), ['purchases', 'settle'], {
    memberCode,
    billFen,
    storeId,
    ...(lines ? { lines: [...lines] } : {}),
    freightFen,
    ...(couponId === undefined ? {} : { couponId }),
    tillNo: '1',
    receiptNo: receiptNoOf(name),
  })
  purchaseIds.set(name, purchaseId)
}

async function follow(
  who: string,
  act: Extract<Deed['act'], { kind: 'refund' | 'redeem' | 'cancel' | 'collect' }>,
  { ask, purchaseIds, redemptions }: Played,
): Promise<void> {
  if (act.kind === 'refund') {
    const purchaseId = known(purchaseIds, act.name)
    await ask(manager, ['purchases', 'refund'], { purchaseId })
  } else if (act.kind === 'redeem') {
    const redemption = await ask(who, ['mall', 'redeem'], { rewardId: act.rewardId })
    redemptions.set(act.name, redemption)
  } else if (act.kind === 'cancel') {
    const { redemptionId } = known(redemptions, act.name)
    await ask(who, ['mall', 'cancelRedemption'], { redemptionId })
  } else {
    const { pickupCode } = known(redemptions, act.name)
    const { storeId } = act
    await ask(staffAt(storeId, who), ['mall', 'verifyPickup'], { pickupCode, storeId })
  }
}

/** Who serves at a store; the manager steps in when the customer is the clerk. */
function staffAt(storeId: string, customer: string): string {
  const clerk = storeId === WUTONG ? wutongStaff : hebinStaff
  return clerk === customer ? manager : clerk
}

/** As a till prints it: five digits that differ from receipt to receipt. */
function receiptNoOf(name: string): string {
  let mixed = 17
  for (const letter of `${name}/receipt`) {
    mixed = (mixed * 7_919 + letter.charCodeAt(0) * 104_729) % 89_989
  }
  return String(10_000 + mixed)
}

function known<T>(made: ReadonlyMap<string, T>, name: string): T {
  const found = made.get(name)
  if (found === undefined) throw new Error(`the history has no ${name} yet`)
  return found
}

/** Coupons that the shop gave by hand: drops and birthday gifts come with later features. */
const neighbourCoupons: readonly { daysAgo: number; template: CouponTemplate }[] = [
  {
    daysAgo: 12,
    template: {
      ...plainRight,
      version: 1,
      templateId: 'hebin-opening',
      title: '河滨店满 50 减 8 元券',
      kind: 'amountOff',
      faceFen: 800,
      thresholdFen: 5000,
      validity: { validDays: 14 },
      limits: { ...noLimits, storeIds: [HEBIN] },
    },
  },
  {
    daysAgo: 6,
    template: {
      ...plainRight,
      version: 1,
      templateId: 'old-neighbour',
      title: '老邻居满 40 减 6 元券',
      kind: 'amountOff',
      faceFen: 600,
      thresholdFen: 4000,
      validity: { validDays: 30 },
    },
  },
  {
    daysAgo: 46,
    template: {
      ...plainRight,
      version: 1,
      templateId: 'autumn-fruit',
      title: '秋果满 60 减 10 元券',
      kind: 'amountOff',
      faceFen: 1000,
      thresholdFen: 6000,
      validity: { validDays: 21 },
    },
  },
]

async function issueNeighbourCoupons({
  cloud,
  memberIds,
  todayOn: seededOn,
}: Played): Promise<void> {
  const memberId = known(memberIds, shopper)
  const coupons = neighbourCoupons.map(({ daysAgo, template }, place) => {
    const issuedAt = startOfDateAt(seededOn) - daysAgo * DAY_MS
    const couponId = `seed:${template.templateId}:${memberId}`
    const todayOn = businessDateOf(issuedAt)
    const source = { kind: 'batch', id: 'seed' } as const
    const { validity: _validity, version: templateVersion, ...terms } = template
    return documentOf({
      ...{ _id: couponId, memberId, ...terms, templateVersion, ...validDatesOf(todayOn, template) },
      ...{ couponCode: `00000000000${place}`, claimKey: couponId, requestKey: couponId },
      ...{ state: 'issued', heldBy: null },
      ...{ issuedAt, usedAt: null, usedBy: null, returnedAt: null, source },
      ...{ batchId: null, communityId: null, mergeId: null },
    })
  })
  await cloud.engine.insert('coupons', coupons)
}

/** Plain data as the engine stores it. */
function documentOf(data: object): Document {
  return JSON.parse(JSON.stringify(data))
}
