/** Who a person is to the shop: her membership, and her roles. */
import type { MemberProfile } from '../../shared/contract/members'
import type { Invitation } from '../../shared/referrals/invitation'
import type { Stored } from './database'
import type { Sealed } from './sealed'

/** The member as every feature may read her; `members` alone writes it. */
export interface MemberDocument {
  readonly memberNumber: string
  readonly nickname: string
  readonly avatar: string
  /** What she told, sealed (`members/birthday-document.ts`); null until told. */
  readonly birthday: Sealed | null
  /** The keyed hash of its day, by which it is found. */
  readonly birthdayHash: string | null
  readonly birthdayChangedOn: string | null
  readonly joinedAt: number
  readonly joinedOn: string
  readonly source: {
    readonly storeId: string | null
    readonly staffId: string | null
    readonly groupId: string | null
    readonly campaignId: string | null
  } | null
  /** Who invited her, and what became of it; null: she came by herself. */
  readonly invitation: Invitation | null
  /** Where a membership went that was merged into another one. */
  readonly mergedInto: MergedInto | null
  /** Memberships that were merged into this one, theirs included: what they had, she has had. */
  readonly tookIn?: readonly string[]
  /** Without the birthday, which is nowhere in the open and is that of the document itself. */
  readonly lastRequest: {
    readonly id: string
    readonly hash: string
    readonly answer: Omit<MemberProfile, 'birthday'>
  } | null
}

export interface MergedInto {
  readonly memberId: string
  readonly maskedName: string
  readonly on: string
}

export type Member = Stored<MemberDocument>

export type Staff = Stored<StaffDocument>

export type StoreRole = 'staff' | 'manager'

export interface StaffDocument {
  readonly displayName: string
  readonly stores: Readonly<Record<string, StoreRole>>
  readonly communityOwner: boolean
  /** The whole shop is hers: she is manager of every store, also of one that opens later. */
  readonly owner: boolean
  /** Since when she is what she is, by store; what was given before nobody wrote it is absent. */
  readonly storesSinceAt?: Readonly<Record<string, number>>
  readonly ownerSinceAt?: number | null
  readonly codeFailures: { readonly minute: number; readonly count: number }
  /** On whom she acted as an owner last: acts that depend on each other meet here. */
  readonly actedOnOwner?: { readonly memberId: string; readonly at: number }
}
