/** What the book must still say when an entry is to wait, or to stop waiting. */
import type { Counts } from '../../shared/lists/entry-order'
import { command, type Fields } from '../runtime/database'
import type { BookPage } from './entry-repository'

/** Each of these items is short by now as it was when the book was read. */
export function blockedNow(
  { waiting }: Pick<BookPage, 'waiting'>,
  wanted: Counts,
  short: readonly string[],
): Fields {
  const conditions = short.map((id) =>
    (waiting[id] ?? 0) > 0
      ? ([`waiting.${id}`, command.gt(0)] as const)
      : ([`left.${id}`, command.lt(wanted[id] ?? 0)] as const),
  )
  return Object.fromEntries(conditions)
}

/** Nobody has begun or ceased to wait for these items since the book was read. */
export function waitingUnchanged(
  { waiting }: Pick<BookPage, 'waiting'>,
  itemIds: readonly string[],
): Fields {
  return Object.fromEntries(
    itemIds.map((id) => {
      const count = waiting[id] ?? 0
      return [`waiting.${id}`, count === 0 ? command.in([0, null]) : count]
    }),
  )
}
