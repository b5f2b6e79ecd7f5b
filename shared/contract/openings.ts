import * as v from 'valibot'
import { endpoint } from './endpoint'
import { documentId, memberCode, nothing, phone, phoneCode, ticket } from './fields'

/** An old member's points, claimed. */
export interface OpeningAnswer {
  maskedName: string
  points: number
  /** Lot by lot, the soonest expiring first. */
  lots: { points: number; expiresOn: string }[]
  /** Ran out while they waited. */
  expiredPoints: number
  debtRepaidPoints: number
  balancePoints: number
  claimedAt: number
}

/** Old members' points that nobody has claimed: in no account, so in no other figure either. */
export interface Waiting {
  points: number
  /** Phones under which at least one of them waits. */
  phoneCount: number
  /** False when there are more phones than are looked at: it is this much at least. */
  isWhole: boolean
}

/** The same before it is claimed. */
export interface OpeningPreview extends Omit<OpeningAnswer, 'claimedAt'> {
  serverNow: number
}

/** What became of a member's own: null while she has claimed nothing. */
export interface MyOpening {
  serverNow: number
  /** As it was answered when it came; the balance is that of the time. */
  claimed: OpeningAnswer | null
}

/** Who stands at the desk, and the phone on the old card that she shows. */
const atDesk = v.object({
  memberCode: v.optional(memberCode),
  ticket: v.optional(ticket),
  phone,
  storeId: v.optional(documentId),
})

export const openings = {
  /** Has she claimed hers, by her phone or at the desk? A member claims once. */
  mine: endpoint<MyOpening>()({
    role: 'member',
    identity: 'member',
    mutates: false,
    input: nothing,
  }),
  /** An old member takes her points by her phone, which is verified once and then stays hers. */
  claimOpening: endpoint<OpeningAnswer>()({
    role: 'member',
    identity: 'member',
    mutates: true,
    input: v.object({ phoneCode: v.optional(phoneCode) }),
  }),
  /** What staff would hand over for an old card: looked at before it is done. */
  openingAtDesk: endpoint<OpeningPreview>()({
    role: 'staff',
    identity: 'staff',
    mutates: false,
    input: atDesk,
  }),
  /** Staff hand them over to the member at the till, who shows her old card. */
  claimOpeningAtDesk: endpoint<OpeningAnswer>()({
    role: 'staff',
    identity: 'staff',
    mutates: true,
    input: atDesk,
  }),
}
