/** What a use case is given: the instant, the shop, the caller, the key of this request. */
import { createHash } from 'node:crypto'
import type { Contract, Feature } from '../../shared/contract/contract'
import type { OutputOf, ParsedInputOf, StaffRole } from '../../shared/contract/endpoint'
import type { Outcome } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import type { Member, Staff } from './people'

export interface Context {
  /** Epoch ms, taken once a request. */
  readonly now: number
  /** The business date of `now`. */
  readonly todayOn: string
  readonly shop: Shop
  readonly requestId: string
  /** The caller's member id, whether or not she has joined. */
  readonly memberId: string
  /** The `_id` of what this request books: its request id scoped by caller and action. */
  readonly requestKey: string
}

export interface VisitorContext extends Context {
  readonly member: Member | null
}
export interface MemberContext extends Context {
  readonly member: Member
}
export interface StaffContext extends Context {
  readonly staff: Staff
}
export interface MaybeStaffContext extends Context {
  readonly staff: Staff | null
}

/** The timer has no caller. */
export interface JobContext extends Pick<Context, 'now' | 'todayOn' | 'shop' | 'requestId'> {
  /** False once the job has worked as long as a run may; the next run goes on. */
  readonly hasTimeLeft: () => boolean
}

/** Where the caller came from, of endpoints that ask for it. */
export interface EnteredContext extends Context {
  /** The group whose card she entered by (`entered-group.ts`); null when it was none. */
  readonly groupKey: string | null
}

export type ContextFor<E> = E extends { takesGroup?: true }
  ? CallerContextFor<E> & EnteredContext
  : CallerContextFor<E>

type CallerContextFor<E> = E extends { role: 'member' }
  ? MemberContext
  : E extends { role: StaffRole }
    ? StaffContext
    : E extends { identity: 'staff' }
      ? MaybeStaffContext
      : VisitorContext

export type UseCase<E> = (
  input: ParsedInputOf<E>,
  context: ContextFor<E>,
) => Promise<Outcome<OutputOf<E>>>

export type UseCases<F extends Feature> = { [A in keyof Contract[F]]: UseCase<Contract[F][A]> }

/** A hash of what a request means, after its codes and defaults were resolved. */
export function meaningHashOf(meaning: Record<string, string | number | boolean | null>): string {
  const sorted = Object.entries(meaning).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 32)
}

export function keyOf(memberId: string, action: string, requestId: string): string {
  const text = `${memberId}/${action}/${requestId}`
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
