import * as v from 'valibot'
import { endpoint } from './endpoint'
import { cursor, documentId, nothing, reason } from './fields'

/** What an invitation promises to both, published before anybody is invited. */
export interface ReferralOffer {
  /** What both get, e.g. `50 积分和无门槛 5 元券`. */
  gift: string
  /** Days after the invited one's first purchase. */
  waitDays: number
  /** How many gifts one member may have in a month. */
  monthCapCount: number
}

export interface InvitationAnswer {
  /** Her own code: whoever joins with it was invited by her. */
  scene: string
  /** Null while the shop gives nothing for invitations. */
  offer: ReferralOffer | null
}

export interface InvitationRow {
  /** Of who was invited. */
  maskedName: string
  joinedOn: string
  state: 'pending' | 'granted' | 'refused'
  /** Why it was refused, or waits for a person; absent otherwise. */
  why?: string
}

export interface InvitationList {
  serverNow: number
  /** The newest first. */
  invitations: InvitationRow[]
  nextCursor: string | null
  /** Her own, if somebody invited her. */
  invitedMe: Omit<InvitationRow, 'maskedName'> | null
}

/** One that looks like one person on both sides. */
export interface HeldInvitation {
  invitationId: string
  inviterName: string
  invitedName: string
  joinedOn: string
  why: string
}

const onManagersDesk = { role: 'manager', identity: 'staff' } as const
const asMember = { role: 'member', identity: 'member' } as const

export const referrals = {
  /** Her own invitation; the first time it is made. */
  invitation: endpoint<InvitationAnswer>()({ ...asMember, mutates: true, input: nothing }),
  mine: endpoint<InvitationList>()({
    ...asMember,
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
  held: endpoint<{ serverNow: number; invitations: HeldInvitation[] }>()({
    ...onManagersDesk,
    mutates: false,
    input: nothing,
  }),
  /** What a manager found: it goes on, or is refused. */
  decide: endpoint<{ invitationId: string; verdict: 'clear' | 'refuse' }>()({
    ...onManagersDesk,
    mutates: true,
    input: v.object({
      invitationId: documentId,
      verdict: v.picklist(['clear', 'refuse']),
      reason,
    }),
  }),
}
