/** Every gift that was given, waits or was refused, so that none is given twice. */
import type { PackAnswer } from '../../shared/contract/gifts'
import type { GivenRule } from '../../shared/gifts/care'
import type { WakeReason } from '../../shared/gifts/gift-rule'
import type { GrantState } from '../../shared/gifts/grant-key'
import type { Belonging } from '../runtime/belongings'
import { findWhere, getById, insertNew, type Stored, type Transaction } from '../runtime/database'
import type { Booked } from '../runtime/once'

export interface GrantDocument extends Belonging {
  readonly ruleId: string
  readonly ruleVersion: number
  readonly occasion: string
  readonly title: string
  readonly state: GrantState
  /** Why it was refused or taken back; null otherwise. */
  readonly why: string | null
  readonly points: number
  readonly couponIds: readonly string[]
  readonly at: number
  readonly on: string
  /** Last date on which it can be claimed, while it waits. */
  readonly untilOn: string | null
  /** What kept her away, as she said when she was welcomed back. */
  readonly reason: WakeReason | null
  readonly request: Booked<PackAnswer> | null
}
export type Grant = Stored<GrantDocument>

export function readGrant(key: string, tx?: Transaction): Promise<Grant | null> {
  return tx ? tx.get<GrantDocument>('grants', key) : getById<GrantDocument>('grants', key)
}

/** The last gifts of one member, the newest first, also those that she did not get. */
export function grantsOf(memberId: string, limit: number): Promise<Grant[]> {
  return findWhere<GrantDocument>('grants', { memberId }, { orderBy: ['at', 'desc'], limit })
}

export function insertGrant(tx: Transaction, grant: Grant): Promise<void> {
  return tx.insert('grants', grant)
}

export function saveGrant(tx: Transaction, grant: Grant): Promise<void> {
  return tx.put('grants', grant)
}

/** What all grants of one moment have in common. */
export interface GrantMoment {
  readonly memberId: string
  readonly now: number
  readonly todayOn: string
}

/** A grant that gives nothing, or nothing yet. */
export function grantWithout(
  rule: Pick<GivenRule, 'ruleId' | 'version' | 'title'>,
  of: GrantMoment & { readonly key: string; readonly occasion: string },
  stands: Pick<GrantDocument, 'state' | 'why' | 'untilOn'>,
): Grant {
  const { key, occasion, memberId, now: at, todayOn: on } = of
  const { ruleId, version: ruleVersion, title } = rule
  return {
    ...{ _id: key, memberId, mergeId: null, ruleId, ruleVersion, occasion, title, at, on },
    ...{ ...stands, points: 0, couponIds: [], reason: null, request: null },
  }
}

/** Writes down that a gift was refused; said before, it is said. */
export async function recordRefused(grant: Grant): Promise<void> {
  await insertNew('grants', grant)
}

/** The same in a transaction. */
export async function recordRefusedIn(tx: Transaction, grant: Grant): Promise<void> {
  if ((await readGrant(grant._id, tx)) === null) await insertGrant(tx, grant)
}
