import type { gifts, PackAnswer } from '../../shared/contract/gifts'
import { type Care, givenRuleOf, withoutWaiting } from '../../shared/gifts/care'
import { newestOf } from '../../shared/gifts/decide'
import type { GiftRule, WakeReason } from '../../shared/gifts/gift-rule'
import { grantKeyOf, isGranted, partsOfGrant } from '../../shared/gifts/grant-key'
import { type Occasion, scenes, sentenceOfRule } from '../../shared/gifts/scenes'
import { hasCome, pointsAtOnce } from '../../shared/gifts/waiting'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { type Book, bookOf, openBook, post } from '../points/ledger'
import { readAccount } from '../points/repository'
import type { MemberContext, UseCase } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { admitPublishedText } from '../runtime/published-texts'
import { withinBudget } from './budget-document'
import { type Grant, grantWithout, readGrant, recordRefused } from './grant-document'
import { type Granted, grant } from './grant-in-transaction'
import { recordLosers } from './losers-in-transaction'
import { factsOf, type GiftDesk, giftDesk } from './repository'
import { wokenBy } from './woken'

/** Gives the welcome pack, once ever. Refuses as `claimGift` does. */
export const claimPack: UseCase<typeof gifts.claimPack> = async (_input, context) => {
  const desk = await giftDesk(context.shop)
  const rule = desk.rules.find(({ scene }) => scene === 'welcome')
  if (!rule) return refuse('GIFT_NOT_FOUND')
  return claim({ giftId: grantKeyOf(rule.ruleId, context.member._id, 'once') }, context)
}

/**
 * Gives a gift that waits for her tap, once for each occasion. The grant's key is nature's, so a
 * second claim by any request answers the first. Refuses GIFT_NOT_FOUND, GIFT_NOT_DUE before its
 * day, PACK_EXPIRED after the days to claim, GIFT_STACKED beside another one of the day, GIFT_HAD,
 * GIFT_USED_UP when its budget is, SHARE_RULE when its title breaks the platform's rules on
 * sharing, and PACK_CLAIMED.
 */
export const claimGift: UseCase<typeof gifts.claim> = (input, context) => claim(input, context)

interface Wish {
  readonly giftId: string
  readonly reason?: WakeReason | undefined
}

async function claim(wish: Wish, context: MemberContext): Promise<Outcome<PackAnswer>> {
  const { giftId: key } = wish
  let seen: Grant | null = null
  const find = async () => {
    seen = await readGrant(key)
    return seen?.memberId === context.member._id ? seen : null
  }
  return recorded<PackAnswer>(context, { meaning: { key }, find }, async ({ hash }) => {
    const before = seen
    const claimed = { wish, hash, context, before, desk: await giftDesk(context.shop) }
    return before?.state === 'waiting' ? claimKept(claimed, before) : claimOwn(claimed)
  })
}

interface Claimed {
  readonly wish: Wish
  readonly hash: string
  readonly context: MemberContext
  /** The document that waits, or says that it was refused. */
  readonly before: Grant | null
  readonly desk: GiftDesk
}

/** What was put aside for her. */
async function claimKept(claimed: Claimed, before: Grant): Promise<Outcome<PackAnswer>> {
  const { wish, hash, context, desk } = claimed
  const { member, shop, todayOn } = context
  if (before.memberId !== member._id) return refuse('GIFT_NOT_FOUND', { field: 'giftId' })
  if (before.untilOn !== null && before.untilOn < todayOn) return refuse('PACK_EXPIRED')
  const texts = admitPublishedText('title', before.title)
  if (!texts.ok) return texts
  const inForce = desk.rules.find(({ ruleId }) => ruleId === before.ruleId)
  const budget = inForce?.budget ?? { totalCount: null, dayCount: null }
  const give = async (tx: Transaction, book: Book): Promise<Outcome<PackAnswer>> => {
    const kept = book.account.care.waiting.find(({ giftId }) => giftId === before._id)
    if (!kept) return refuse('ALREADY_THERE')
    const given = await grant(tx, book, {
      ...{ rule: kept.rule, key: before._id, occasion: before.occasion, state: 'claimed' },
      ...{
        templates: desk.templates,
        shop,
        requestHash: hash,
        before,
        reason: wish.reason ?? null,
      },
    })
    if (!given.ok) return given
    const care = claimedIn(given.value, before._id)
    await post(tx, given.value.book, { ...given.value.counted, care })
    return accept(given.value.answer)
  }
  return giveWithin(claimed, { ruleId: before.ruleId, budget }, { give, admit: unasked })
}

/** It waits no longer; of one that a purchase brought, a refund knows what to take back. */
function claimedIn({ book, answer, couponIds }: Granted, giftId: string): Care {
  const care = withoutWaiting(book.account.care, giftId)
  const { points, pointsExpireOn: expiresOn } = answer
  const standing = care.standing.map((gift) =>
    gift.grantId === giftId ? { ...gift, points, expiresOn, couponIds } : gift,
  )
  return { ...care, standing }
}

/** What a day of hers, or of the shop's, brings by itself. */
async function claimOwn(claimed: Claimed): Promise<Outcome<PackAnswer>> {
  const { wish, context, desk } = claimed
  const parts = partsOfGrant(wish.giftId)
  const rule = desk.rules.find(({ ruleId }) => ruleId === parts?.ruleId)
  if (!parts || !rule?.isOn || parts.memberId !== context.member._id) {
    return refuse('GIFT_NOT_FOUND', { field: 'giftId' })
  }
  if (scenes[rule.scene].by === 'event') return refuse('GIFT_NOT_FOUND', { field: 'giftId' })
  const texts = admitPublishedText('title', rule.title)
  if (!texts.ok) return texts
  const own = { claimed, rule, occasionKey: parts.occasionKey }
  return giveWithin(claimed, rule, {
    give: (tx, book) => giveOwn(tx, book, own),
    admit: async () => admitOwn(bookOf(await readAccount(context.member._id), context), own),
  })
}

interface Own {
  readonly claimed: Claimed
  readonly rule: GiftRule
  readonly occasionKey: string
}

function admitOwn(book: Book, { claimed, rule, occasionKey }: Own): Outcome<Occasion> {
  const { context, desk } = claimed
  const { member, todayOn } = context
  const facts = factsOf(member, book.account)
  const at = { on: todayOn, world: desk.world }
  const found = newestOf(desk.lawful, facts, at).find((each) => each.rule.ruleId === rule.ruleId)
  if (!found || !hasCome(rule, found.occasion.fromOn, context)) return refuse('GIFT_NOT_DUE')
  const { occasion, refused } = found
  if (occasion.key !== occasionKey) {
    return refuse(occasion.key < occasionKey ? 'GIFT_NOT_DUE' : 'PACK_EXPIRED')
  }
  if (todayOn > occasion.untilOn) return refuse('PACK_EXPIRED')
  if (refused === 'stack') return refuse('GIFT_STACKED')
  if (refused === null) return accept(occasion)
  const isHad = isGranted(book.account.grants, rule.ruleId, occasionKey)
  return refuse(isHad ? 'PACK_CLAIMED' : 'GIFT_HAD')
}

async function giveOwn(tx: Transaction, book: Book, own: Own): Promise<Outcome<PackAnswer>> {
  const { claimed, rule } = own
  const { wish, hash, context, before, desk } = claimed
  const admitted = admitOwn(book, own)
  if (!admitted.ok) return admitted
  const occasion = admitted.value
  const given = await grant(tx, book, {
    rule: { ...givenRuleOf(rule, sentenceOfRule(rule)), points: pointsAtOnce(rule) },
    ...{ key: wish.giftId, occasion: occasion.key, state: 'claimed' },
    ...{ templates: desk.templates, shop: context.shop, requestHash: hash },
    ...{ before, reason: wish.reason ?? null },
  })
  if (!given.ok) return given
  await recordLosers(
    tx,
    { rule, occasion, member: context.member, account: book.account },
    { desk, ...context },
  )
  const woken = wokenBy(rule, occasion, context.todayOn)
  const care = woken ? { care: { ...given.value.book.account.care, woken } } : {}
  await post(tx, given.value.book, { ...given.value.counted, ...care })
  return accept(given.value.answer)
}

interface HowToGive {
  readonly give: (tx: Transaction, book: Book) => Promise<Outcome<PackAnswer>>
  /** Asked before anything of a budget is taken. */
  readonly admit: () => Promise<Outcome<unknown>>
}

const unasked = () => Promise.resolve(accept(null))

/** In her book, and within the rule's budget; that it was used up is written down. */
async function giveWithin(
  { wish, context, before }: Claimed,
  rule: Pick<GiftRule, 'ruleId' | 'budget'> & Partial<Pick<GiftRule, 'version' | 'title'>>,
  { give, admit }: HowToGive,
): Promise<Outcome<PackAnswer>> {
  const { member, now, todayOn } = context
  const place = { rule, key: wish.giftId, memberId: member._id, now, todayOn, admit }
  const outcome = await withinBudget(place, async (tx) => {
    const book = await openBook(tx, member._id, context)
    // She was merged since the door looked: what is given now belongs to the other membership.
    if (book.account._id !== member._id) return refuse('MEMBERSHIP_MERGED')
    return give(tx, book)
  })
  if (!outcome.ok && outcome.code === 'GIFT_USED_UP' && !before) {
    const occasion = partsOfGrant(wish.giftId)?.occasionKey ?? ''
    const of = { key: wish.giftId, occasion, memberId: member._id, now, todayOn }
    const { ruleId, version = 0, title = '' } = rule
    const stands = { state: 'refused', why: 'budget', untilOn: null } as const
    await recordRefused(grantWithout({ ruleId, version, title }, of, stands))
  }
  return outcome
}
