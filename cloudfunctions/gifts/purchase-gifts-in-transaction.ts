/** What purchases bring in gifts, and what their refunds take back: a companion of purchases. */
import { addDays } from '../../shared/business-date'
import type { Care, StandingGift } from '../../shared/gifts/care'
import { withWaiting } from '../../shared/gifts/care'
import { grantKeyOf } from '../../shared/gifts/grant-key'
import {
  type Bought,
  boughtWith,
  contentsOf,
  type PurchaseGift,
  refundedWith,
} from '../../shared/gifts/purchase-gifts'
import { clawBack } from '../../shared/points/ledger'
import { accept, type Outcome } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import { namedCoupon, revokeCoupon } from '../coupons/repository'
import { tell } from '../messages/tell-in-transaction'
import { type Book, enter } from '../points/ledger'
import type {
  CompanionEffect,
  CompanionRefund,
  PurchaseCompanion,
  ToldPurchase,
} from '../points/purchase-companion'
import type { Account } from '../points/repository'
import type { Transaction } from '../runtime/database'
import { grantWithout, insertGrant, readGrant, recordRefusedIn, saveGrant } from './grant-document'
import { grant } from './grant-in-transaction'
import { type GiftDesk, giftDesk, tierOf } from './repository'

interface Giving extends CompanionEffect {
  readonly gifts: readonly PurchaseGift[]
}

interface Taking extends CompanionEffect {
  readonly taken: readonly StandingGift[]
}

const giftsOfRefunds: CompanionRefund<null, Taking> = {
  decide({ purchaseId, isFull, todayOn }, account): Taking {
    const tier = tierOf(account)
    const refunded = { purchaseId, isFull, tier, todayOn }
    const { care, taken } = refundedWith(account.care, refunded)
    const gone = new Set(taken.map(({ key }) => key))
    const grants = account.grants.filter((key) => !gone.has(key))
    return { account: { ...account, care, grants }, taken, lines: taken.map(takenLineOf) }
  },
  async write(tx, book, effect) {
    const { care, grants } = effect.account
    let written: Book = { ...book, account: { ...book.account, care, grants } }
    for (const gift of effect.taken) written = await takeBack(tx, written, gift)
    return written
  },
}

/** Letters of a purchase's id that tell two of its grants apart. */
const NONCE_LETTERS = 12

export const giftsOfPurchases: PurchaseCompanion<GiftDesk, Giving> = {
  waysIn: ['till', 'forgotten', 'imported', 'list'],
  read: giftDesk,
  decide(told, account, desk) {
    const rules = desk.lawful.filter(({ gift }) =>
      // A coupon that is not there any more is no reason why she could not buy.
      gift.couponTemplateIds.every((id) => desk.templates.has(id)),
    )
    const { care, gifts } = boughtWith(account, boughtOf(told, account), {
      rules,
      world: desk.world,
    })
    return { account: { ...account, care }, gifts, lines: gifts.flatMap(lineOf) }
  },
  async write(tx, book, { told, ready, effect, shop }) {
    let written: Book = { ...book, account: { ...book.account, care: effect.account.care } }
    // One operation at a time in a transaction.
    for (const gift of effect.gifts) {
      const next = await giveIn(tx, written, { gift, told, desk: ready, shop })
      if (!next.ok) return next
      written = next.value
    }
    return accept(written)
  },
  refund: giftsOfRefunds,
}

function boughtOf({ purchaseId, wayIn, businessOn: on }: ToldPurchase, account: Account): Bought {
  const { upgrade, keepUntilOn } = account.tier
  // The companion before this one has written down whether it was this purchase that brought it.
  const rise = upgrade?.purchaseId === purchaseId ? { to: upgrade.to, keepUntilOn } : null
  return { purchaseId, on, isImported: wayIn === 'imported', tier: tierOf(account), rise }
}

function lineOf({ rule, claimDays, isStacked }: PurchaseGift) {
  if (isStacked) return []
  const how = claimDays === null ? '送' : '待领取：'
  return [{ label: rule.title, value: `${how}${contentsOf(rule)}` }]
}

function takenLineOf({ title, points, couponIds }: StandingGift) {
  const parts = points > 0 ? [`扣回 ${points} 积分`] : []
  if (couponIds.length > 0) parts.push('作废没用过的券，用过的不追')
  return { label: `收回${title}`, value: parts.join('，') || '还没有领取' }
}

interface GivingOne {
  readonly gift: PurchaseGift
  readonly told: ToldPurchase
  readonly desk: GiftDesk
  readonly shop: Shop
}

async function giveIn(tx: Transaction, book: Book, one: GivingOne): Promise<Outcome<Book>> {
  const { gift, told, desk, shop } = one
  const { rule, occasion, claimDays } = gift
  const { account, instant } = book
  const memberId = account._id
  const key = grantKeyOf(rule.ruleId, memberId, occasion)
  // Taken back by a refund it may be earned again: each purchase has a document of its own.
  const grantId = `${key}:${told.purchaseId.slice(0, NONCE_LETTERS)}`
  const { now, todayOn } = instant
  const of = { key: grantId, occasion, memberId, now, todayOn }
  if (gift.isStacked) {
    await recordRefusedIn(
      tx,
      grantWithout(rule, of, { state: 'refused', why: 'stack', untilOn: null }),
    )
    return accept(book)
  }
  const named = { grantId, key, scene: rule.scene, title: rule.title, purchaseId: told.purchaseId }
  const stands = { ...named, ...gift.holds, points: 0, expiresOn: '', couponIds: [] }
  if (claimDays !== null) {
    const untilOn = addDays(todayOn, claimDays - 1)
    await insertGrant(tx, grantWithout(rule, of, { state: 'waiting', why: null, untilOn }))
    const facts = { giftId: grantId, giftTitle: rule.title, untilOn }
    await tell(tx, { memberId, source: grantId, at: now, kind: 'giftWaits', facts })
    const waiting = [{ giftId: grantId, rule, untilOn }]
    const care = standingIn(withWaiting(account.care, waiting, todayOn), stands)
    return accept({ ...book, account: { ...account, care, grants: [...account.grants, key] } })
  }
  const given = await grant(tx, book, {
    ...{ rule, key, grantId, occasion, state: 'granted', templates: desk.templates, shop },
    requestHash: null,
  })
  if (!given.ok) return given
  const { answer, couponIds, counted } = given.value
  const filled = { ...stands, points: answer.points, expiresOn: answer.pointsExpireOn, couponIds }
  const after = given.value.book
  const care = standingIn(after.account.care, filled)
  return accept({ ...after, account: { ...after.account, ...counted, care } })
}

function standingIn(care: Care, gift: StandingGift): Care {
  return { ...care, standing: [...care.standing, gift] }
}

/** Its points, into debt where they are spent; its coupons that nobody has used. */
async function takeBack(tx: Transaction, book: Book, gift: StandingGift): Promise<Book> {
  const { grantId, title, points, expiresOn } = gift
  const { now, todayOn } = book.instant
  const memberId = book.account._id
  const before = await readGrant(grantId, tx)
  let isUsed = false
  for (const couponId of gift.couponIds) {
    const coupon = await namedCoupon(couponId, tx)
    if (coupon?.state === 'issued' || coupon?.state === 'held') {
      await revokeCoupon(tx, coupon, { at: now, reason: '随它送出的那笔消费已退款' })
    } else if (coupon?.state === 'used') isUsed = true
  }
  if (before) {
    const why = isUsed ? 'refundedAfterUse' : 'refunded'
    await saveGrant(tx, { ...before, state: 'takenBack', why, untilOn: null })
  }
  const facts = { giftTitle: title, points }
  await tell(tx, { memberId, source: grantId, at: now, kind: 'giftTakenBack', facts })
  if (points === 0) return book
  return enter(book, clawBack(book.account, points, { expiresOn, todayOn }), {
    ...{ key: `takenBack:${grantId}`, reason: 'giftTakenBack', sourceId: gift.purchaseId },
    facts: { gift: { title, rule: '消费退款后，随它送的礼一并收回' } },
  })
}
