/** Goods that the shop sells: what a manager has approved once may be on any list. */
import { createHash } from 'node:crypto'
import type { ListItem } from '../../shared/lists/list'
import { goodsNameOf } from '../../shared/lists/list-plan'
import type { StaffContext } from '../runtime/context'
import { command, findWhere, insertNew } from '../runtime/database'

interface ListGoodsDocument {
  readonly name: string
  readonly spec: string | null
  readonly approvedBy: string
  readonly approvedAt: number
}

type Goods = Pick<ListItem, 'name' | 'spec'>

/** Those that no manager has approved. */
export async function unknownGoods(items: readonly Goods[]): Promise<readonly Goods[]> {
  const filter = { _id: command.in(items.map(keyOf)) }
  const found = await findWhere<ListGoodsDocument>('list_goods', filter, { limit: items.length })
  const known = new Set(found.map(({ _id }) => _id))
  return items.filter((item) => !known.has(keyOf(item)))
}

/** Each once, whoever approves it first. */
export async function approveGoods(
  items: readonly Goods[],
  { memberId: approvedBy, now: approvedAt }: StaffContext,
): Promise<void> {
  for (const item of await unknownGoods(items)) {
    const { name, spec } = item
    await insertNew('list_goods', { _id: keyOf(item), name, spec, approvedBy, approvedAt })
  }
}

function keyOf(item: Goods): string {
  return createHash('sha256').update(goodsNameOf(item)).digest('hex').slice(0, 32)
}
