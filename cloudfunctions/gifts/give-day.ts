import { givenRuleOf, withWaiting } from '../../shared/gifts/care'
import { type Decision, decideGrants } from '../../shared/gifts/decide'
import type { GiftRule } from '../../shared/gifts/gift-rule'
import { grantKeyOf } from '../../shared/gifts/grant-key'
import { scenes, sentenceOfRule } from '../../shared/gifts/scenes'
import { pointsAtOnce } from '../../shared/gifts/waiting'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import { type Book, openBook, post } from '../points/ledger'
import type { Account } from '../points/repository'
import type { JobContext } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import type { Member } from '../runtime/people'
import { withinBudget } from './budget-document'
import { grantWithout, insertGrant, recordRefused } from './grant-document'
import { grant } from './grant-in-transaction'
import { factsOf, type GiftDesk } from './repository'
import { wokenBy } from './woken'

/** One member on one day of a rule, as the job comes to her. */
export interface Due {
  readonly member: Member
  readonly rule: GiftRule
  readonly on: string
  readonly desk: GiftDesk
  readonly context: Pick<JobContext, 'now' | 'todayOn' | 'shop'>
}

/** Nothing was lost, and whoever comes next goes on: somebody else is at it. */
const later = new Set(['BUSY', 'UNDER_WAY'])

/** What the rule still has to do for her; null where a run that comes again writes nothing. */
export function openOn(
  { member, rule, on, desk, context }: Due,
  account: Account,
): Decision | null {
  const decided = decideGrants(desk.lawful, factsOf(member, account), { on, world: desk.world })
  const own = decided.find((each) => each.rule.ruleId === rule.ruleId)
  const isOpen = own && own.refused !== 'onceOnly' && own.occasion.untilOn >= context.todayOn
  return isOpen ? own : null
}

/** What comes unasked, and what waits from nine on: the rest is found by whoever comes. */
export function hasJob({ scene, isOn, handOver }: GiftRule): boolean {
  const row = scenes[scene]
  if (!isOn || row.by === 'event' || scene === 'welcome') return false
  return handOver === 'unasked' || row.dayOf === 'own'
}

/**
 * Gives a member what a day of a rule brings her, as it was just decided: in one transaction it
 * comes unasked or waits from now on; what falls to the policy of the day is written down; what has
 * a budget asks that first. It may be killed anywhere, run again, and run twice at once. False:
 * somebody else is at it.
 */
export async function giveDay(due: Due, seen: Decision): Promise<boolean> {
  const { member, rule, context } = due
  if (seen.refused !== null) {
    await recordRefused(refusedOf(seen, due, seen.refused))
    return true
  }
  const place = {
    // A gift that waits asks its budget when it is claimed.
    rule: { ruleId: rule.ruleId, budget: rule.handOver === 'unasked' ? rule.budget : noBudget },
    key: grantKeyOf(rule.ruleId, member._id, seen.occasion.key),
    ...{ now: context.now, todayOn: context.todayOn, memberId: member._id },
    admit: () => Promise.resolve(accept(null)),
  }
  const outcome = await withinBudget(place, (tx) => giveIn(tx, due))
  if (!outcome.ok && outcome.code === 'GIFT_USED_UP') {
    await recordRefused(refusedOf(seen, due, 'budget'))
  }
  return outcome.ok || !later.has(outcome.code)
}

const noBudget = { totalCount: null, dayCount: null }

async function giveIn(tx: Transaction, due: Due): Promise<Outcome<null>> {
  const { member, context } = due
  const book = await openBook(tx, member._id, context)
  const decision = openOn(due, book.account)
  // Given by another run; or she was merged since she was found, and has her days elsewhere.
  const isHers = decision?.refused === null && book.account._id === member._id
  if (!isHers) return refuse('ALREADY_THERE')
  const give = decision.rule.handOver === 'unasked' ? giveOne : putAside
  const given = await give(tx, book, { decision, due })
  if (!given.ok) return given
  await post(tx, given.value)
  return accept(null)
}

interface One {
  readonly decision: Decision
  readonly due: Due
}

async function giveOne(
  tx: Transaction,
  book: Book,
  { decision, due }: One,
): Promise<Outcome<Book>> {
  const { rule, occasion } = decision
  const { desk, context } = due
  const memberId = book.account._id
  const key = grantKeyOf(rule.ruleId, memberId, occasion.key)
  const given = await grant(tx, book, {
    rule: { ...givenRuleOf(rule, sentenceOfRule(rule)), points: pointsAtOnce(rule) },
    ...{ key, occasion: occasion.key, state: 'granted', templates: desk.templates },
    ...{ shop: context.shop, requestHash: null },
  })
  if (!given.ok) return given
  const { points, coupons, pointsExpireOn } = given.value.answer
  const lastDays = [
    ...(points > 0 ? [pointsExpireOn] : []),
    ...coupons.map((each) => each.expiresOn),
  ]
  const lastOn = lastDays.sort()[0] ?? context.todayOn
  await tell(tx, {
    ...{ memberId, source: key, at: context.now, kind: 'giftCame' },
    facts: { giftTitle: rule.title, points, couponCount: coupons.length, lastOn },
  })
  return accept(withCare(given.value.book, given.value.counted.grants, one(decision, due, [])))
}

async function putAside(
  tx: Transaction,
  book: Book,
  { decision, due }: One,
): Promise<Outcome<Book>> {
  const { rule, occasion } = decision
  const { now, todayOn } = due.context
  const { account } = book
  const key = grantKeyOf(rule.ruleId, account._id, occasion.key)
  const of = { key, occasion: occasion.key, memberId: account._id, now, todayOn }
  const { untilOn } = occasion
  await insertGrant(tx, grantWithout(rule, of, { state: 'waiting', why: null, untilOn }))
  const facts = { giftId: key, giftTitle: rule.title, untilOn }
  await tell(tx, { memberId: account._id, source: key, at: now, kind: 'giftWaits', facts })
  const kept = { ...givenRuleOf(rule, sentenceOfRule(rule)), points: pointsAtOnce(rule) }
  const waiting = [{ giftId: key, rule: kept, untilOn }]
  return accept(withCare(book, [...account.grants, key], one(decision, due, waiting)))
}

function one(
  { rule, occasion }: Decision,
  { context: { todayOn } }: Due,
  waiting: Account['care']['waiting'],
) {
  return (care: Account['care']) => {
    const woken = wokenBy(rule, occasion, todayOn)
    return { ...withWaiting(care, waiting, todayOn), ...(woken ? { woken } : {}) }
  }
}

function withCare(
  book: Book,
  grants: readonly string[],
  change: (care: Account['care']) => Account['care'],
): Book {
  const { account } = book
  return { ...book, account: { ...account, grants, care: change(account.care) } }
}

function refusedOf(
  { rule, occasion }: Decision,
  { member, context: { now, todayOn } }: Due,
  why: string,
) {
  const key = grantKeyOf(rule.ruleId, member._id, occasion.key)
  const of = { key, occasion: occasion.key, memberId: member._id, now, todayOn }
  return grantWithout(rule, of, { state: 'refused', why, untilOn: null })
}
