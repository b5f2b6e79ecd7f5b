import { givenRuleOf } from '../../shared/gifts/care'
import type { GiftRule } from '../../shared/gifts/gift-rule'
import { grantKeyOf } from '../../shared/gifts/grant-key'
import { sentenceOfRule } from '../../shared/gifts/scenes'
import {
  countOfMonth,
  type Invitation,
  type InvitationVerdict,
  invitedOccasion,
  judgeInvitation,
} from '../../shared/referrals/invitation'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { withinBudget } from '../gifts/budget-document'
import { grant } from '../gifts/grant-in-transaction'
import { type GiftDesk, newestGiftDesk } from '../gifts/repository'
import { invitationsIn, memberIn, saveInvitation } from '../members/invitation-document'
import { tell } from '../messages/tell-in-transaction'
import { openBook, post } from '../points/ledger'
import { readAccount } from '../points/repository'
import type { Chore, Timer } from '../runtime/chores'
import type { JobContext } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import type { Member } from '../runtime/people'
import { type Acquaintance, acquaintanceOf } from './acquaintance'
import { referralRuleOf } from './offer'

const PAGE_INVITATIONS = 50
const INVITED_OCCASION = 'invited'

const settle: Chore = {
  name: 'settle-invitations',
  every: 'tick',
  isDue: async ({ todayOn }) => {
    const due = await invitationsIn('pending', { dueOn: todayOn, limit: 1 })
    return due.length > 0
  },
  run: settleDue,
}

/**
 * Looks at each invitation whose day has come: both get their gift once the invited one's first
 * purchase has stood for the days of the rule; what looks like one person waits for a manager. It
 * reads only what is due; killed anywhere and run again, it goes on where it was.
 */
export const settleInvitations: Timer = { chores: [settle] }

async function settleDue(context: JobContext) {
  const desk = await newestGiftDesk(context.shop)
  const counts = { granted: 0, held: 0, refused: 0, waiting: 0 }
  for (;;) {
    const page = { dueOn: context.todayOn, limit: PAGE_INVITATIONS }
    const due = await invitationsIn('pending', page)
    let done = 0
    for (const invited of due) {
      if (!context.hasTimeLeft()) return { ...counts, unfinished: 1 }
      const state = await settleOne(invited, desk, context)
      if (state === null) continue
      done += 1
      counts[state === 'pending' ? 'waiting' : state] += 1
    }
    if (due.length < PAGE_INVITATIONS || done === 0) return { ...counts, unfinished: 0 }
  }
}

/** What became of it; null when somebody else has decided it, or it must be tried anew. */
async function settleOne(
  invited: Member,
  desk: GiftDesk,
  context: JobContext,
): Promise<Invitation['state'] | null> {
  const { invitation } = invited
  if (!invitation) return null
  const known = await acquaintanceOf(invited, invitation)
  const rule = referralRuleOf(desk)
  const { grants } = await readAccount(known.inviterId)
  const verdict = judgeInvitation(
    {
      ...{ ...known, joinedOn: invited.joinedOn, todayOn: context.todayOn },
      waitDays: rule ? rule.when.waitDays : null,
      grantedThisMonth: countOfMonth(grants, ruleIdsOf(desk), context.todayOn),
      monthCapCount: context.shop.referralMonthCapCount,
    },
    invitation.clearedByName !== null,
  )
  if (verdict.state !== 'granted' || !rule) return record(invited, verdict, context)
  const given = await giveBoth(invited, known, { rule, desk, context })
  if (given.ok) return 'granted'
  if (given.code === 'GIFT_USED_UP') {
    return record(invited, { state: 'refused', why: 'usedUp' }, context)
  }
  return null
}

function ruleIdsOf({ rules }: GiftDesk): string[] {
  return rules.filter(({ scene }) => scene === 'referral').map(({ ruleId }) => ruleId)
}

/** Writes down what became of it, unless it is decided by now. */
async function record(
  { _id }: Member,
  verdict: InvitationVerdict,
  { todayOn }: JobContext,
): Promise<Invitation['state'] | null> {
  const outcome = await inTransaction(async (tx) => {
    const invited = await memberIn(tx, _id)
    const invitation = invited?.invitation
    if (!invited || invitation?.state !== 'pending') return refuse('ALREADY_THERE')
    await saveInvitation(tx, invited, { ...invitation, ...decidedBy(verdict, todayOn) })
    return accept(verdict.state)
  })
  return outcome.ok ? outcome.value : null
}

function decidedBy(verdict: InvitationVerdict, todayOn: string): Partial<Invitation> {
  const { state } = verdict
  if (state === 'pending') return { state, why: null, checkOn: verdict.checkOn }
  if (state === 'granted') return { state, why: null, checkOn: null, decidedOn: todayOn }
  // What is held keeps a date, by which a manager finds it.
  const decidedOn = state === 'refused' ? todayOn : null
  return { state, why: verdict.why, checkOn: state === 'held' ? todayOn : null, decidedOn }
}

interface Giving {
  readonly rule: GiftRule
  readonly desk: GiftDesk
  readonly context: JobContext
}

/** Both get it in one transaction, or neither does. */
function giveBoth(
  invited: Member,
  { inviterId, invitedId }: Acquaintance,
  giving: Giving,
): Promise<Outcome<null>> {
  const { rule, context } = giving
  const { now, todayOn } = context
  const occasion = invitedOccasion(invited._id, todayOn)
  const key = grantKeyOf(rule.ruleId, inviterId, occasion)
  const place = { rule, key, memberId: inviterId, now, todayOn, admit: async () => accept(null) }
  return withinBudget<null>(place, async (tx) => {
    const now = await memberIn(tx, invited._id)
    const invitation = now?.invitation
    if (!now || invitation?.state !== 'pending') return refuse('ALREADY_THERE')
    const inviters = await giveTo(tx, giving, { memberId: inviterId, key, occasion })
    if (!inviters.ok) return inviters
    const own = grantKeyOf(rule.ruleId, invitedId, INVITED_OCCASION)
    const hers = { memberId: invitedId, key: own, occasion: INVITED_OCCASION }
    const inviteds = await giveTo(tx, giving, hers)
    if (!inviteds.ok) return inviteds
    await saveInvitation(tx, now, { ...invitation, ...decidedBy({ state: 'granted' }, todayOn) })
    return accept(null)
  })
}

async function giveTo(
  tx: Transaction,
  { rule, desk, context }: Giving,
  { memberId, key, occasion }: { memberId: string; key: string; occasion: string },
): Promise<Outcome<null>> {
  const { now, shop } = context
  const book = await openBook(tx, memberId, context)
  const given = await grant(tx, book, {
    ...{ rule: givenRuleOf(rule, sentenceOfRule(rule)), key, occasion, state: 'granted' },
    ...{ templates: desk.templates, shop, requestHash: null },
  })
  if (!given.ok) return given
  await post(tx, given.value.book, given.value.counted)
  const { answer, couponIds } = given.value
  const told = { giftTitle: rule.title, points: answer.points, couponCount: couponIds.length }
  const facts = { ...told, lastOn: answer.pointsExpireOn }
  await tell(tx, { kind: 'giftCame', facts, memberId: book.account._id, source: key, at: now })
  return accept(null)
}
