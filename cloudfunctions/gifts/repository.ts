/** Every gift that was given, `{scene}:{member}:{occasion}`, so that none is given twice. */
import type { PackAnswer } from '../../shared/contract/gifts'
import type { GrantState } from '../../shared/gifts/scene'
import type { Belonging } from '../runtime/belongings'
import { getById, type Stored, type Transaction } from '../runtime/database'
import type { Booked } from '../runtime/once'

export interface GrantDocument extends Belonging {
  readonly sceneId: string
  readonly sceneVersion: number
  readonly occasion: string
  readonly state: GrantState
  /** Why it was refused; null otherwise. */
  readonly why: string | null
  readonly points: number
  readonly couponIds: readonly string[]
  readonly at: number
  readonly on: string
  readonly request: Booked<PackAnswer> | null
}
export type Grant = Stored<GrantDocument>

export function readGrant(key: string): Promise<Grant | null> {
  return getById<GrantDocument>('grants', key)
}

export function insertGrant(tx: Transaction, grant: Grant): Promise<void> {
  return tx.insert('grants', grant)
}
