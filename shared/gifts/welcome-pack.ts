/** The new member's gift pack: hers once ever, to be claimed within some days of joining. */
import { addDays } from '../business-date'
import type { PackState } from '../contract/members'

export interface PackFacts {
  /** Null for a visitor. */
  readonly joinedOn: string | null
  readonly claimed: boolean
  /** Days to claim it, the day of joining included. */
  readonly claimDays: number
  readonly todayOn: string
}

/** Nature's key of the pack's entry in the books. */
export function packEntryKey(memberId: string): string {
  return `welcome:${memberId}`
}

export function packStateOf(facts: PackFacts): {
  state: PackState
  claimableUntilOn: string | null
} {
  if (facts.joinedOn === null) return { state: 'joinFirst', claimableUntilOn: null }
  const claimableUntilOn = addDays(facts.joinedOn, facts.claimDays - 1)
  if (facts.claimed) return { state: 'claimed', claimableUntilOn }
  return { state: facts.todayOn > claimableUntilOn ? 'expired' : 'claimable', claimableUntilOn }
}
