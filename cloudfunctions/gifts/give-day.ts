import { givenRuleOf, withWaiting } from '../../shared/gifts/care'
import { type Decision, decideGrants } from '../../shared/gifts/decide'
import { grantKeyOf } from '../../shared/gifts/grant-key'
import { sentenceOfRule } from '../../shared/gifts/scenes'
import { pointsAtOnce } from '../../shared/gifts/waiting'
import { accept, type Outcome } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import { type Book, openBook, post } from '../points/ledger'
import type { Account } from '../points/repository'
import type { JobContext } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import type { Member } from '../runtime/people'
import { withinBudget } from './budgets'
import { grantWithout, insertGrant, recordRefused, recordRefusedIn } from './grant-document'
import { grant } from './grant-in-transaction'
import { factsOf, type GiftDesk } from './repository'
import { wokenBy } from './woken'

/** One member on one day, as the job comes to her. */
export interface Due {
  readonly member: Member
  readonly on: string
  readonly desk: GiftDesk
  readonly context: Pick<JobContext, 'now' | 'todayOn' | 'shop'>
}

/** Nothing was lost, and whoever comes next goes on: somebody else is at it. */
const later = new Set(['BUSY', 'UNDER_WAY'])

/** What of a day is still to be done for her, so that a run that comes again writes nothing. */
export function openOn({ member, on, desk, context }: Due, account: Account): readonly Decision[] {
  return decideGrants(desk.lawful, factsOf(member, account), on, desk.world).filter(
    ({ refused, occasion }) => refused !== 'onceOnly' && occasion.untilOn >= context.todayOn,
  )
}

/**
 * Gives a member what a day brings her: in one transaction what comes unasked, what waits from now
 * on, and what falls to the policy of the day; then one by one what a budget may refuse. It may be
 * killed anywhere, run again, and run twice at once. False: somebody else is at it.
 */
export async function giveDay(due: Due): Promise<boolean> {
  const { member, context } = due
  let limited: readonly Decision[] = []
  const outcome = await inTransaction(async (tx) => {
    const book = await openBook(tx, member._id, context)
    // She was merged since she was found: the other membership is found by its own days.
    if (book.account._id !== member._id) return accept(null)
    const open = openOn(due, book.account)
    limited = open.filter(isLimited)
    const given = await giveAll(tx, book, { due, decisions: open.filter((one) => !isLimited(one)) })
    if (!given.ok) return given
    if (given.value !== book) await post(tx, given.value)
    return accept(null)
  })
  if (!outcome.ok && later.has(outcome.code)) return false
  for (const decision of limited) {
    if (!(await giveLimited(decision, due))) return false
  }
  return true
}

/** Comes unasked while a budget lasts: that is asked for outside of every transaction. */
function isLimited({ rule, refused }: Decision): boolean {
  const { totalCount, dayCount } = rule.budget
  const isBounded = totalCount !== null || dayCount !== null
  return refused === null && rule.handOver === 'unasked' && isBounded
}

interface Giving {
  readonly due: Due
  readonly decisions: readonly Decision[]
}

/** The book with all of it; the very same book where there is nothing to post. */
async function giveAll(tx: Transaction, book: Book, giving: Giving): Promise<Outcome<Book>> {
  let written = book
  // One operation at a time in a transaction.
  for (const decision of giving.decisions) {
    if (decision.refused !== null) {
      await recordRefusedIn(tx, refusedOf(decision, giving.due, decision.refused))
      continue
    }
    const isUnasked = decision.rule.handOver === 'unasked'
    const next = await (isUnasked ? giveOne : putAside)(tx, written, { decision, due: giving.due })
    if (!next.ok) return next
    written = next.value
  }
  return accept(written)
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
  // A coupon that is not there any more is no reason why her other gifts should not come.
  if (!given.ok) return given.code === 'GIFT_NOT_FOUND' ? accept(book) : given
  const { points, coupons } = given.value.answer
  await tell(tx, {
    ...{ memberId, source: key, at: context.now, kind: 'giftCame' },
    facts: { giftTitle: rule.title, points, couponCount: coupons.length },
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

/** False: somebody else is at it. */
async function giveLimited(decision: Decision, due: Due): Promise<boolean> {
  const { rule, occasion } = decision
  const { member, context } = due
  const key = grantKeyOf(rule.ruleId, member._id, occasion.key)
  const admit = () => Promise.resolve(accept(null))
  const place = { rule, key, memberId: member._id, ...context, admit }
  const outcome = await withinBudget(place, async (tx) => {
    const book = await openBook(tx, member._id, context)
    const isOpen = openOn(due, book.account).some(
      (each) => each.refused === null && each.rule.ruleId === rule.ruleId,
    )
    // Given by another run, or she was merged: its place goes back.
    if (!isOpen || book.account._id !== member._id) return { ok: false, code: 'ALREADY_THERE' }
    const given = await giveOne(tx, book, { decision, due })
    if (given.ok) await post(tx, given.value)
    return given
  })
  if (outcome.ok) return true
  if (outcome.code === 'GIFT_USED_UP') await recordRefused(refusedOf(decision, due, 'budget'))
  return !later.has(outcome.code)
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
