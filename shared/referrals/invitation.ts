/**
 * 邀请有礼: who was invited keeps who invited her, and what became of it. Nothing is given for
 * sharing or for opening a card: both get their gift once the invited one has bought something for
 * the first time and the days in which it may be returned are over. What looks like one person on
 * both sides waits for a manager.
 */
import { addDays } from '../business-date'

/** `held` waits for a person; its members read it as pending. */
export type InvitationState = 'pending' | 'held' | 'granted' | 'refused'

/** Why it waits for a person, or is refused. */
export type InvitationWhy = keyof typeof whySentences

export interface Invitation {
  readonly inviterId: string
  readonly state: InvitationState
  readonly why: InvitationWhy | null
  /** While it is pending: the business date on which it is looked at next. */
  readonly checkOn: string | null
  readonly decidedOn: string | null
  /** Who has looked at it and let it go on; null: nobody had to. */
  readonly clearedByName: string | null
  /** What a manager wrote when she decided it. */
  readonly note: string | null
}

/** Each is one sentence to the two whom it concerns. */
const whySentences = {
  self: '邀请人和被邀请人是同一位会员',
  ring: '几位会员互相邀请，店里正在核对',
  samePhone: '两个账号用了同一个手机号，店里正在核对',
  sameReceipt: '同一张小票出现在两个账号，店里正在核对',
  notBought: '好友入会后半年内没有消费',
  monthCap: '本月的邀请奖励已达上限',
  usedUp: '活动名额已经发完',
  notOffered: '活动已经结束',
  byManager: '店里核对后没有通过',
} as const

/** Nobody waits for a first purchase for longer. */
const LONGEST_DAYS = 180

export function whySentence(why: InvitationWhy): string {
  return whySentences[why]
}

/** Of somebody who joins by an invitation; one's own invites nobody. */
export function invitationBy(
  inviterId: string | undefined,
  { memberId, todayOn }: { readonly memberId: string; readonly todayOn: string },
): Invitation | null {
  if (inviterId === undefined || inviterId === memberId) return null
  const checkOn = addDays(todayOn, 1)
  const undecided = { decidedOn: null, clearedByName: null, note: null }
  return { inviterId, state: 'pending', why: null, checkOn, ...undecided }
}

/** What of the two is known when it is looked at. */
export interface InvitationFacts {
  readonly joinedOn: string
  readonly todayOn: string
  /** By whom the inviter was invited, who by, and so on, as they live now. */
  readonly inviterChain: readonly string[]
  /** As they live now: of a membership that was merged, the one it went to. */
  readonly invitedId: string
  readonly inviterId: string
  /** Of her oldest purchase that stands: its date, and who else had its receipt. */
  readonly firstPurchase: {
    readonly on: string
    readonly receiptMemberIds: readonly string[]
  } | null
  /** Null: the shop gives nothing for invitations. */
  readonly waitDays: number | null
  /** Gifts for invitations that the inviter had this month, and how many she may have. */
  readonly grantedThisMonth: number
  readonly monthCapCount: number
}

export type InvitationVerdict =
  | { readonly state: 'pending'; readonly checkOn: string }
  | { readonly state: 'held' | 'refused'; readonly why: InvitationWhy }
  | { readonly state: 'granted' }

/** What becomes of an invitation today. What a person has looked at is not held again. */
export function judgeInvitation(facts: InvitationFacts, isCleared = false): InvitationVerdict {
  const { joinedOn, todayOn, firstPurchase, waitDays, invitedId, inviterId } = facts
  if (invitedId === inviterId) return { state: 'refused', why: 'self' }
  if (!firstPurchase) {
    const isTooLate = addDays(joinedOn, LONGEST_DAYS) < todayOn
    if (isTooLate) return { state: 'refused', why: 'notBought' }
    return { state: 'pending', checkOn: addDays(todayOn, 1) }
  }
  if (waitDays === null) return { state: 'refused', why: 'notOffered' }
  // A return on the last day of the window still counts.
  const passedOn = addDays(firstPurchase.on, waitDays + 1)
  if (todayOn < passedOn) return { state: 'pending', checkOn: passedOn }
  const doubt = isCleared ? null : doubtOf(facts, firstPurchase)
  if (doubt) return { state: 'held', why: doubt }
  if (facts.grantedThisMonth >= facts.monthCapCount) return { state: 'refused', why: 'monthCap' }
  return { state: 'granted' }
}

function doubtOf(
  { inviterChain, invitedId, inviterId }: InvitationFacts,
  { receiptMemberIds }: NonNullable<InvitationFacts['firstPurchase']>,
): InvitationWhy | null {
  if (inviterChain.includes(invitedId)) return 'ring'
  return receiptMemberIds.includes(inviterId) ? 'sameReceipt' : null
}

/** As its two members read it: what waits for a person is pending, and says so. */
export function shownState({ state }: Pick<Invitation, 'state'>): Exclude<InvitationState, 'held'> {
  return state === 'held' ? 'pending' : state
}

/** The key of the inviter's gift: one for each whom she invited, counted by its month. */
export function invitedOccasion(invitedId: string, todayOn: string): string {
  return `${todayOn.slice(0, 7)}-${invitedId}`
}

/** How many gifts for invitations an account had in the month of a date. */
export function countOfMonth(
  grants: readonly string[],
  ruleIds: readonly string[],
  todayOn: string,
): number {
  const month = `:${todayOn.slice(0, 7)}-`
  return grants.filter(
    (key) => ruleIds.some((ruleId) => key.startsWith(`${ruleId}:`)) && key.includes(month),
  ).length
}
