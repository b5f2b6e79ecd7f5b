/** What somebody does to an order that stands: 改成3, 加1, 梨不要了, 取消. */
import type { Amount } from './amounts'
import { quantityFor } from './amounts'
import type { Edit } from './body'
import type { Goods } from './goods'
import type { Line } from './orders'
import { doubt, type Read, read } from './read'

/** The order as it is then; null when nothing is left of it. */
export function edited(
  lines: readonly Line[],
  edits: readonly Edit[],
  goods: Goods,
): Read<readonly Line[] | null> {
  let now: readonly Line[] = lines
  for (const edit of edits) {
    if (edit.kind === 'cancel') now = []
    else {
      const next = after(now, edit, goods)
      if (!next.ok) return next
      now = next.value
    }
  }
  return read(now.length > 0 ? now : null)
}

function after(
  lines: readonly Line[],
  edit: Exclude<Edit, { kind: 'cancel' }>,
  goods: Goods,
): Read<readonly Line[]> {
  switch (edit.kind) {
    case 'drop':
      if (!edit.itemIds.every((id) => lines.some(({ itemId }) => itemId === id))) {
        return doubt('取消的前面没有接过')
      }
      return read(lines.filter(({ itemId }) => !edit.itemIds.includes(itemId)))
    case 'replace':
      return replaced(lines, edit)
    case 'moreOf':
      return edit.lines.reduce<Read<readonly Line[]>>(
        (sum, line) => (sum.ok ? read(plus(sum.value, line)) : sum),
        read(lines),
      )
    case 'lessOf':
      return edit.lines.reduce<Read<readonly Line[]>>(
        (rest, line) => (rest.ok ? minus(rest.value, line) : rest),
        read(lines),
      )
    default:
      return recounted(lines, edit, goods)
  }
}

function replaced(
  lines: readonly Line[],
  { itemId, lines: others }: { itemId: string | null; lines: readonly Line[] },
): Read<readonly Line[]> {
  if (itemId === null) return lines.length > 1 ? doubt('看不出改的是哪一种') : read(others)
  const rest = lines.filter((line) => line.itemId !== itemId)
  const isDouble = others.some((line) => rest.some((kept) => kept.itemId === line.itemId))
  if (rest.length === lines.length || isDouble) return doubt('看不出改的是哪一种')
  return read([...rest, ...others])
}

function recounted(
  lines: readonly Line[],
  { kind, itemId, amount }: { kind: string; itemId: string | null; amount: Amount },
  goods: Goods,
): Read<readonly Line[]> {
  const [only, ...others] = lines
  const target = itemId ?? (others.length === 0 ? only?.itemId : undefined) ?? goods.only?.itemId
  const line = lines.find((one) => one.itemId === target)
  const item = goods.byId.get(target ?? '')
  if (!item || (itemId === null && others.length > 0)) return doubt('看不出改的是哪一种')
  const much = quantityFor(item, amount)
  if ('doubt' in much) return doubt(much.doubt)
  const change = { itemId: item.itemId, quantity: much.quantity }
  if (kind === 'set') {
    if (lines.length > 0 && !line) return doubt('改的前面没有接过')
    return read([...lines.filter((one) => one !== line), change])
  }
  if (!line) return doubt('前面没有接过，看不出加减多少')
  return kind === 'more' ? read(plus(lines, change)) : minus(lines, change)
}

function plus(lines: readonly Line[], { itemId, quantity }: Line): readonly Line[] {
  const known = lines.find((line) => line.itemId === itemId)
  if (!known) return [...lines, { itemId, quantity }]
  return lines.map((line) =>
    line === known ? { itemId, quantity: known.quantity + quantity } : line,
  )
}

function minus(lines: readonly Line[], { itemId, quantity }: Line): Read<readonly Line[]> {
  const known = lines.find((line) => line.itemId === itemId)
  if (!known || known.quantity < quantity) return doubt('减的比接的多')
  if (known.quantity === quantity) return doubt('减完就没有了，要不要取消')
  return read(
    lines.map((line) => (line === known ? { itemId, quantity: known.quantity - quantity } : line)),
  )
}
