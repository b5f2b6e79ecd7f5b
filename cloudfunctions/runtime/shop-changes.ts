/** Who changed what of the shop and of its staff, when, and what it was before. */
import type { ShopChangeKind, ShopChangeRow } from '../../shared/contract/shop'
import type { FieldChange } from '../../shared/shop/shop-facts'
import type { StaffContext } from './context'
import { command, findWhere, type Stored, type Transaction } from './database'

export interface ShopChangeDocument {
  readonly at: number
  readonly byId: string
  readonly byName: string
  readonly kind: ShopChangeKind
  /** A store's id, or the member's whose roles changed; null: the shop as a whole. */
  readonly subjectId: string | null
  readonly subjectName: string
  readonly fields: readonly FieldChange[]
}

export type ShopChange = Pick<ShopChangeDocument, 'kind' | 'subjectId' | 'subjectName' | 'fields'>

/** Who changed it, by which request. */
export type ChangedBy = Pick<StaffContext, 'requestKey' | 'now'> & {
  readonly staff: Pick<StaffContext['staff'], '_id' | 'displayName'>
}

/** Writes a change down in the transaction that makes it; one that changed nothing is none. */
export async function keepChange(
  tx: Transaction,
  { requestKey, now, staff }: ChangedBy,
  change: ShopChange,
): Promise<void> {
  if (change.fields.length === 0) return
  const by = { byId: staff._id, byName: staff.displayName, at: now }
  await tx.insert('shop_changes', { _id: `${requestKey}-${change.kind}`, ...by, ...change })
}

/** Changes before an instant, the newest first; null begins with the newest. */
export function changesBefore(
  beforeAt: number | null,
  limit: number,
): Promise<Stored<ShopChangeDocument>[]> {
  const older = beforeAt === null ? {} : { at: command.lt(beforeAt) }
  return findWhere<ShopChangeDocument>('shop_changes', older, { orderBy: ['at', 'desc'], limit })
}

export function changeRowOf(change: Stored<ShopChangeDocument>): ShopChangeRow {
  const { _id: changeId, at, byName, kind, subjectName, fields } = change
  return { changeId, at, byName, kind, subjectName, fields: [...fields] }
}
