/** 坏果包赔: what a member asks for a line of hers, and what became of it. */
import type { DamageRow } from '../../shared/contract/list-arrival'
import type { ListUnit } from '../../shared/lists/list'
import { quantityOf } from '../../shared/lists/quantity'
import type { Belonging } from '../runtime/belongings'
import type { Stored } from '../runtime/database'

export interface DamageDocument extends Belonging {
  readonly listId: string
  readonly listTitle: string
  readonly ownerId: string
  /** The list's: its managers decide. */
  readonly storeId: string
  readonly entryId: string
  readonly entryNo: number
  readonly name: string
  readonly itemId: string
  readonly itemName: string
  readonly unit: ListUnit
  readonly count: number
  readonly amountFen: number
  readonly picture: string
  readonly words: string | null
  readonly state: 'waiting' | 'granted' | 'refused'
  /** Above what the shop lets an owner give back. */
  readonly needsManager: boolean
  readonly reason: string | null
  readonly at: number
  readonly decidedAt: number | null
  readonly decidedBy: string | null
}
export type Damage = Stored<DamageDocument>

export const damageIdOf = (entryId: string, itemId: string): string => `${entryId}:${itemId}`

export function damageRowOf(damage: Damage): DamageRow {
  const { _id: damageId, listId, listTitle, entryId, entryNo, name, itemName } = damage
  const { unit, amountFen, picture, words, state, needsManager, reason, at } = damage
  return {
    ...{ damageId, listId, listTitle, entryId, entryNo, name, itemName },
    quantity: quantityOf(damage.count, unit),
    ...{ unit, amountFen, picture, words, state, needsManager, reason, at },
  }
}
