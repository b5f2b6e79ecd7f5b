import { addDays, businessDateOf, startOfDateAt } from '../../shared/business-date'
import type { Birthday } from '../../shared/calendar/birthday'
import { splitMemberCode } from '../../shared/members/member-code'
import type { LocalCloud } from '../localcloud/cloud'
import { askerOf } from './ask'
import { publishGiftRules } from './gift-rules'
import { type Deed, demoHistory } from './history'
import { issueNeighbourCoupons } from './neighbour-coupons'
import {
  type DemoPerson,
  demoShoppers,
  demoStaff,
  hebinStaff,
  manager,
  wutongStaff,
} from './people'
import { playInCommunity, scheduleComingDrop } from './play-communities'
import { openClosingList, playWithLists } from './play-lists'
import { documentOf, known, type Played } from './played'
import { putPicture } from './put-picture'
import { demoRewards } from './rewards'
import { demoShop, WUTONG } from './shop'
import { demoTemplates } from './templates'

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
  const templates = demoTemplates.map(({ templateId: _id, ...text }) => ({ _id, ...text }))
  await cloud.engine.insert('coupon_templates', templates.map(documentOf))
  await stockShelf(cloud, todayOn)
  const played: Played = {
    cloud,
    ask: askerOf(cloud),
    todayOn,
    memberIds: new Map(),
    purchaseIds: new Map(),
    redemptions: new Map(),
    communityIds: new Map(),
    dropIds: new Map(),
    listIds: new Map(),
    entryIds: new Map(),
  }
  for (const deed of demoHistory()) {
    cloud.clock.set(instantOf(deed, todayOn))
    await play(deed, played)
  }
  cloud.clock.set(startedAt + Date.now() - startedRealAt)
  await issueNeighbourCoupons(played)
  await scheduleComingDrop(played)
  await publishGiftRules(played)
  await openClosingList(played)
}

/** Rewards with their photos, as managers have put them there long ago. */
async function stockShelf(cloud: LocalCloud, todayOn: string): Promise<void> {
  const rewards = demoRewards(todayOn)
  const names = [...new Set(rewards.map(({ picture }) => picture))]
  const files = await Promise.all(
    names.map(async (name) => {
      const photo = { file: `${name}.png`, path: `rewards/demo-${name}.png`, as: manager }
      return [name, await putPicture(cloud, photo)] as const
    }),
  )
  const fileOf = new Map(files)
  const stored = rewards.map((reward) => ({ ...reward, picture: fileOf.get(reward.picture) }))
  await cloud.engine.insert('rewards', stored.map(documentOf))
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
  if (act.kind === 'checkIn') return void (await played.ask(deed.who, ['checkin', 'checkIn'], {}))
  if (act.kind === 'community') return playInCommunity(deed.who, act, played)
  if (act.kind === 'list') return playWithLists(deed.who, act, played)
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

async function join(who: string, claimsPack: boolean, played: Played) {
  const { ask, cloud, memberIds, todayOn } = played
  const { memberId } = await ask(who, ['members', 'join'], {})
  memberIds.set(who, memberId)
  const person = [...demoStaff, ...demoShoppers].find(({ openid }) => openid === who)
  if (!person) throw new Error(`nobody knows ${who}`)
  await Promise.all([
    ask(who, ['members', 'updateProfile'], profileOf(person, todayOn)),
    claimsPack ? ask(who, ['gifts', 'claimPack'], {}) : null,
  ])
  const staff = demoStaff.find(({ openid }) => openid === who)
  if (!staff) return
  const { displayName, stores, communityOwner, owner } = staff
  const codeFailures = { minute: 0, count: 0 }
  const at = cloud.clock.now()
  const storesSinceAt = Object.fromEntries(Object.keys(stores).map((storeId) => [storeId, at]))
  const since = { storesSinceAt, ownerSinceAt: owner ? at : null }
  const given = { displayName, stores, communityOwner, owner, codeFailures, ...since }
  const roles = { _id: memberId, ...given }
  await cloud.engine.insert('staff', [documentOf(roles)])
}

function profileOf({ nickname, avatar, birthday }: DemoPerson, todayOn: string) {
  if (birthday === null) return { nickname, avatar }
  return { nickname, avatar, birthday: birthday === 'tomorrow' ? dayAfter(todayOn) : birthday }
}

/** A birthday without its year, on the day after the demo begins. */
function dayAfter(todayOn: string): Birthday {
  const [, month = 1, day = 1] = addDays(todayOn, 1).split('-').map(Number)
  return { calendar: 'solar', month, day }
}

async function buy(
  who: string,
  act: Extract<Deed['act'], { kind: 'buy' }>,
  { ask, purchaseIds }: Played,
): Promise<void> {
  const { storeId, billFen, lines, freightFen = 0, usesCoupon, couponTitle, name } = act
  const { memberCode } = await ask(who, ['members', 'code'], {})
  const { coupons } = usesCoupon ? await ask(who, ['coupons', 'wallet'], {}) : { coupons: [] }
  const isMeant = (title: string) => couponTitle === undefined || title === couponTitle
  const usable = coupons.find(({ state, title }) => state === 'issued' && isMeant(title))
  const couponId = usable?.couponId
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
